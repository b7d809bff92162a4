package org.cleanplate.imagej.run;

import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
  private final Map<Output, Path> files = new LinkedHashMap<>();

  /** Makes the folder; nothing else is written yet. */
  FileTarget(ResultFiles names) {
    this.names = names;
    this.folder = new OutputFolder(names.export().folder());
  }

  @Override
  public Set<Layer> layers() {
    return names.layers();
  }

  @Override
  public List<FrameSink> openSinks(FrameSource source) throws IOException {
    List<FrameSink> sinks = new ArrayList<>();
    try {
      for (Output output : names.ordered()) {
        sinks.add(open(output, source));
      }
      return sinks;
    } catch (IOException | RuntimeException e) {
      Closing.all(sinks, FrameSink::close);
      throw e;
    }
  }

  private FrameSink open(Output output, FrameSource source) throws IOException {
    if (names.export().format().isPictures()) {
      Path pictures = folder.child(names.name(output));
      files.put(output, pictures);
      return ImageSequenceSink.create(
          pictures,
          names.name(output),
          names.pictures(),
          names.pictureLayer(output),
          source.format());
    }
    Path video = names.video(output, folder.path());
    files.put(output, video);
    return VideoFrameSink.create(
        video, names.content(output), source.format(), source.framesPerSecond(), names.encoding());
  }

  /** Frames pass through; nothing is kept. */
  @Override
  public long heapBytes() {
    return 0;
  }

  @Override
  public List<ImagePlus> images() {
    return List.of();
  }

  @Override
  public List<Path> files() {
    return List.copyOf(files.values());
  }

  @Override
  public void close() throws IOException {
    folder.close();
  }
}
