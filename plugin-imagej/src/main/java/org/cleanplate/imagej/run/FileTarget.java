package org.cleanplate.imagej.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.frame.FrameSink;
import org.cleanplate.frame.FrameSource;
import org.cleanplate.imagej.parameters.Output;
import org.cleanplate.network.graph.Layer;
import org.cleanplate.sequence.ImageSequenceSink;
import org.cleanplate.video.VideoFrameSink;

/** Results as files, written in one go. */
final class FileTarget implements ResultTarget {
  private final ResultFiles names;
  private final Iterator<String> suffixes;
  private final ResultWriters<FrameSink> writers;

  /**
   * Nothing is written yet.
   *
   * @param suffixes what tells the series apart, one for each
   * @param frameStep every how many frames of the source are written
   * @param folder where to write; left open
   */
  FileTarget(ResultFiles names, List<String> suffixes, long frameStep, OutputFolder folder) {
    this.names = names;
    this.suffixes = suffixes.iterator();
    this.writers = new ResultWriters<>(folder, frameStep, new Sinks());
  }

  @Override
  public Set<Layer> layers() {
    return names.layers();
  }

  @Override
  public List<FrameSink> openSinks(FrameSource source) throws IOException {
    return writers.open(names.withStem(names.stem() + suffixes.next()), source);
  }

  @Override
  public List<Path> files() {
    return writers.files();
  }

  private static final class Sinks implements ResultWriters.Kind<FrameSink> {
    @Override
    public FrameSink pictures(ResultFiles names, Output output, Path pictures, FrameFormat source)
        throws IOException {
      return ImageSequenceSink.create(
              pictures,
              names.name(output),
              names.pictures(),
              names.content(output).layers(),
              source)
          .describedAs(names.description());
    }

    @Override
    public FrameSink video(
        ResultFiles names, Output output, Path video, FrameFormat source, double framesPerSecond)
        throws IOException {
      return VideoFrameSink.create(
          video, names.content(output), source, framesPerSecond, names.encoding());
    }

    @Override
    public void close(FrameSink sink) throws IOException {
      sink.close();
    }
  }
}
