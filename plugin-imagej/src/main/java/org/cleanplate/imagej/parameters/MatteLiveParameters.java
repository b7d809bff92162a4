package org.cleanplate.imagej.parameters;

import static org.cleanplate.live.BackgroundGrab.DEFAULT_FRAMES;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.cleanplate.MattingException;
import org.cleanplate.imagej.macro.MacroKey;
import org.cleanplate.imagej.macro.MacroLine;
import org.cleanplate.imagej.macro.MacroOptions;
import org.cleanplate.imagej.macro.MacroSyntax;
import org.cleanplate.live.LiveLimit;
import org.cleanplate.video.LiveInput;

/**
 * One run of <em>Matte Live...</em>.
 *
 * @param input the camera, stream or file
 * @param background the title or id of an open image or the path of a file; empty to grab it
 * @param grabFrames how many frames are averaged when the background is grabbed
 * @param matting model, device and refinement
 * @param shown what the window shows first
 * @param outputs what to record, each of {@link Output#WRITABLE}
 * @param export where to record it, and as what; empty to record nothing
 * @param frames after how many mattes to end; empty for no limit
 * @param seconds after how long to end; empty for no limit
 */
public record MatteLiveParameters(
    LiveInput input,
    Optional<String> background,
    int grabFrames,
    MattingParameters matting,
    LiveShown shown,
    Set<Output> outputs,
    Optional<FileExport> export,
    OptionalInt frames,
    OptionalDouble seconds) {

  /** As the menu shows it; a constant, so that it can be told when nothing else loads. */
  public static final String COMMAND = "Matte Live...";

  /** The keys of the command. */
  public static final MacroSyntax SYNTAX = new MacroSyntax(COMMAND, keys());

  private static final double SHORTEST_SECONDS = 0.01;
  private static final double LONGEST_SECONDS = 366 * 86_400.0;
  private static final double MOST_FRAMES_PER_SECOND = 10_000;

  public MatteLiveParameters {
    outputs = Set.copyOf(outputs);
    if (export.isPresent()) {
      export.get().requireWritable(outputs);
      if (export.get().format() == FileFormat.STACK) {
        throw new MattingException(
            "Recordings are not written as stacks, expected "
                + FileFormat.usageForVideos()
                + ": choose one of these");
      }
    }
  }

  private static List<MacroKey> keys() {
    List<MacroKey> keys = new ArrayList<>();
    keys.add(
        new MacroKey(
            "input",
            "name",
            "a camera, a stream's address, or a file played at its pace; default "
                + LiveInput.cameraName()));
    keys.add(
        new MacroKey(
            "format",
            "name",
            "FFmpeg's name for the kind of device: v4l2, dshow, avfoundation, lavfi; default "
                + LiveInput.cameraFormat()
                + " for what is no file and no address"));
    keys.add(new MacroKey("size", "WxH", "asked of the camera; default its own"));
    keys.add(new MacroKey("fps", "number", "asked of the camera; default its own"));
    keys.add(
        new MacroKey(
            "background", "title|path", "the scene without its subject; default grab the first"));
    keys.add(
        new MacroKey(
            "grab", "number", "frames averaged for a background; default " + DEFAULT_FRAMES));
    keys.add(new MacroKey("view", "composite|alpha|foreground", "shown first; default composite"));
    keys.add(new MacroKey("output", "folder", "where to record; default nowhere"));
    keys.add(
        new MacroKey(
            "preset", FileFormat.usageForVideos(), "kind of the recordings; default h264"));
    keys.addAll(FileExport.keys());
    keys.add(new MacroKey("frames", "number", "ends after so many mattes; in a macro"));
    keys.add(new MacroKey("seconds", "number", "ends after so long; in a macro"));
    keys.addAll(MattingParameters.keys());
    keys.addAll(Output.keys(Output.WRITABLE));
    return keys;
  }

  /**
   * Reads the option string of a macro.
   *
   * @throws org.cleanplate.MattingException if it holds anything that is not understood, or no end
   */
  public static MatteLiveParameters parse(String text) {
    MacroOptions options = SYNTAX.parse(text);
    OptionalInt frames = options.integer("frames", 1);
    OptionalDouble seconds = options.number("seconds", SHORTEST_SECONDS, LONGEST_SECONDS);
    if (frames.isEmpty() && seconds.isEmpty()) {
      options.required("frames");
    }
    if (options.has("background")) {
      options.refuse("grab", "with background=");
    }
    return new MatteLiveParameters(
        input(options),
        options.text("background"),
        options.integer("grab", 1).orElse(DEFAULT_FRAMES),
        MattingParameters.read(options),
        options.choice("view", LiveShown.class, LiveShown::key).orElse(LiveShown.COMPOSITE),
        Output.read(options, Output.WRITABLE, false),
        export(options),
        frames,
        seconds);
  }

  private static LiveInput input(MacroOptions options) {
    LiveInput named = LiveInput.of(options.text("input").orElse(LiveInput.cameraName()));
    Optional<String> format = options.text("format");
    return new LiveInput(
        named.name(),
        format.isPresent() ? format : named.format(),
        options.text("size"),
        options.number("fps", SHORTEST_SECONDS, MOST_FRAMES_PER_SECOND));
  }

  private static Optional<FileExport> export(MacroOptions options) {
    Optional<String> folder = options.text("output");
    if (folder.isEmpty()) {
      List.of("preset", "bits", "quality").forEach(key -> options.refuse(key, "without output="));
      return Optional.empty();
    }
    FileFormat format = FileFormat.read(options, "preset").orElse(FileFormat.H264);
    return Optional.of(FileExport.read(options, folder.get(), format));
  }

  /** When the run ends by itself. */
  public LiveLimit limit() {
    return new LiveLimit(
        frames.isPresent() ? OptionalLong.of(frames.getAsInt()) : OptionalLong.empty(),
        seconds.isPresent()
            ? Optional.of(Duration.ofNanos(Math.round(seconds.getAsDouble() * 1e9)))
            : Optional.empty());
  }

  /** The option string that {@link #parse} reads back as this. */
  public String toMacro() {
    MacroLine line = new MacroLine();
    line.add("input", input.name());
    if (!input.format().equals(LiveInput.of(input.name()).format())) {
      input.format().ifPresent(format -> line.add("format", format));
    }
    input.size().ifPresent(size -> line.add("size", size));
    input.framesPerSecond().ifPresent(rate -> line.add("fps", rate));
    background.ifPresent(name -> line.add("background", name));
    if (grabFrames != DEFAULT_FRAMES && background.isEmpty()) {
      line.add("grab", grabFrames);
    }
    if (shown != LiveShown.COMPOSITE) {
      line.add("view", shown.key());
    }
    export.ifPresent(files -> files.write(line, "output", "preset"));
    frames.ifPresent(count -> line.add("frames", count));
    seconds.ifPresent(time -> line.add("seconds", time));
    matting.write(line);
    Output.write(outputs, line);
    return line.toString();
  }
}
