package org.cleanplate.plate;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;
import java.util.Arrays;
import java.util.List;
import org.cleanplate.frame.Frame;
import org.cleanplate.network.graph.PixelLayout;

/** The median over several frames for one row of samples. */
final class RowMedian {
  private static final int BYTE_VALUES = 256;

  private RowMedian() {}

  /** How many rows of samples a line of the picture has: one for each plane. */
  static int rowsPerLine(PixelLayout layout) {
    return layout.packed() ? 1 : layout.channels();
  }

  /** Fills row {@code row} of {@code plate}; rows are independent of each other. */
  static void compute(List<Frame> samples, Frame plate, int row) {
    PixelLayout layout = plate.format().layout();
    int length = plate.format().width() * (layout.packed() ? layout.channels() : 1);
    switch (layout.bytesPerSample()) {
      case 1 -> computeBytes(samples, plate, row * length, length);
      case 2 -> computeShorts(samples, plate, row * length, length);
      default -> computeFloats(samples, plate, row * length, length);
    }
  }

  /** Counts values instead of sorting them: a byte has few. */
  private static void computeBytes(List<Frame> samples, Frame plate, int start, int length) {
    byte[][] rows = new byte[samples.size()][length];
    for (int k = 0; k < rows.length; k++) {
      samples.get(k).pixels().get(start, rows[k]);
    }
    byte[] median = new byte[length];
    int[] counts = new int[BYTE_VALUES];
    for (int i = 0; i < length; i++) {
      Arrays.fill(counts, 0);
      for (byte[] values : rows) {
        counts[values[i] & 0xFF]++;
      }
      median[i] = (byte) lowerMiddle(counts, rows.length);
    }
    ByteBuffer pixels = plate.pixels();
    pixels.put(start, median);
  }

  private static int lowerMiddle(int[] counts, int total) {
    int wanted = (total + 1) / 2;
    int value = 0;
    for (int below = counts[0]; below < wanted; below += counts[value]) {
      value++;
    }
    return value;
  }

  private static void computeShorts(List<Frame> samples, Frame plate, int start, int length) {
    ShortBuffer[] sources =
        samples.stream().map(s -> s.pixels().asShortBuffer()).toArray(ShortBuffer[]::new);
    ShortBuffer target = plate.pixels().asShortBuffer();
    int[] values = new int[sources.length];
    for (int i = start; i < start + length; i++) {
      for (int k = 0; k < values.length; k++) {
        values[k] = sources[k].get(i) & 0xFFFF;
      }
      Arrays.sort(values);
      target.put(i, (short) values[(values.length - 1) / 2]);
    }
  }

  private static void computeFloats(List<Frame> samples, Frame plate, int start, int length) {
    FloatBuffer[] sources =
        samples.stream().map(s -> s.pixels().asFloatBuffer()).toArray(FloatBuffer[]::new);
    FloatBuffer target = plate.pixels().asFloatBuffer();
    float[] values = new float[sources.length];
    for (int i = start; i < start + length; i++) {
      for (int k = 0; k < values.length; k++) {
        values[k] = sources[k].get(i);
      }
      Arrays.sort(values);
      target.put(i, values[(values.length - 1) / 2]);
    }
  }
}
