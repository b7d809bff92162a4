package org.cleanplate.plate;

import java.util.Arrays;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.Samples;

/**
 * Samples as shares of white. Bytes have a white of their own; deep pixels may use any part of
 * their range, so theirs is that of the plate, but for the half per cent at each end.
 *
 * @param black the sample at 0
 * @param range from black to white, over 0
 */
public record SampleRange(double black, double range) {
  private static final double CLIPPED_SHARE = 0.005;
  private static final int LOOKED_AT = 20_000;

  /** The range of a plate, or of a frame. */
  public static SampleRange of(Frame plate) {
    Samples samples = Samples.of(plate);
    if (plate.format().layout().bytesPerSample() == 1) {
      return new SampleRange(0, samples.fullScale());
    }
    double[] values = finiteValues(plate, samples);
    if (values.length == 0) {
      return new SampleRange(0, 1);
    }
    int clipped = (int) (values.length * CLIPPED_SHARE);
    double black = values[clipped];
    double white = values[values.length - 1 - clipped];
    return new SampleRange(black, white > black ? white - black : 1);
  }

  private static double[] finiteValues(Frame plate, Samples samples) {
    int pixels = plate.format().width() * plate.format().height();
    int step = Math.max(1, pixels / LOOKED_AT);
    double[] values = new double[pixels / step * samples.channels()];
    int count = 0;
    for (int i = 0; i < pixels / step; i++) {
      for (int channel = 0; channel < samples.channels(); channel++) {
        double value = samples.get(i * step, channel);
        if (Double.isFinite(value)) {
          values[count++] = value;
        }
      }
    }
    double[] finite = Arrays.copyOf(values, count);
    Arrays.sort(finite);
    return finite;
  }

  /** What a sample is of white: 0 is black, 1 is white, others lie beyond. */
  public double share(double sample) {
    return (sample - black) / range;
  }

  /** The sample of a share, not rounded. */
  public double sample(double share) {
    return black + share * range;
  }
}
