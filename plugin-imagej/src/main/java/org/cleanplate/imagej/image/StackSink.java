package org.cleanplate.imagej.image;

import ij.ImagePlus;
import ij.ImageStack;
import java.util.Optional;
import java.util.Set;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameSink;
import org.cleanplate.frame.Matte;
import org.cleanplate.imagej.parameters.Output;
import org.cleanplate.network.graph.Layer;

/**
 * One layer of the mattes as an image stack in memory, made after the image that was matted: same
 * calibration, dimensions and slice labels. The result is there after {@link #finish()}.
 */
public final class StackSink implements FrameSink {
  private final ImagePlus source;
  private final ImageStack labels;
  private final Output output;
  private final Layer layer;
  private ImageStack slices = new ImageStack();
  private Optional<ImagePlus> result = Optional.empty();

  /**
   * @param source the image that is matted
   * @param output what the result is called after
   * @param layer the pixels it takes, in a layout that ImageJ has
   */
  public StackSink(ImagePlus source, Output output, Layer layer) {
    this.source = source;
    this.labels = source.getStack();
    this.output = output;
    this.layer = layer;
  }

  @Override
  public Set<Layer> layers() {
    return Set.of(layer);
  }

  public Output output() {
    return output;
  }

  @Override
  public void write(Matte matte) {
    Frame frame = matte.layer(layer);
    slices.addSlice(labels.getSliceLabel((int) matte.index() + 1), StackFormat.processor(frame));
  }

  @Override
  public void finish() {
    ImagePlus image = new ImagePlus(ResultTitle.of(source, output.key()), slices);
    SourceLayout.copy(source, image, layer.scale());
    switch (layer.layout()) {
      case GRAY_FLOAT -> image.setDisplayRange(0, 1);
      case GRAY_16 -> image.setDisplayRange(0, 65535);
      default -> {
        // Eight bits are shown from 0 to 255 anyway.
      }
    }
    result = Optional.of(image);
    slices = new ImageStack();
  }

  /**
   * The finished image, not shown.
   *
   * @throws IllegalStateException before {@link #finish()}
   */
  public ImagePlus result() {
    return result.orElseThrow(() -> new IllegalStateException("The stack is not finished"));
  }

  @Override
  public void close() {
    slices = new ImageStack();
  }
}
