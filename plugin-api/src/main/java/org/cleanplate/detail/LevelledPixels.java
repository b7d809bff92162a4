package org.cleanplate.detail;

import org.cleanplate.engine.MattingOptions.Levels;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.Samples;
import org.cleanplate.matte.SampleScale;

/**
 * Pixels as the network sees them: three colours of 0..1, deep samples clamped to black and white.
 */
record LevelledPixels(Samples samples, SampleScale scale) implements Pixels {

  static LevelledPixels of(Frame picture, Levels levels) {
    Samples samples = Samples.of(picture);
    return new LevelledPixels(samples, SampleScale.of(samples, levels));
  }

  @Override
  public void read(int pixel, float[] rgb) {
    for (int c = 0; c < 3; c++) {
      rgb[c] = Math.max(0, Math.min(1, scale.unit(samples.get(pixel, c))));
    }
  }
}
