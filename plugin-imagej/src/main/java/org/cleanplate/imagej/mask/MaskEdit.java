package org.cleanplate.imagej.mask;

import java.nio.FloatBuffer;
import org.cleanplate.frame.Frame;
import org.cleanplate.matte.AlphaEdit;

/**
 * Sets alpha inside masks, whatever the network said.
 *
 * @param value 1 to include, 0 to exclude
 */
public record MaskEdit(FrameMasks masks, float value) implements AlphaEdit {

  @Override
  public void apply(Frame source, FloatBuffer alpha) {
    masks
        .maskFor(source.index())
        .ifPresent(
            mask -> {
              byte[] inside = (byte[]) mask.getPixels();
              for (int i = 0; i < inside.length; i++) {
                if (inside[i] != 0) {
                  alpha.put(i, value);
                }
              }
            });
  }
}
