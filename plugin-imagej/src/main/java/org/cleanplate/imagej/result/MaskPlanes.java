package org.cleanplate.imagej.result;

import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Set;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.Matte;
import org.cleanplate.matte.MaskOptions;
import org.cleanplate.network.graph.Layer;

/**
 * 255 where alpha reaches a threshold, else 0.
 *
 * @param options parts smaller than its least area are left out
 */
record MaskPlanes(MaskOptions options) implements ResultPlanes {

  @Override
  public Set<Layer> layers() {
    return Set.of(Layer.ALPHA_FLOAT);
  }

  @Override
  public int bitDepth() {
    return 8;
  }

  @Override
  public List<ImageProcessor> of(Frame source, Frame plate, Matte matte) {
    Frame frame = matte.layer(Layer.ALPHA_FLOAT);
    FloatBuffer alpha = frame.pixels().asFloatBuffer();
    int width = frame.format().width();
    byte[] mask = new byte[alpha.limit()];
    int[] labels = options.minAreaPixels() > 1 ? options.components(alpha, width).labels() : null;
    for (int i = 0; i < mask.length; i++) {
      boolean inside = labels == null ? alpha.get(i) >= options.threshold() : labels[i] != 0;
      mask[i] = (byte) (inside ? 255 : 0);
    }
    return List.of(new ByteProcessor(width, frame.format().height(), mask));
  }
}
