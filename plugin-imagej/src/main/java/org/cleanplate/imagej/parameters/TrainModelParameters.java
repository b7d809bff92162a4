package org.cleanplate.imagej.parameters;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cleanplate.imagej.macro.MacroKey;
import org.cleanplate.imagej.macro.MacroLine;
import org.cleanplate.imagej.macro.MacroOptions;
import org.cleanplate.imagej.macro.MacroSyntax;

/**
 * One run of <em>Train Model...</em>.
 *
 * @param plan the path of a file with a training plan; empty for the defaults of the stage
 * @param footage a recording to fine-tune on, of which the data set is made first
 * @param settings keys of the plan with the values that hold instead, as the user wrote them
 * @param importAs what to call the trained model in the catalogue; empty to leave it in the run
 *     folder
 */
public record TrainModelParameters(
    Optional<String> plan,
    Optional<FootageChoice> footage,
    Map<String, String> settings,
    Optional<String> importAs) {

  /** As the menu shows it; a constant, so that it can be told when nothing else loads. */
  public static final String COMMAND = "Train Model...";

  /** The keys of a plan that can be given inline; what they hold is checked by the plan. */
  private static final List<MacroKey> SETTINGS =
      List.of(
          new MacroKey(
              "stage", "base|refine|finetune", "what to train; needed if the plan does not say"),
          new MacroKey("run_folder", "folder", "where all goes; a run that lies there goes on"),
          new MacroKey("start", "scratch|name|path", "the model to begin with"),
          new MacroKey("architecture", "slim|mobilenetv2|...", "of a model from scratch"),
          new MacroKey("steps", "number", "optimizer steps in all"),
          new MacroKey("warmup_steps", "number", "steps in which the learning rates rise"),
          new MacroKey("batch_size", "number", "samples in each step"),
          new MacroKey("crops", "WxH,...", "sizes of the training pictures"),
          new MacroKey(
              "batch_statistics", "yes|no", "whether batch norm learns its statistics anew"),
          new MacroKey("foregrounds", "folder", "subjects' colours, the authors' fgr"),
          new MacroKey("alphas", "folder", "subjects' alphas, the authors' pha"),
          new MacroKey("backgrounds", "folder", "photographs without a subject"),
          new MacroKey("sources", "folder", "frames of one's own, which alphas= are the mattes of"),
          new MacroKey("plates", "folder|picture", "the scene without the subject, for sources="),
          new MacroKey("procedural_share", "number", "part of the samples that is generated, 0..1"),
          new MacroKey(
              "held_out_share", "number", "part of the folders that only validation sees, 0..0.5"),
          new MacroKey(
              "backbone_scale",
              "number,...",
              "size of the coarse pass against the crops, over 0..1; of several, steps draw one"),
          new MacroKey(
              "freeze_base",
              "yes|no",
              "whether the base keeps its coarse matte, and only hints to the refiner learn"),
          new MacroKey("laplacian_weight", "number", "of the Laplacian loss; 0 for none"),
          new MacroKey("validate_every", "number", "steps between validations"),
          new MacroKey("validation_samples", "number", "samples of a validation"),
          new MacroKey("checkpoint_every", "number", "steps between checkpoints"),
          new MacroKey("patience", "number", "validations without a better one; 0 for no end"),
          new MacroKey("seed", "number", "of all that is random"),
          new MacroKey("device", "auto|cpu|cuda:N", "where to compute"),
          new MacroKey("threads", "number", "for the network on the CPU; 0 for all"),
          new MacroKey("loader_threads", "number", "for making samples"));

  /** Settings that name a place on disk. */
  public static final Set<String> PATHS =
      Set.of("run_folder", "foregrounds", "alphas", "backgrounds", "sources", "plates");

  /** The keys of the command. */
  public static final MacroSyntax SYNTAX = new MacroSyntax(COMMAND, keys());

  public TrainModelParameters {
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
  }

  private static List<MacroKey> keys() {
    List<MacroKey> keys = new ArrayList<>();
    keys.add(
        new MacroKey("plan", "path", "a file of key = value lines; the keys below stand above it"));
    keys.addAll(FootageChoice.keys());
    keys.addAll(SETTINGS);
    keys.add(new MacroKey("import", "name", "take the trained model over into Models... as that"));
    return keys;
  }

  /**
   * Reads the option string of a macro. What the settings hold is checked when the plan is made.
   *
   * @throws org.cleanplate.MattingException if it holds a key that is not understood
   */
  public static TrainModelParameters parse(String text) {
    MacroOptions options = SYNTAX.parse(text);
    Map<String, String> settings = new LinkedHashMap<>();
    for (MacroKey key : SETTINGS) {
      options.text(key.name()).ifPresent(value -> settings.put(key.name(), value));
    }
    return new TrainModelParameters(
        options.text("plan"), FootageChoice.read(options), settings, options.text("import"));
  }

  /** The option string that {@link #parse} reads back as this. */
  public String toMacro() {
    MacroLine line = new MacroLine();
    plan.ifPresent(path -> line.add("plan", path));
    footage.ifPresent(choice -> choice.write(line));
    settings.forEach(line::add);
    importAs.ifPresent(name -> line.add("import", name));
    return line.toString();
  }
}
