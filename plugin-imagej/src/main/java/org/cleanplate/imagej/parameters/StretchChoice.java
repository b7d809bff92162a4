package org.cleanplate.imagej.parameters;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.cleanplate.MattingException;
import org.cleanplate.imagej.macro.MacroKey;
import org.cleanplate.imagej.macro.MacroLine;
import org.cleanplate.imagej.macro.MacroOptions;

/**
 * Which frames of a video are worked on, by number or by time.
 *
 * @param first the first frame, from 1
 * @param frames how many at most; empty for all
 * @param fromSeconds the time of the first frame at the earliest; empty to count frames
 * @param toSeconds the time before which all frames lie; empty for the end
 * @param step from one frame to the next, 1 for every frame
 * @param proxySeconds for a trial: so many seconds at half the size; empty for all of it
 */
public record StretchChoice(
    int first,
    OptionalInt frames,
    OptionalDouble fromSeconds,
    OptionalDouble toSeconds,
    int step,
    OptionalDouble proxySeconds) {

  /** Every frame, at its full size. */
  public static final StretchChoice ALL = ofFrames(1, OptionalInt.empty());

  private static final double A_YEAR = 366 * 86_400.0;

  public StretchChoice {
    if (fromSeconds.isPresent()
        && toSeconds.isPresent()
        && fromSeconds.getAsDouble() >= toSeconds.getAsDouble()) {
      throw new MattingException(
          "The stretch is from "
              + fromSeconds.getAsDouble()
              + " to "
              + toSeconds.getAsDouble()
              + " seconds: choose an end after its start");
    }
  }

  /** A stretch by the numbers of its frames. */
  public static StretchChoice ofFrames(int first, OptionalInt frames) {
    return new StretchChoice(
        first, frames, OptionalDouble.empty(), OptionalDouble.empty(), 1, OptionalDouble.empty());
  }

  /** Whether the times of the frames have to be known. */
  public boolean isTimed() {
    return fromSeconds.isPresent() || toSeconds.isPresent() || isProxy();
  }

  /** Whether this is a trial at half the size. */
  public boolean isProxy() {
    return proxySeconds.isPresent();
  }

  static List<MacroKey> keys() {
    return List.of(
        new MacroKey("first", "number", "first frame to matte, from 1; default 1"),
        new MacroKey("frames", "number", "how many frames to matte; default all"),
        new MacroKey("from", "seconds", "time of the first frame to matte; default the start"),
        new MacroKey("to", "seconds", "time before which to stop; default the end"),
        new MacroKey("step", "number", "mattes every so many frames; default 1"),
        new MacroKey("proxy", "seconds", "for trying options: so many seconds at half the size"));
  }

  static StretchChoice read(MacroOptions options) {
    if (options.has("from")) {
      options.refuse("first", "with from=");
    }
    if (options.has("to")) {
      options.refuse("frames", "with to=");
    }
    return new StretchChoice(
        options.integer("first", 1).orElse(1),
        options.integer("frames", 1),
        options.number("from", 0, A_YEAR),
        options.number("to", 1e-3, A_YEAR),
        options.integer("step", 1).orElse(1),
        options.number("proxy", 1e-3, A_YEAR));
  }

  void write(MacroLine line) {
    if (first != 1) {
      line.add("first", first);
    }
    frames.ifPresent(count -> line.add("frames", count));
    fromSeconds.ifPresent(seconds -> line.add("from", seconds));
    toSeconds.ifPresent(seconds -> line.add("to", seconds));
    if (step != 1) {
      line.add("step", step);
    }
    proxySeconds.ifPresent(seconds -> line.add("proxy", seconds));
  }
}
