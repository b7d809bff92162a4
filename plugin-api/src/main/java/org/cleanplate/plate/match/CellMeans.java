package org.cleanplate.plate.match;

import java.util.BitSet;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.frame.Samples;
import org.cleanplate.network.graph.PixelLayout;
import org.cleanplate.plate.SampleRange;

/**
 * The means over small squares of a picture: free of most of its noise, and hardly touched by a
 * plate that lies a fraction of a pixel off.
 *
 * @param columns squares beside each other
 * @param rows squares above each other
 * @param channels for each channel the means, row by row, as shares of white
 * @param known the squares whose means tell about the light: few of their samples are clipped, and
 *     all are numbers. The others' means are 0 if they are none
 */
record CellMeans(int columns, int rows, float[][] channels, BitSet known) {
  /** A square with more of its samples clipped has a mean that tells nothing. */
  private static final double CLIPPED_SHARE = 0.25;

  /**
   * The means of a frame.
   *
   * @param along about that many squares lie along the longer side, but none is smaller than a
   *     pixel
   */
  static CellMeans of(Frame frame, SampleRange scale, int along) {
    FrameFormat format = frame.format();
    int side = side(format, along);
    int columns = format.width() / side;
    int rows = format.height() / side;
    int channels = Samples.of(frame).channels();
    CellMeans means =
        new CellMeans(columns, rows, new float[channels][columns * rows], new BitSet());
    means.known.set(0, columns * rows);
    if (format.layout() == PixelLayout.BGRA_8 && side <= PackedCells.LARGEST_SIDE) {
      new PackedCells(frame, side)
          .forEach(
              columns,
              rows,
              (channel, cell, sum, clipped) -> means.set(channel, cell, sum, clipped, side, scale));
    } else {
      means.readSamples(frame, side, scale);
    }
    return means;
  }

  /** The side of a square in pixels. */
  static int side(FrameFormat format, int along) {
    return Math.max(1, Math.max(format.width(), format.height()) / along);
  }

  private void readSamples(Frame frame, int side, SampleRange scale) {
    Samples samples = Samples.of(frame);
    for (int channel = 0; channel < samples.channels(); channel++) {
      for (int cell = 0; cell < columns * rows; cell++) {
        read(samples, frame.format(), channel, cell, side, scale);
      }
    }
  }

  private void read(
      Samples samples, FrameFormat format, int channel, int cell, int side, SampleRange scale) {
    boolean clips = format.layout().bytesPerSample() < 4;
    int corner = cell / columns * side * format.width() + cell % columns * side;
    float sum = 0;
    int clipped = 0;
    for (int dy = 0; dy < side; dy++) {
      int start = corner + dy * format.width();
      for (int pixel = start; pixel < start + side; pixel++) {
        float value = samples.get(pixel, channel);
        clipped += clips && (value <= 0 || value >= samples.fullScale()) ? 1 : 0;
        sum += value;
      }
    }
    set(channel, cell, sum, clipped, side, scale);
  }

  private void set(int channel, int cell, float sum, int clipped, int side, SampleRange scale) {
    int count = side * side;
    if (clipped > CLIPPED_SHARE * count || !Float.isFinite(sum)) {
      known.clear(cell);
    }
    channels[channel][cell] = Float.isFinite(sum) ? (float) scale.share(sum / count) : 0;
  }

  int count() {
    return columns * rows;
  }

  boolean isKnown(int cell) {
    return known.get(cell);
  }

  /** How much a square differs from those beside and below it, in its most different channel. */
  double contrast(int cell) {
    int right = cell % columns + 1 < columns ? cell + 1 : cell;
    int below = cell + columns < count() ? cell + columns : cell;
    double largest = 0;
    for (float[] channel : channels) {
      double across = Math.abs(channel[cell] - channel[right]);
      double down = Math.abs(channel[cell] - channel[below]);
      largest = Math.max(largest, Math.max(across, down));
    }
    return largest;
  }

  double place(int cell, boolean across) {
    return across ? Exposure.place(cell % columns, columns) : Exposure.place(cell / columns, rows);
  }
}
