package org.cleanplate.imagej.result;

import ij.process.ImageProcessor;
import java.util.List;
import java.util.Set;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.Matte;
import org.cleanplate.imagej.image.StackFormat;
import org.cleanplate.network.graph.Layer;

/**
 * A layer of the matte as it is.
 *
 * @param layer in a layout that ImageJ has
 */
record LayerPlanes(Layer layer) implements ResultPlanes {

  @Override
  public Set<Layer> layers() {
    return Set.of(layer);
  }

  @Override
  public Layer.Scale scale() {
    return layer.scale();
  }

  @Override
  public boolean hasAlpha() {
    return layer == Layer.CUTOUT_8;
  }

  @Override
  public int bitDepth() {
    return switch (layer.layout()) {
      case BGRA_8 -> 24;
      default -> 8 * layer.layout().bytesPerSample();
    };
  }

  @Override
  public List<ImageProcessor> of(Frame source, Frame plate, Matte matte) {
    return List.of(StackFormat.processor(matte.layer(layer)));
  }
}
