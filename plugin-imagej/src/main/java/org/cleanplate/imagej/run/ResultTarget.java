package org.cleanplate.imagej.run;

import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.cleanplate.frame.FrameSink;
import org.cleanplate.frame.FrameSource;
import org.cleanplate.network.graph.Layer;

/** Where the mattes of one run go: images that are opened, or files. */
interface ResultTarget extends AutoCloseable {

  /** What its sinks read. */
  Set<Layer> layers();

  /** What the run will hold in the Java heap until its end, in bytes. */
  long heapBytes();

  /** The sinks, one for each output; called once. The job that takes them closes them. */
  List<FrameSink> openSinks(FrameSource source) throws IOException;

  /** The finished images, alpha last; none if files were written. */
  List<ImagePlus> images();

  /** The finished files or folders; none if images were made. */
  List<Path> files();

  /** Removes what an unfinished run would leave. */
  @Override
  void close() throws IOException;
}
