package org.cleanplate.imagej.parameters;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cleanplate.imagej.macro.MacroKey;
import org.cleanplate.imagej.macro.MacroLine;
import org.cleanplate.imagej.macro.MacroOptions;
import org.cleanplate.imagej.macro.MacroSyntax;

/**
 * One run of <em>Matte Stack...</em>.
 *
 * @param source the title or id of an open image; empty for the current one
 * @param background where the clean plate comes from
 * @param align how the plate is moved under each frame
 * @param plate how the plate is made and lit
 * @param matting model, device and refinement
 * @param levels black and white of deep pixels
 * @param outputs what to make, at least one
 * @param alphaDepth bits of the alpha image: 32 (values 0..1), 16 or 8
 * @param save where to write the results; empty to open them as images
 */
public record MatteStackParameters(
    Optional<String> source,
    BackgroundChoice background,
    AlignmentChoice align,
    PlateOptions plate,
    MattingParameters matting,
    LevelsChoice levels,
    Set<Output> outputs,
    int alphaDepth,
    Optional<FileExport> save) {

  public static final int DEFAULT_ALPHA_DEPTH = 32;

  /** As the menu shows it; a constant, so that it can be told when nothing else loads. */
  public static final String COMMAND = "Matte Stack...";

  /** The keys of the command. */
  public static final MacroSyntax SYNTAX = new MacroSyntax(COMMAND, keys());

  public MatteStackParameters {
    outputs = Set.copyOf(outputs);
    Set<Output> asked = outputs;
    save.ifPresent(export -> export.requireWritable(asked));
  }

  private static List<MacroKey> keys() {
    List<MacroKey> keys = new ArrayList<>();
    keys.add(
        new MacroKey("source", "title|id", "the open image to matte; default the current one"));
    keys.add(
        new MacroKey(
            "background",
            BackgroundChoice.USAGE,
            "the scene without its subject: an open image, a file, an estimate, or a slice;"
                + " a video or a folder gives each frame its own"));
    keys.add(AlignmentChoice.macroKey());
    keys.addAll(PlateOptions.keys());
    keys.addAll(MattingParameters.keys());
    keys.addAll(LevelsChoice.keys());
    keys.addAll(Output.keys(Output.ALL));
    keys.add(
        new MacroKey("alpha_depth", "32|16|8", "bits of the alpha image; default 32, values 0..1"));
    keys.add(new MacroKey("save", "folder", "write files there instead of opening images"));
    keys.add(new MacroKey("format", FileFormat.usage(), "kind of the files of save=; default png"));
    keys.addAll(FileExport.keys());
    return keys;
  }

  /**
   * Reads the option string of a macro.
   *
   * @throws org.cleanplate.MattingException if it holds anything that is not understood
   */
  public static MatteStackParameters parse(String text) {
    MacroOptions options = SYNTAX.parse(text);
    BackgroundChoice background = BackgroundChoice.parse(options.required("background"));
    return new MatteStackParameters(
        options.text("source"),
        background,
        AlignmentChoice.read(options),
        PlateOptions.read(options, background),
        MattingParameters.read(options),
        LevelsChoice.read(options),
        Output.read(options, Output.ALL),
        BitDepth.read(options, "alpha_depth", List.of(32, 16, 8)).orElse(DEFAULT_ALPHA_DEPTH),
        save(options));
  }

  private static Optional<FileExport> save(MacroOptions options) {
    Optional<String> folder = options.text("save");
    if (folder.isEmpty()) {
      options.refuse("format", "without save=");
      options.refuse("bits", "without save=");
      options.refuse("quality", "without save=");
      return Optional.empty();
    }
    options.refuse("alpha_depth", "with save=, where bits= holds");
    return Optional.of(
        FileExport.read(
            options, folder.get(), FileFormat.read(options, "format").orElse(FileFormat.PNG)));
  }

  /** The option string that {@link #parse} reads back as this. */
  public String toMacro() {
    MacroLine line = new MacroLine();
    source.ifPresent(title -> line.add("source", title));
    line.add("background", background.text("slice"));
    align.write(line);
    plate.write(line);
    matting.write(line);
    levels.write(line);
    Output.write(outputs, line);
    if (alphaDepth != DEFAULT_ALPHA_DEPTH && save.isEmpty()) {
      line.add("alpha_depth", alphaDepth);
    }
    save.ifPresent(export -> export.write(line, "save", "format"));
    return line.toString();
  }
}
