package org.cleanplate.imagej.parameters;

import static org.cleanplate.resume.ResumableSink.DEFAULT_CHUNK_FRAMES;

import java.util.ArrayList;
import java.util.List;
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
 * @param reading how the video is read
 * @param stretch which frames
 * @param chunkFrames after how many frames a killed run can go on
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
    VideoChoice reading,
    StretchChoice stretch,
    int chunkFrames) {

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
        new MacroKey("preset", FileFormat.usageForVideos(), "kind of the results; default h264"));
    keys.addAll(FileExport.keys());
    keys.addAll(VideoChoice.keys());
    keys.addAll(StretchChoice.keys());
    keys.add(
        new MacroKey(
            "chunk",
            "number",
            "after how many frames a run that is killed can go on; default "
                + DEFAULT_CHUNK_FRAMES));
    keys.addAll(MattingParameters.runKeys());
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
    FileFormat format = FileFormat.read(options, "preset").orElse(FileFormat.H264);
    BackgroundChoice background = BackgroundChoice.parse(options.required("background"));
    return new MatteVideoParameters(
        options.required("video"),
        background,
        AlignmentChoice.read(options),
        PlateOptions.read(options, background),
        MattingParameters.readRun(options),
        Output.read(options, Output.WRITABLE, others(options)),
        EditsChoice.read(options),
        FindingsChoice.read(options),
        FileExport.read(options, options.required("output"), format),
        VideoChoice.read(options, format),
        StretchChoice.read(options),
        options.integer("chunk", 1).orElse(DEFAULT_CHUNK_FRAMES));
  }

  /** The option string that {@link #parse} reads back as this. */
  public String toMacro() {
    MacroLine line = new MacroLine();
    line.add("video", video);
    line.add("background", background.text("frame"));
    align.write(line);
    plate.write(line);
    export.write(line, "output", "preset");
    reading.write(line);
    stretch.write(line);
    if (chunkFrames != DEFAULT_CHUNK_FRAMES) {
      line.add("chunk", chunkFrames);
    }
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
