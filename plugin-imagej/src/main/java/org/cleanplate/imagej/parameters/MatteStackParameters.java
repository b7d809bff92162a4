package org.cleanplate.imagej.parameters;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cleanplate.MattingException;
import org.cleanplate.imagej.macro.MacroKey;
import org.cleanplate.imagej.macro.MacroLine;
import org.cleanplate.imagej.macro.MacroOptions;
import org.cleanplate.imagej.macro.MacroSyntax;

/**
 * One run of <em>Matte Stack...</em>.
 *
 * @param source the title or id of an open image, or the path of a file; empty for the current
 *     image
 * @param background where the clean plate comes from
 * @param align how the plate is moved under each frame
 * @param plate how the plate is made and lit
 * @param matting model, device and refinement
 * @param levels black and white of deep pixels
 * @param outputs the pictures to make
 * @param alphaDepth bits of the alpha image: 32 (values 0..1), 16 or 8
 * @param axes how a hyperstack is taken apart
 * @param edits what is changed in alpha after the network
 * @param findings what is measured and outlined
 * @param unmix where the colour of the foreground comes from
 * @param overlay what is drawn on the source
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
    AxesChoice axes,
    EditsChoice edits,
    FindingsChoice findings,
    UnmixChoice unmix,
    OverlayChoice overlay,
    Optional<FileExport> save) {

  public static final int DEFAULT_ALPHA_DEPTH = 32;

  /** As the menu shows it; a constant, so that it can be told when nothing else loads. */
  public static final String COMMAND = "Matte Stack...";

  /** The keys of the command. */
  public static final MacroSyntax SYNTAX = new MacroSyntax(COMMAND, keys());

  public MatteStackParameters {
    outputs = Set.copyOf(outputs);
    Set<Output> asked = outputs;
    if (save.isPresent() && overlay.style().isPresent()) {
      throw new MattingException(
          "An overlay is drawn on images, but the results are written to files: leave one out");
    }
    save.ifPresent(export -> export.requireWritable(asked));
  }

  private static List<MacroKey> keys() {
    List<MacroKey> keys = new ArrayList<>();
    keys.add(
        new MacroKey("source", "title|id|path", "the image to matte; default the current one"));
    keys.add(
        new MacroKey(
            "background",
            BackgroundChoice.USAGE,
            "the scene without its subject: an open image, a file, an estimate, or a slice;"
                + " a video or a folder gives each frame its own"));
    keys.add(AlignmentChoice.macroKey());
    keys.addAll(PlateOptions.keys());
    keys.addAll(MattingParameters.runKeys());
    keys.addAll(LevelsChoice.keys());
    keys.addAll(Output.keys(Output.ALL));
    keys.add(
        new MacroKey("alpha_depth", "32|16|8", "bits of the alpha image; default 32, values 0..1"));
    keys.addAll(AxesChoice.keys());
    keys.addAll(EditsChoice.keys());
    keys.addAll(FindingsChoice.keys());
    keys.add(UnmixChoice.macroKey());
    keys.addAll(OverlayChoice.keys());
    keys.add(new MacroKey("save", "folder", "write files there instead of opening images"));
    keys.add(new MacroKey("format", FileFormat.usage(), "kind of the files of save=; default png"));
    keys.addAll(FileExport.keys());
    keys.add(MacroKey.flag("open", "opens the stacks of format=stack, slice by slice as needed"));
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
        MattingParameters.readRun(options),
        LevelsChoice.read(options),
        Output.read(options, Output.ALL, others(options)),
        BitDepth.read(options, "alpha_depth", List.of(32, 16, 8)).orElse(DEFAULT_ALPHA_DEPTH),
        AxesChoice.read(options),
        EditsChoice.read(options),
        FindingsChoice.read(options),
        UnmixChoice.read(options),
        OverlayChoice.read(options),
        save(options));
  }

  private static Optional<FileExport> save(MacroOptions options) {
    Optional<String> folder = options.text("save");
    if (folder.isEmpty()) {
      options.refuse("format", "without save=");
      options.refuse("bits", "without save=");
      options.refuse("quality", "without save=");
      options.refuse("open", "without save=");
      return Optional.empty();
    }
    options.refuse("overlay", "with save=");
    FileFormat format = FileFormat.read(options, "format").orElse(FileFormat.PNG);
    if (format == FileFormat.STACK) {
      options.refuse("bits", "with format=stack, where alpha_depth= holds");
    } else {
      options.refuse("alpha_depth", "with save= to other files than stacks, where bits= holds");
      options.refuse("open", "without format=stack");
      options.refuse("unmix", "with save= to other files than stacks");
    }
    return Optional.of(
        FileExport.read(options, folder.get(), format).withOpen(options.has("open")));
  }

  /** The same with what a second dialog asks for. */
  public MatteStackParameters with(
      AxesChoice otherAxes,
      EditsChoice otherEdits,
      FindingsChoice otherFindings,
      UnmixChoice otherUnmix,
      OverlayChoice otherOverlay) {
    return new MatteStackParameters(
        source,
        background,
        align,
        plate,
        matting,
        levels,
        outputs,
        alphaDepth,
        otherAxes,
        otherEdits,
        otherFindings,
        otherUnmix,
        otherOverlay,
        save);
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
    if (alphaDepth != DEFAULT_ALPHA_DEPTH) {
      line.add("alpha_depth", alphaDepth);
    }
    axes.write(line);
    edits.write(line);
    findings.write(line);
    unmix.write(line);
    overlay.write(line);
    save.ifPresent(export -> export.write(line, "save", "format"));
    return line.toString();
  }

  private static boolean others(MacroOptions options) {
    return options.has("table") || options.has("rois") || options.has("overlay");
  }
}
