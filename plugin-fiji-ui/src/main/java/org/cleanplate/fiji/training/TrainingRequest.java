package org.cleanplate.fiji.training;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.cleanplate.imagej.macro.MacroRecording;
import org.cleanplate.imagej.parameters.TrainModelParameters;

/**
 * A run as the dashboard's fields describe it.
 *
 * @param preset what to train
 * @param data what to learn from
 * @param start the model to begin with, by name or path; empty for random weights
 * @param steps optimizer steps in all
 * @param crops sizes of the training pictures
 * @param device where to compute
 * @param runFolder where all goes; a run that lies there goes on
 */
public record TrainingRequest(
    StagePreset preset,
    DataChoice data,
    String start,
    int steps,
    String crops,
    String device,
    String runFolder) {
  /** The plan of a run, in its folder. */
  static final String PLAN = "plan.properties";

  private static final String AUTO = "auto";

  /**
   * The same run as the command takes it.
   *
   * @throws org.cleanplate.MattingException if a field is empty or cannot be understood
   */
  public TrainModelParameters parameters() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("stage", preset.stage().id());
    settings.put("run_folder", DataChoice.given("Run folder", runFolder));
    settings.put("start", start.isBlank() ? "scratch" : start.strip());
    settings.put("steps", Integer.toString(steps));
    settings.put("crops", DataChoice.given("Crops", crops));
    settings.putAll(data.settings());
    if (!device.isBlank() && !device.strip().equals(AUTO)) {
      settings.put("device", device.strip());
    }
    return new TrainModelParameters(Optional.empty(), data.footage(), settings, Optional.empty());
  }

  /**
   * What goes on with the run that lies in a folder, as it was planned.
   *
   * @throws org.cleanplate.MattingException if the folder is empty
   */
  static TrainModelParameters resume(String runFolder) {
    String folder = DataChoice.given("Run folder", runFolder);
    return new TrainModelParameters(
        Optional.of(folder + "/" + PLAN),
        Optional.empty(),
        Map.of("run_folder", folder),
        Optional.empty());
  }

  /**
   * The one line that does the same in a macro.
   *
   * @throws org.cleanplate.MattingException if a field is empty or cannot be understood
   */
  public String toMacro() {
    return MacroRecording.line(TrainModelParameters.COMMAND, parameters().toMacro(), false);
  }
}
