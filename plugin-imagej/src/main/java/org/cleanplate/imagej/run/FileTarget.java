package org.cleanplate.imagej.run;

import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.cleanplate.frame.FrameSink;
import org.cleanplate.frame.FrameSource;
import org.cleanplate.imagej.parameters.Output;
import org.cleanplate.network.graph.Layer;
import org.cleanplate.output.Closing;
import org.cleanplate.sequence.ImageSequenceSink;
import org.cleanplate.video.VideoFrameSink;

/** Results as files, written in one go. */
final class FileTarget implements ResultTarget {
  private final ResultFiles names;
  private final OutputFolder folder;
  private final Iterator<String> suffixes;
  private final long frameStep;
  private final List<Path> files = new ArrayList<>();

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
    this.frameStep = frameStep;
    this.folder = folder;
  }

  @Override
  public Set<Layer> layers() {
    return names.layers();
  }

  @Override
  public List<FrameSink> openSinks(FrameSource source) throws IOException {
    ResultFiles series = names.withStem(names.stem() + suffixes.next());
    List<FrameSink> sinks = new ArrayList<>();
    try {
      for (Output output : series.ordered()) {
        sinks.add(open(series, output, source));
      }
      return sinks;
    } catch (IOException | RuntimeException e) {
      Closing.all(sinks, FrameSink::close);
      throw e;
    }
  }

  private FrameSink open(ResultFiles series, Output output, FrameSource source) throws IOException {
    if (series.export().format().isPictures()) {
      Path pictures = folder.child(series.name(output));
      files.add(pictures);
      return ImageSequenceSink.create(
              pictures,
              series.name(output),
              series.pictures(),
              series.pictureLayer(output),
              source.format())
          .describedAs(series.description());
    }
    Path video = series.video(output, folder.path());
    files.add(video);
    return VideoFrameSink.create(
        video,
        series.content(output),
        source.format(),
        source.framesPerSecond() / frameStep,
        series.encoding());
  }

  /** Frames pass through; nothing is kept. */
  @Override
  public long heapBytes() {
    return 0;
  }

  @Override
  public List<ImagePlus> deliver(Consumer<ImagePlus> last) {
    return List.of();
  }

  @Override
  public List<Path> files() {
    return List.copyOf(files);
  }

  /** The sinks are closed by the job. */
  @Override
  public void close() {}
}
