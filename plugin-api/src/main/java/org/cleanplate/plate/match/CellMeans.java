package org.cleanplate.plate.match;

import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.frame.Samples;
import org.cleanplate.plate.SampleRange;

/**
 * The means over small squares of a picture: free of most of its noise, and hardly touched by a
 * plate that lies a fraction of a pixel off.
 *
 * @param columns squares beside each other
 * @param rows squares above each other
 * @param channels for each channel the means, row by row, as shares of white; NaN where a sample is
 *     clipped or no number, as it then tells nothing about the light
 */
record CellMeans(int columns, int rows, float[][] channels) {
  /** About that many squares lie along the longer side. */
  private static final int CELLS_ALONG = 200;

  /** A square with more of its samples clipped has a mean that tells nothing. */
  private static final double CLIPPED_SHARE = 0.25;

  static CellMeans of(Frame frame, SampleRange scale) {
    FrameFormat format = frame.format();
    int side = Math.max(1, Math.max(format.width(), format.height()) / CELLS_ALONG);
    int columns = format.width() / side;
    int rows = format.height() / side;
    Samples samples = Samples.of(frame);
    float[][] means = new float[samples.channels()][columns * rows];
    for (int channel = 0; channel < means.length; channel++) {
      for (int cell = 0; cell < columns * rows; cell++) {
        int corner = cell / columns * side * format.width() + cell % columns * side;
        means[channel][cell] = (float) scale.share(mean(samples, format, channel, corner, side));
      }
    }
    return new CellMeans(columns, rows, means);
  }

  private static double mean(
      Samples samples, FrameFormat format, int channel, int corner, int side) {
    boolean clips = format.layout().bytesPerSample() < 4;
    double sum = 0;
    int clipped = 0;
    for (int dy = 0; dy < side; dy++) {
      int start = corner + dy * format.width();
      for (int pixel = start; pixel < start + side; pixel++) {
        float value = samples.get(pixel, channel);
        clipped += clips && (value <= 0 || value >= samples.fullScale()) ? 1 : 0;
        sum += value;
      }
    }
    int count = side * side;
    return clipped <= CLIPPED_SHARE * count && Double.isFinite(sum) ? sum / count : Double.NaN;
  }

  int count() {
    return columns * rows;
  }

  /** Whether every channel of a square is known. */
  boolean isKnown(int cell) {
    for (float[] channel : channels) {
      if (Float.isNaN(channel[cell])) {
        return false;
      }
    }
    return true;
  }

  /** How much a square differs from those beside and below it, in its most different channel. */
  double contrast(int cell) {
    int right = cell % columns + 1 < columns ? cell + 1 : cell;
    int below = cell + columns < count() ? cell + columns : cell;
    double largest = 0;
    for (float[] channel : channels) {
      double across = Math.abs(channel[cell] - channel[right]);
      double down = Math.abs(channel[cell] - channel[below]);
      largest = Math.max(largest, Math.max(orZero(across), orZero(down)));
    }
    return largest;
  }

  private static double orZero(double value) {
    return Double.isNaN(value) ? 0 : value;
  }

  double place(int cell, boolean across) {
    return across ? Exposure.place(cell % columns, columns) : Exposure.place(cell / columns, rows);
  }
}
