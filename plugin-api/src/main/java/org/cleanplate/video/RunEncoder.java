package org.cleanplate.video;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.cleanplate.MattingException;
import org.cleanplate.frame.FrameFormat;

/**
 * The encoder of all videos of a run. It is settled before the first frame: a long video is written
 * in parts, which can only be joined if one encoder made them all, and a GPU that has encoders free
 * now may have none later.
 *
 * @param name the library's; empty for the best one that works when a file is opened
 * @param note what the user should know of the choice
 */
public record RunEncoder(Optional<String> name, Optional<String> note) {
  /** For each file the best one that works when it is opened. */
  public static final RunEncoder BEST = new RunEncoder(Optional.empty(), Optional.empty());

  /** Tries an encoder on all videos of the run at once. */
  @FunctionalInterface
  interface Trial {
    /** Its name and why it does not do them; empty if it does. */
    Optional<String> problem(EncoderKind kind);
  }

  /**
   * Finds the encoder that is asked for, trying each out rather than trusting its presence.
   *
   * @param contents what each of the videos shows
   * @param source the format of the source's frames, of which the size is taken
   * @param framesPerSecond the source's rhythm; 0 if it has none
   * @throws MattingException if none of those that may be used works
   */
  public static RunEncoder choose(
      EncoderChoice choice,
      VideoPreset preset,
      List<VideoContent> contents,
      FrameFormat source,
      double framesPerSecond) {
    EncodeOptions options = EncodeOptions.of(preset);
    return choose(
        choice,
        preset,
        kind -> EncoderOpener.problem(kind, options, contents, source, framesPerSecond));
  }

  /** As {@link #choose(EncoderChoice, VideoPreset, List, FrameFormat, double)}. */
  static RunEncoder choose(EncoderChoice choice, VideoPreset preset, Trial trial) {
    if (choice == EncoderChoice.BEST
        || choice == EncoderChoice.HARDWARE_FIRST && !preset.hasHardwareEncoder()) {
      return BEST;
    }
    List<String> problems = new ArrayList<>();
    List<String> withHardware = new ArrayList<>();
    for (EncoderKind kind : candidates(choice, preset)) {
      Optional<String> problem = trial.problem(kind);
      if (problem.isEmpty()) {
        return new RunEncoder(Optional.of(kind.encoder()), Optional.of(note(kind, withHardware)));
      }
      problems.add(problem.get());
      if (kind.isHardware()) {
        withHardware.add(problem.get());
      }
    }
    throw new MattingException(
        preset.title()
            + " cannot be encoded by "
            + (choice == EncoderChoice.HARDWARE ? "hardware" : "software")
            + " here ("
            + String.join("; ", problems)
            + "): use encoder=auto, or another kind of video");
  }

  private static List<EncoderKind> candidates(EncoderChoice choice, VideoPreset preset) {
    List<EncoderKind> kinds = preset.encoders().stream().filter(choice::allows).toList();
    return choice == EncoderChoice.HARDWARE_FIRST
        ? kinds.stream().sorted(Comparator.comparing(kind -> !kind.isHardware())).toList()
        : kinds;
  }

  private static String note(EncoderKind kind, List<String> withHardware) {
    String said = "Videos are encoded by " + kind.encoder();
    return kind.isHardware() || withHardware.isEmpty()
        ? said
        : said + ", as hardware cannot (" + String.join("; ", withHardware) + ")";
  }
}
