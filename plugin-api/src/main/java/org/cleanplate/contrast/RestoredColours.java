package org.cleanplate.contrast;

import java.nio.ByteBuffer;
import org.cleanplate.engine.AlphaLayers;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.Matte;
import org.cleanplate.frame.Samples;
import org.cleanplate.network.graph.Layer;

/**
 * Turns the colours of a matte of stretched pictures into those of the pictures themselves. What
 * the stretch cut off of the frame is added again, as far as it is the subject's.
 *
 * @param stretch the map
 * @param source the frame as it was before
 * @param backdrop the colour behind a composite, {@code 0xRRGGBB}
 */
record RestoredColours(Stretch stretch, Frame source, int backdrop) {

  void restore(Matte matte) {
    Samples alpha = Samples.of(matte.layer(AlphaLayers.mostPrecise(matte.layers())));
    for (Layer layer : matte.layers()) {
      Frame pixels = matte.layer(layer);
      switch (layer) {
        case FOREGROUND_8, FOREGROUND_16, FOREGROUND_FLOAT -> foreground(pixels, alpha);
        case CUTOUT_8 -> cutout(pixels, alpha);
        case COMPOSITE_8, COMPOSITE_16 -> composite(pixels, alpha);
        case COARSE_FOREGROUND -> coarse(pixels);
        case ALPHA_8, ALPHA_16, ALPHA_FLOAT, COARSE_ALPHA, ERROR_MAP, REFINED_REGIONS -> {
          // No colours.
        }
      }
    }
  }

  private void foreground(Frame pixels, Samples alpha) {
    Samples colours = Samples.of(pixels);
    Samples seen = Samples.of(source);
    for (int i = 0; i < count(pixels); i++) {
      float share = alpha.get(i, 0) / alpha.fullScale();
      restore(colours, i, seen, share);
    }
  }

  private void cutout(Frame pixels, Samples alpha) {
    Samples colours = Samples.of(pixels);
    Samples seen = Samples.of(source);
    ByteBuffer bytes = pixels.pixels();
    for (int i = 0; i < count(pixels); i++) {
      if (bytes.get(4 * i + 3) != 0) {
        restore(colours, i, seen, alpha.get(i, 0) / alpha.fullScale());
      }
    }
  }

  private void restore(Samples colours, int pixel, Samples seen, float alpha) {
    float full = colours.fullScale();
    for (int c = 0; c < colours.channels(); c++) {
      Stretch.Part part = stretch.part(c);
      float restored = part.restored(colours.get(pixel, c) / full);
      float cutOff = alpha * part.excess(seen.get(pixel, c) / seen.fullScale());
      colours.set(pixel, c, (restored + cutOff) * full);
    }
  }

  /** A composite is {@code a F + (1 - a) D}; the backdrop D was not stretched. */
  private void composite(Frame pixels, Samples alpha) {
    Samples mixed = Samples.of(pixels);
    Samples seen = Samples.of(source);
    for (int i = 0; i < count(pixels); i++) {
      float a = alpha.get(i, 0) / alpha.fullScale();
      for (int c = 0; c < 3; c++) {
        Stretch.Part part = stretch.part(c);
        float behind = (1 - a) * (backdrop >> 16 - 8 * c & 255) / 255f;
        float before = mixed.get(i, c) / mixed.fullScale() - behind;
        float cutOff = part.excess(seen.get(i, c) / seen.fullScale());
        float subject = part.range() * before + a * (part.black() + cutOff);
        mixed.set(i, c, (subject + behind) * mixed.fullScale());
      }
    }
  }

  private void coarse(Frame pixels) {
    Samples colours = Samples.of(pixels);
    for (int i = 0; i < count(pixels); i++) {
      for (int c = 0; c < colours.channels(); c++) {
        colours.set(i, c, stretch.part(c).restored(colours.get(i, c)));
      }
    }
  }

  private static int count(Frame pixels) {
    return pixels.format().width() * pixels.format().height();
  }
}
