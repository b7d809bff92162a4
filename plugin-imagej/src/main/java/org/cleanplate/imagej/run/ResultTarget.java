package org.cleanplate.imagej.run;

import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.cleanplate.frame.FrameSink;
import org.cleanplate.frame.FrameSource;
import org.cleanplate.network.graph.Layer;

/**
 * Where the mattes of one run go: images that are opened, files, a table. A run may consist of
 * several series, one after the other.
 */
interface ResultTarget extends AutoCloseable {

  /** What its sinks read. */
  Set<Layer> layers();

  /** What the run will hold in the Java heap until its end, in bytes; 0 if pixels only pass. */
  default long heapBytes() {
    return 0;
  }

  /** The sinks for the next series, one for each output. The job that takes them closes them. */
  List<FrameSink> openSinks(FrameSource source) throws IOException;

  /**
   * Called after each series; after the last one everything is finished and handed out.
   *
   * @param last sees each image before it is written or returned
   * @return the finished images, alpha last; none if files were written or a series is missing
   */
  default List<ImagePlus> deliver(Consumer<ImagePlus> last) throws IOException {
    return List.of();
  }

  /** The finished files or folders; none if images were made. */
  default List<Path> files() {
    return List.of();
  }

  /** Removes what an unfinished run would leave, beyond the sinks that the job closes. */
  @Override
  default void close() throws IOException {}
}
