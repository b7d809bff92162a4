package org.cleanplate.fiji.studio.model;

import java.time.Duration;
import java.util.Optional;
import org.cleanplate.imagej.run.MattedFrame;
import org.cleanplate.imagej.run.SourceFrame;

/**
 * What is there of the current frame.
 *
 * @param source the frame, once it is read
 * @param matte its matte, once it is computed; that of the options before until then
 * @param took how long that took
 * @param computing what is being done, for people; empty if nothing is
 * @param failure why there is no matte with the options of now
 */
public record Preview(
    Optional<SourceFrame> source,
    Optional<MattedFrame> matte,
    Optional<Duration> took,
    Optional<String> computing,
    Optional<String> failure) {

  /** Before anything is known. */
  public static final Preview NONE =
      new Preview(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  Preview computing(String what) {
    return new Preview(source, matte, took, Optional.of(what), Optional.empty());
  }

  /** Another frame, whose matte is not known yet. */
  Preview ofFrame(SourceFrame frame) {
    boolean same =
        matte
            .filter(known -> known.source().index() == frame.pixels().index())
            .filter(known -> known.source().format().equals(frame.pixels().format()))
            .isPresent();
    return new Preview(
        Optional.of(frame), same ? matte : Optional.empty(), took, computing, Optional.empty());
  }

  Preview matted(MattedFrame frame, Duration duration) {
    return new Preview(
        Optional.of(new SourceFrame(frame.source(), frame.levels())),
        Optional.of(frame),
        Optional.of(duration),
        Optional.empty(),
        Optional.empty());
  }

  /** Nothing is done while an option is not understood; what is shown stays. */
  Preview idle() {
    return new Preview(source, matte, took, Optional.empty(), Optional.empty());
  }

  Preview failed(String message) {
    return new Preview(
        source, Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(message));
  }
}
