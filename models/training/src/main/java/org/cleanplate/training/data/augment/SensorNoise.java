package org.cleanplate.training.data.augment;

import org.cleanplate.training.data.image.Blur;
import org.cleanplate.training.data.image.FloatImage;
import org.cleanplate.training.data.synthesis.Dice;
import org.cleanplate.training.data.synthesis.WhiteNoise;

/** Noise of a sensor; stronger where it is bright, and smeared where a camera has filtered it. */
final class SensorNoise {
  private static final float[] SMEAR = {0.27f, 0.46f, 0.27f};

  private SensorNoise() {}

  static void add(FloatImage image, Dice dice, double deviation, boolean smeared) {
    FloatImage noise = WhiteNoise.planes(dice, image.width(), image.height(), image.channels());
    FloatImage grain = smeared ? Blur.separable(noise, SMEAR) : noise;
    float amount = (float) deviation * (smeared ? 1.8f : 1);
    for (int i = 0; i < image.values().length; i++) {
      float bright = 0.6f + 0.7f * Math.max(0, Math.min(1, image.values()[i]));
      image.values()[i] += amount * bright * grain.values()[i];
    }
  }
}
