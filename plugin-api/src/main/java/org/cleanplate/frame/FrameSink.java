package org.cleanplate.frame;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.cleanplate.network.graph.Layer;

/**
 * Where mattes go: a stack, a video, a sequence of pictures, a table. Used by one thread.
 *
 * <p>Files are written under a temporary name. {@link #finish()} moves them to their final name;
 * {@link #close()} without it discards them. So nothing half-written ever bears the final name.
 */
public interface FrameSink extends AutoCloseable {

  /** The layers that {@link #write} reads. */
  Set<Layer> layers();

  /**
   * How many frames of the range an earlier run has left here, whole: {@link #write} gets those
   * after them.
   */
  default long framesDone() {
    return 0;
  }

  /**
   * Takes one matte; frames arrive in order.
   *
   * @param matte with at least {@link #layers()}; the caller's again on return
   * @throws IOException if it cannot be written; the sink can then only be closed
   */
  void write(Matte matte) throws IOException;

  /**
   * As {@link #write(Matte)}, with what the matte was computed from. A job calls this; a sink that
   * reads them as well is a {@link PlatedSink}.
   *
   * @param source the frame
   * @param plate the clean plate it was matted with, of the same format
   */
  default void write(Frame source, Frame plate, Matte matte) throws IOException {
    write(matte);
  }

  /**
   * Writes what is still missing, such as a trailer, so that the output is whole under its
   * temporary name. Optional before {@link #finish()}: whoever has several sinks completes all of
   * them before finishing the first, so that one that fails leaves no half of a result.
   */
  default void complete() throws IOException {}

  /**
   * What the user should know of the output, each a sentence that names it: sound that had to be
   * encoded anew, an encoder that stood in for another.
   */
  default List<String> notes() {
    return List.of();
  }

  /** Completes the output and gives it its final name. */
  void finish() throws IOException;

  /** Frees everything and discards what was not finished. May be called twice. */
  @Override
  void close() throws IOException;
}
