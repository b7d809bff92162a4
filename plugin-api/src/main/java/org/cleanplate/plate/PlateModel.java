package org.cleanplate.plate;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.cleanplate.frame.Frame;

/**
 * The clean plate for each frame: one picture for all, or one that changes with time. Used by one
 * thread at a time, which need not be the thread that made it.
 */
public interface PlateModel extends AutoCloseable {

  /** Where the plate comes from, as the results record it: {@code "median of 75 frames"}. */
  String description();

  /**
   * Whether {@link #plateFor} returns one picture for all frames of a source, its pixels never
   * changed again, so that several threads may read it at a time. Otherwise each plate is copied
   * before the next is asked for.
   */
  default boolean isFixed() {
    return false;
  }

  /**
   * The plate that belongs to {@code source}, of the same format; valid until the next call. Called
   * once for each frame, in order, by one thread at a time.
   *
   * @throws org.cleanplate.MattingException if the plate does not fit the frame
   */
  Frame plateFor(Frame source) throws IOException;

  /**
   * Whether the picture that {@link #plateFor} handed out last is the very one of the call before,
   * pixel for pixel: what was computed from it need not be computed anew. False if that is not
   * known.
   */
  default boolean isUnchanged() {
    return isFixed();
  }

  /** What became of the plate over the frames so far, in sentences for people. */
  default List<String> remarks() {
    return List.of();
  }

  /** The same for results to record, such as {@code align.shift}: {@code 3.20 px}. */
  default Map<String, String> properties() {
    return Map.of();
  }

  /**
   * What was found for the frame asked for last, as numbers by column of a table: {@code Plate
   * shift} in pixels, say.
   */
  default Map<String, Double> figures() {
    return Map.of();
  }

  /** Frees what it holds, such as an open video. May be called twice. */
  @Override
  default void close() throws IOException {}
}
