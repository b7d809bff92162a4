package org.cleanplate.resume;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.cleanplate.frame.Matte;
import org.cleanplate.network.graph.Layer;

/**
 * A result that is written in chunks, each whole in files of its own, and joined in the end. Used
 * by one thread.
 */
public interface ChunkedOutput extends AutoCloseable {

  /** The layers that {@link #write} reads. */
  Set<Layer> layers();

  /** Starts a chunk, in place of what an earlier run may have left of it. */
  void beginChunk(int number) throws IOException;

  /** Takes one matte into the chunk; it is the caller's again on return. */
  void write(Matte matte) throws IOException;

  /** Ends the chunk: on return it is whole and survives even a loss of power. */
  void endChunk() throws IOException;

  /**
   * Makes the result from all chunks, under a temporary name.
   *
   * @param chunks how many there are
   * @param timesMicros when each frame is shown
   */
  void join(int chunks, long[] timesMicros) throws IOException;

  /** What the user should know of the output, each a sentence that names it. */
  default List<String> notes() {
    return List.of();
  }

  /** Gives the result its final name. */
  void finish() throws IOException;

  /**
   * Ends a chunk that is not whole so that what is there of it can be looked at, and discards a
   * result that was not finished. May be called twice.
   */
  @Override
  void close() throws IOException;
}
