package org.cleanplate.imagej.result;

import ij.process.ImageProcessor;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.Matte;
import org.cleanplate.imagej.image.ChannelLevels;
import org.cleanplate.imagej.image.StackFormat;
import org.cleanplate.imagej.image.StackSeries;
import org.cleanplate.matte.Unmixing;
import org.cleanplate.network.graph.Layer;

/** The foreground at the depth and in the channels of the source. */
final class ForegroundPlanes implements ResultPlanes {
  private final StackSeries series;
  private final ChannelLevels levels;
  private final Unmixing unmixing;
  private final Frame foreground;

  ForegroundPlanes(StackSeries series, ChannelLevels levels, Unmixing unmixing) {
    this.series = series;
    this.levels = levels;
    this.unmixing = unmixing;
    this.foreground = Frame.allocate(StackFormat.of(series));
  }

  @Override
  public Set<Layer> layers() {
    return Unmixing.LAYERS;
  }

  @Override
  public int count() {
    return series.planesPerPicture();
  }

  @Override
  public int bitDepth() {
    boolean bytes = foreground.format().layout().packed() && !series.isColour();
    return bytes ? 24 : series.image().getBitDepth();
  }

  @Override
  public Range range() {
    return Range.SOURCE;
  }

  @Override
  public List<ImageProcessor> of(Frame source, Frame plate, Matte matte) {
    unmixing.unmix(source, plate, matte, foreground);
    if (!series.isColour()) {
      return List.of(StackFormat.processor(foreground));
    }
    return IntStream.range(0, count())
        .mapToObj(plane -> StackFormat.plane(foreground, plane, bitDepth(), levels))
        .toList();
  }
}
