package org.cleanplate.imagej.parameters;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.cleanplate.MattingException;
import org.cleanplate.imagej.macro.MacroKey;
import org.cleanplate.imagej.macro.MacroLine;
import org.cleanplate.imagej.macro.MacroOptions;
import org.cleanplate.imagej.macro.MacroSyntax;

/**
 * One run of <em>Matte Video...</em>.
 *
 * @param video the path of a video or of a folder of pictures
 * @param background where the clean plate comes from
 * @param align how the plate is moved under each frame
 * @param plate how the plate is made and lit
 * @param matting model, device and refinement
 * @param outputs the pictures to make, each of {@link Output#WRITABLE}
 * @param edits what is changed in alpha after the network
 * @param findings what is measured and outlined
 * @param export where to write it, and as what
 * @param first the first frame to matte, from 1
 * @param frames how many frames to matte at most; empty for all
 */
public record MatteVideoParameters(
    String video,
    BackgroundChoice background,
    AlignmentChoice align,
    PlateOptions plate,
    MattingParameters matting,
    Set<Output> outputs,
    EditsChoice edits,
    FindingsChoice findings,
    FileExport export,
    int first,
    OptionalInt frames) {

  /** As the menu shows it; a constant, so that it can be told when nothing else loads. */
  public static final String COMMAND = "Matte Video...";

  /** The keys of the command. */
  public static final MacroSyntax SYNTAX = new MacroSyntax(COMMAND, keys());

  public MatteVideoParameters {
    outputs = Set.copyOf(outputs);
    export.requireWritable(outputs);
    if (export.format() == FileFormat.STACK) {
      throw new MattingException(
          "Videos are not written as stacks, expected "
              + FileFormat.usageForVideos()
              + ": choose one of these");
    }
  }

  private static List<MacroKey> keys() {
    List<MacroKey> keys = new ArrayList<>();
    keys.add(new MacroKey("video", "path", "a video, or a folder of pictures"));
    keys.add(
        new MacroKey(
            "background",
            BackgroundChoice.USAGE.replace("slice", "frame"),
            "the scene without its subject: a file, an open image, an estimate, or a frame;"
                + " a video or a folder gives each frame its own"));
    keys.add(AlignmentChoice.macroKey());
    keys.addAll(PlateOptions.keys());
    keys.add(new MacroKey("output", "folder", "where to write the results"));
    keys.add(
        new MacroKey("preset", FileFormat.usageForVideos(), "kind of the results; default mp4"));
    keys.add(new MacroKey("bits", "8|16", "bits a sample of png and tiff; default 8"));
    keys.add(new MacroKey("first", "number", "first frame to matte, from 1; default 1"));
    keys.add(new MacroKey("frames", "number", "how many frames to matte; default all"));
    keys.addAll(MattingParameters.keys());
    keys.addAll(Output.keys(Output.WRITABLE));
    keys.addAll(EditsChoice.keys());
    keys.addAll(FindingsChoice.keys());
    return keys;
  }

  /**
   * Reads the option string of a macro.
   *
   * @throws org.cleanplate.MattingException if it holds anything that is not understood
   */
  public static MatteVideoParameters parse(String text) {
    MacroOptions options = SYNTAX.parse(text);
    BackgroundChoice background = BackgroundChoice.parse(options.required("background"));
    return new MatteVideoParameters(
        options.required("video"),
        background,
        AlignmentChoice.read(options),
        PlateOptions.read(options, background),
        MattingParameters.read(options),
        Output.read(options, Output.WRITABLE, others(options)),
        EditsChoice.read(options),
        FindingsChoice.read(options),
        new FileExport(
            options.required("output"),
            options.choice("preset", FileFormat.class, FileFormat::key).orElse(FileFormat.MP4),
            BitDepth.read(options, "bits", 8, List.of(8, 16))),
        options.integer("first", 1).orElse(1),
        options.integer("frames", 1));
  }

  /** The option string that {@link #parse} reads back as this. */
  public String toMacro() {
    MacroLine line = new MacroLine();
    line.add("video", video);
    line.add("background", background.text("frame"));
    align.write(line);
    plate.write(line);
    line.add("output", export.folder());
    line.add("preset", export.format().key());
    if (export.bits() != 8) {
      line.add("bits", export.bits());
    }
    if (first != 1) {
      line.add("first", first);
    }
    frames.ifPresent(count -> line.add("frames", count));
    matting.write(line);
    Output.write(outputs, line);
    edits.write(line);
    findings.write(line);
    return line.toString();
  }

  private static boolean others(MacroOptions options) {
    return options.has("table") || options.has("rois");
  }
}
