package org.cleanplate.imagej.run;

import ij.ImagePlus;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.cleanplate.frame.FrameSink;
import org.cleanplate.frame.FrameSource;
import org.cleanplate.imagej.image.StackSink;
import org.cleanplate.imagej.parameters.MatteStackParameters;
import org.cleanplate.imagej.parameters.Output;
import org.cleanplate.network.graph.Layer;

/** Results as image stacks in memory. */
final class ImageTarget implements ResultTarget {
  /** Coarse maps and refined regions have about one value for 4x4 pixels. */
  private static final int SMALL_LAYER_PIXELS = 16;

  private final ImagePlus source;
  private final List<StackSink> sinks;

  ImageTarget(ImagePlus source, MatteStackParameters parameters) {
    this.source = source;
    // Shown in this order; the last is current afterwards, and that is alpha.
    this.sinks =
        parameters.outputs().stream()
            .sorted(Comparator.reverseOrder())
            .map(output -> new StackSink(source, output, layer(output, parameters.alphaDepth())))
            .toList();
  }

  private static Layer layer(Output output, int alphaDepth) {
    return switch (output) {
      case ALPHA ->
          switch (alphaDepth) {
            case 8 -> Layer.ALPHA_8;
            case 16 -> Layer.ALPHA_16;
            default -> Layer.ALPHA_FLOAT;
          };
      case FOREGROUND -> Layer.FOREGROUND_8;
      case COMPOSITE -> Layer.COMPOSITE_8;
      case CUTOUT -> Layer.CUTOUT_8;
      case ERROR -> Layer.ERROR_MAP;
      case REGIONS -> Layer.REFINED_REGIONS;
    };
  }

  @Override
  public Set<Layer> layers() {
    return sinks.stream()
        .flatMap(sink -> sink.layers().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public List<FrameSink> openSinks(FrameSource frames) {
    return List.copyOf(sinks);
  }

  @Override
  public long heapBytes() {
    return layers().stream().mapToLong(this::bytes).sum() * source.getStackSize();
  }

  private long bytes(Layer layer) {
    long full = layer.layout().byteCount(source.getWidth(), source.getHeight());
    return layer.scale() == Layer.Scale.FULL ? full : full / SMALL_LAYER_PIXELS;
  }

  @Override
  public List<ImagePlus> images() {
    return sinks.stream().map(StackSink::result).toList();
  }

  @Override
  public List<Path> files() {
    return List.of();
  }

  /** Images that nobody shows are left to the garbage collector. */
  @Override
  public void close() {}
}
