package org.cleanplate.imagej.result;

import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import java.util.List;
import java.util.Set;
import org.cleanplate.MattingException;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.Matte;
import org.cleanplate.matte.Components;
import org.cleanplate.matte.MaskOptions;
import org.cleanplate.network.graph.Layer;

/**
 * The number of the connected part that each pixel belongs to, in reading order from 1 in every
 * frame; 0 is background.
 *
 * @param options threshold and least area
 */
record LabelPlanes(MaskOptions options) implements ResultPlanes {
  private static final int MOST = 65_535;

  @Override
  public Set<Layer> layers() {
    return Set.of(Layer.ALPHA_FLOAT);
  }

  @Override
  public int bitDepth() {
    return 16;
  }

  @Override
  public Range range() {
    return Range.CONTENT;
  }

  @Override
  public List<ImageProcessor> of(Frame source, Frame plate, Matte matte) {
    Frame alpha = matte.layer(Layer.ALPHA_FLOAT);
    int width = alpha.format().width();
    Components found = options.components(alpha.pixels().asFloatBuffer(), width);
    if (found.components().size() > MOST) {
      throw new MattingException(
          "Frame "
              + matte.index()
              + " has "
              + found.components().size()
              + " parts, but a label image holds "
              + MOST
              + ": give a larger min_area=");
    }
    int[] labels = found.labels();
    short[] pixels = new short[labels.length];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (short) labels[i];
    }
    return List.of(new ShortProcessor(width, alpha.format().height(), pixels, null));
  }
}
