package org.cleanplate.imagej.run;

import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.cleanplate.frame.FrameSink;
import org.cleanplate.frame.FrameSource;
import org.cleanplate.imagej.image.ResultTitle;
import org.cleanplate.imagej.parameters.FileExport;
import org.cleanplate.imagej.parameters.FileFormat;
import org.cleanplate.imagej.parameters.Output;
import org.cleanplate.network.graph.Layer;
import org.cleanplate.sequence.ImageSequenceSink;
import org.cleanplate.sequence.SequenceFormat;
import org.cleanplate.video.VideoFrameSink;

/** Results as files: {@code walk-alpha.mp4}, or a folder {@code walk-alpha} of pictures. */
final class FileTarget implements ResultTarget {
  private final FileExport export;
  private final Set<Output> outputs;
  private final String stem;
  private final OutputFolder folder;
  private final Iterator<String> suffixes;
  private final List<Path> files = new ArrayList<>();

  /**
   * Nothing is written yet.
   *
   * @param suffixes what tells the series apart, one for each
   * @param folder where to write; left open
   */
  FileTarget(
      FileExport export,
      Set<Output> outputs,
      String sourceName,
      List<String> suffixes,
      OutputFolder folder) {
    this.export = export;
    this.outputs = outputs;
    this.stem = ResultTitle.fileStem(sourceName);
    this.suffixes = suffixes.iterator();
    this.folder = folder;
  }

  @Override
  public Set<Layer> layers() {
    return outputs.stream().map(this::layer).collect(Collectors.toUnmodifiableSet());
  }

  private Layer layer(Output output) {
    boolean deep = export.bits() == 16;
    return switch (output) {
      case ALPHA -> deep ? Layer.ALPHA_16 : Layer.ALPHA_8;
      case FOREGROUND -> deep ? Layer.FOREGROUND_16 : Layer.FOREGROUND_8;
      case COMPOSITE -> Layer.COMPOSITE_8;
      case CUTOUT -> Layer.CUTOUT_8;
      case ERROR -> Layer.ERROR_MAP;
      case REGIONS -> Layer.REFINED_REGIONS;
      case MASK, LABELS -> throw new IllegalArgumentException(output + " is no layer");
    };
  }

  @Override
  public List<FrameSink> openSinks(FrameSource source) throws IOException {
    List<FrameSink> sinks = new ArrayList<>();
    String series = stem + suffixes.next();
    try {
      for (Output output : outputs.stream().sorted().toList()) {
        sinks.add(open(output, series + "-" + output.key(), source));
      }
      return sinks;
    } catch (IOException | RuntimeException e) {
      for (FrameSink sink : sinks) {
        sink.close();
      }
      throw e;
    }
  }

  private FrameSink open(Output output, String name, FrameSource source) throws IOException {
    Layer layer = layer(output);
    if (export.format().isPictures()) {
      Path pictures = folder.child(name);
      files.add(pictures);
      return ImageSequenceSink.create(
          pictures,
          name,
          export.format() == FileFormat.PNG ? SequenceFormat.PNG : SequenceFormat.TIFF,
          layer,
          source.format());
    }
    Path video = folder.path().resolve(name + "." + export.format().key());
    files.add(video);
    return VideoFrameSink.create(video, layer, source.format(), source.framesPerSecond());
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
