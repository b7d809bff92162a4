package org.cleanplate.imagej.extension;

import ij.ImagePlus;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.cleanplate.MattingException;
import org.cleanplate.engine.Device;
import org.cleanplate.engine.MattingEngine;
import org.cleanplate.imagej.image.OpenImages;
import org.cleanplate.imagej.image.VideoFiles;
import org.cleanplate.imagej.macro.MacroOptions;
import org.cleanplate.imagej.macro.MacroSyntax;
import org.cleanplate.imagej.parameters.ComputeChoice;
import org.cleanplate.imagej.parameters.EstimateBackgroundParameters;
import org.cleanplate.imagej.parameters.MatteStackParameters;
import org.cleanplate.imagej.parameters.MatteVideoParameters;
import org.cleanplate.imagej.parameters.MattingParameters;
import org.cleanplate.imagej.run.BackgroundEstimation;
import org.cleanplate.imagej.run.EngineCloser;
import org.cleanplate.imagej.run.EngineProvider;
import org.cleanplate.imagej.run.OpenedEngine;
import org.cleanplate.imagej.run.RunLog;
import org.cleanplate.imagej.run.RunMonitor;
import org.cleanplate.imagej.run.StackMatting;
import org.cleanplate.imagej.run.VideoMatting;

/** What the functions of one macro share: the model that is open. Used by the macro's thread. */
final class ExtSession {
  private final EngineProvider engines;
  private final EngineCloser closer;
  private final RunLog log;
  private final List<Double> coverages = new ArrayList<>();
  private Optional<Open> open = Optional.empty();

  /**
   * @param engines opens models and keeps them for the next call
   * @param closer frees one of them
   */
  ExtSession(EngineProvider engines, EngineCloser closer, RunLog log) {
    this.engines = engines;
    this.closer = closer;
    this.log = log;
  }

  /** The open model as it was asked for; its engine is borrowed for the time of a call. */
  private record Open(String model, Device device) {
    ComputeChoice compute() {
      return ComputeChoice.on(device);
    }

    Map<String, String> keys() {
      return Map.of("model", model, "device", device.toText());
    }
  }

  void open(String model, String device) throws IOException {
    String name = model.isBlank() ? MattingParameters.DEFAULT_MODEL : model.strip();
    Device asked = device.isBlank() ? new Device.Auto() : Device.parse(device);
    engines.open(name, ComputeChoice.on(asked)).close();
    open = Optional.of(new Open(name, asked));
  }

  /** What the engine of the open model tells. */
  String askEngine(Function<MattingEngine, String> question) throws IOException {
    Open asked =
        open.orElseThrow(
            () ->
                new MattingException(
                    "No model is open: call Ext." + ExtFunction.PREFIX + "open(model, device)"));
    try (OpenedEngine opened = engines.open(asked.model(), asked.compute())) {
      return question.apply(opened.engine());
    }
  }

  /** Frees the model; may be called when none is open. */
  void close() throws IOException {
    if (open.isPresent()) {
      closer.close(open.get().model(), open.get().compute());
    }
    open = Optional.empty();
  }

  void matte(String source, String background, String options, RunMonitor monitor)
      throws IOException {
    String line =
        line(
            MatteStackParameters.SYNTAX,
            options,
            Map.of("source", source, "background", background));
    coverages.clear();
    new StackMatting(engines, log, coverages::add)
        .run(MatteStackParameters.parse(line), monitor)
        .forEach(ImagePlus::show);
  }

  void matteVideo(
      String video, String background, String folder, String options, RunMonitor monitor)
      throws IOException {
    String line =
        line(
            MatteVideoParameters.SYNTAX,
            options,
            Map.of("video", video, "background", background, "output", folder));
    coverages.clear();
    new VideoMatting(engines, log, coverages::add).run(MatteVideoParameters.parse(line), monitor);
  }

  /** The mean alpha of each frame that was matted last. */
  List<Double> coverages() {
    if (coverages.isEmpty()) {
      throw new MattingException(
          "Nothing was matted: call Ext." + ExtFunction.PREFIX + "matte or matteVideo first");
    }
    return List.copyOf(coverages);
  }

  void estimateBackground(String source, String options, RunMonitor monitor) throws IOException {
    boolean video = OpenImages.find(source).isEmpty() && VideoFiles.isVideo(source);
    String line =
        EstimateBackgroundParameters.SYNTAX.line(
            merged(
                EstimateBackgroundParameters.SYNTAX,
                options,
                Map.of(video ? "video" : "source", source)));
    new BackgroundEstimation(log)
        .run(EstimateBackgroundParameters.parse(line), monitor)
        .forEach(ImagePlus::show);
  }

  /** The option string of a run with the open model. */
  private String line(MacroSyntax syntax, String options, Map<String, String> arguments) {
    Map<String, String> given = new LinkedHashMap<>(arguments);
    open.ifPresent(model -> given.putAll(model.keys()));
    return syntax.line(merged(syntax, options, given));
  }

  private static Map<String, String> merged(
      MacroSyntax syntax, String options, Map<String, String> given) {
    MacroOptions parsed = syntax.parse(options);
    for (String key : given.keySet()) {
      boolean ofModel = List.of("model", "device").contains(key);
      parsed.refuse(key, ofModel ? "with an open model" : "beside the argument of that name");
    }
    Map<String, String> all = new LinkedHashMap<>(parsed.byKey());
    all.putAll(given);
    return all;
  }
}
