package org.cleanplate.training.torch;

import java.util.SplittableRandom;
import org.cleanplate.training.data.SampleSource;
import org.cleanplate.training.data.TrainingSample;

/** Discs of one colour on noise: all that is needed to see whether anything is learnt. */
record DiscSamples(long seed) implements SampleSource {

  @Override
  public TrainingSample draw(long number, int width, int height) {
    SplittableRandom random = new SplittableRandom(seed * 1_000_003 + number);
    int pixels = width * height;
    float[] plate = new float[3 * pixels];
    for (int i = 0; i < plate.length; i++) {
      plate[i] = random.nextInt(256) / 255f;
    }
    double x = width * (0.3 + 0.4 * random.nextDouble());
    double y = height * (0.3 + 0.4 * random.nextDouble());
    double radius = Math.min(width, height) * (0.15 + 0.2 * random.nextDouble());
    float[] alpha = new float[pixels];
    for (int i = 0; i < pixels; i++) {
      double distance = Math.hypot(i % width - x, i / width - y);
      alpha[i] = (float) Math.min(1, Math.max(0, radius - distance + 0.5));
    }
    float[] foreground = new float[3 * pixels];
    float[] source = new float[3 * pixels];
    for (int channel = 0; channel < 3; channel++) {
      float colour = random.nextInt(256) / 255f;
      for (int i = 0; i < pixels; i++) {
        int at = channel * pixels + i;
        foreground[at] = colour;
        source[at] = alpha[i] * colour + (1 - alpha[i]) * plate[at];
      }
    }
    return new TrainingSample(width, height, source, plate, alpha, foreground);
  }
}
