package org.cleanplate.detail;

import java.nio.FloatBuffer;
import java.util.BitSet;
import org.cleanplate.frame.BoxSums;
import org.cleanplate.matte.Components;

/** Sets of squares that lie row by row. */
final class Squares {

  private Squares() {}

  /** One where a square is in the set, else nothing. */
  static float[] ones(BitSet squares, int count) {
    float[] ones = new float[count];
    squares.stream().forEach(i -> ones[i] = 1);
    return ones;
  }

  /** The squares and all within {@code reach} of them, along rows and columns. */
  static BitSet grown(BitSet squares, int count, int across, int reach) {
    float[] sums = BoxSums.of(ones(squares, count), across, reach);
    BitSet grown = new BitSet(count);
    for (int i = 0; i < count; i++) {
      grown.set(i, sums[i] > 0.5f);
    }
    return grown;
  }

  /** What hangs together. */
  static Components parts(BitSet squares, int count, int across) {
    return Components.of(FloatBuffer.wrap(ones(squares, count)), across, 0.5, 1);
  }
}
