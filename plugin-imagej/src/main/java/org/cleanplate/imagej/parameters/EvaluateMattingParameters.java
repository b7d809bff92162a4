package org.cleanplate.imagej.parameters;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.cleanplate.evaluation.CompositeOptions;
import org.cleanplate.imagej.macro.MacroKey;
import org.cleanplate.imagej.macro.MacroLine;
import org.cleanplate.imagej.macro.MacroOptions;
import org.cleanplate.imagej.macro.MacroSyntax;

/**
 * One run of <em>Evaluate Matting...</em>.
 *
 * @param data the folder of the data set
 * @param composites how subjects are laid over backgrounds; empty for frames that have their plates
 * @param output where the tables and the contact sheet go
 * @param matting the model to measure
 * @param coarse whether the model is measured without its refiner, too
 * @param defaults whether it is measured as <em>Matte Stack...</em> uses it by default, too; with
 *     {@code coarse} also so without its refiner
 * @param baseline whether the cleaned difference key is measured, too
 * @param images how many pictures at most; empty for all
 * @param sequences whether the pictures of a folder follow each other in time
 */
public record EvaluateMattingParameters(
    String data,
    Optional<CompositeChoice> composites,
    String output,
    MattingParameters matting,
    boolean coarse,
    boolean defaults,
    boolean baseline,
    OptionalInt images,
    boolean sequences) {

  /** As the menu shows it; a constant, so that it can be told when nothing else loads. */
  public static final String COMMAND = "Evaluate Matting...";

  /** The keys of the command. */
  public static final MacroSyntax SYNTAX = new MacroSyntax(COMMAND, keys());

  private static List<MacroKey> keys() {
    List<MacroKey> keys = new ArrayList<>();
    keys.add(
        new MacroKey(
            "data",
            "folder",
            "a data set of pictures or videos: folders src, bgr, pha (and trimap), or fgr and pha"
                + " with backgrounds="));
    keys.addAll(CompositeChoice.keys());
    keys.add(new MacroKey("output", "folder", "where images.csv, summary.csv and the sheet go"));
    keys.addAll(MattingParameters.modelKeys());
    keys.add(MacroKey.flag("coarse", "measure the model without its refiner, too"));
    keys.add(
        MacroKey.flag(
            "defaults",
            "measure what Matte Stack... makes of it, too: plate fitted, all defaults; with coarse"
                + " also with refinement=none"));
    keys.add(MacroKey.flag("baseline", "measure a cleaned difference key, too"));
    keys.add(new MacroKey("images", "number", "how many pictures at most; default all"));
    keys.add(
        MacroKey.flag("sequences", "pictures of a folder follow in time: measure flicker, dtSSD"));
    return keys;
  }

  /**
   * Reads the option string of a macro.
   *
   * @throws org.cleanplate.MattingException if it holds anything that is not understood
   */
  public static EvaluateMattingParameters parse(String text) {
    MacroOptions options = SYNTAX.parse(text);
    return new EvaluateMattingParameters(
        options.required("data"),
        CompositeChoice.read(options),
        options.required("output"),
        MattingParameters.readModel(options),
        options.has("coarse"),
        options.has("defaults"),
        options.has("baseline"),
        options.integer("images", 1),
        options.has("sequences"));
  }

  /** The option string that {@link #parse} reads back as this. */
  public String toMacro() {
    MacroLine line = new MacroLine();
    line.add("data", data);
    composites.ifPresent(choice -> choice.write(line));
    line.add("output", output);
    matting.write(line);
    line.flag("coarse", coarse);
    line.flag("defaults", defaults);
    line.flag("baseline", baseline);
    images.ifPresent(count -> line.add("images", count));
    line.flag("sequences", sequences);
    return line.toString();
  }

  /** How composites are made; the defaults if the data set has frames of its own. */
  public CompositeOptions compositeOptions() {
    return composites.map(CompositeChoice::options).orElse(CompositeChoice.DEFAULT_OPTIONS);
  }
}
