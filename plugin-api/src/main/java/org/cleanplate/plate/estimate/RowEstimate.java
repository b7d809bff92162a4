package org.cleanplate.plate.estimate;

import java.util.List;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.Samples;

/** The plate and its doubt for one row of pixels. Not shared between threads. */
final class RowEstimate {
  private final List<Frame> frames;
  private final Quantile quantile;
  private final Exclusion exclusion;
  private final Samples[] samples;
  private final SortedValues values;
  private final TwoModes modes;

  /**
   * @param white the difference between black and white
   */
  RowEstimate(List<Frame> frames, Quantile quantile, Exclusion exclusion, double white) {
    this.frames = frames;
    this.quantile = quantile;
    this.exclusion = exclusion;
    this.samples = frames.stream().map(Samples::of).toArray(Samples[]::new);
    boolean bytes = frames.get(0).format().layout().bytesPerSample() == 1;
    this.values = new SortedValues(samples.length, bytes);
    this.modes = new TwoModes(white);
  }

  /**
   * Fills one row of both; rows are independent of each other.
   *
   * @param plate has the format of the frames; where all values are excluded it is left as it is
   * @param doubt 0..1 a pixel
   */
  void compute(Frame plate, float[] doubt, int row) {
    Samples target = Samples.of(plate);
    int width = plate.format().width();
    for (int pixel = row * width; pixel < (row + 1) * width; pixel++) {
      boolean excluded = exclusion.pixels().get(pixel);
      float largest = 0;
      for (int channel = 0; channel < target.channels(); channel++) {
        gather(pixel, channel, excluded);
        if (values.count() > 0) {
          target.set(pixel, channel, values.get(quantile.index(values.count())));
          largest = Math.max(largest, modes.doubt(values));
        }
      }
      doubt[pixel] = largest;
    }
  }

  private void gather(int pixel, int channel, boolean excluded) {
    values.clear();
    for (int k = 0; k < samples.length; k++) {
      if (!excluded || !exclusion.holdsIn(frames.get(k).index())) {
        values.add(samples[k].get(pixel, channel));
      }
    }
    values.sort();
  }
}
