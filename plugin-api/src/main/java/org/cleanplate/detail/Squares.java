package org.cleanplate.detail;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
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

  /** Those of {@code count} squares for which a condition holds. */
  static BitSet where(int count, IntPredicate condition) {
    BitSet found = new BitSet(count);
    for (int i = 0; i < count; i++) {
      found.set(i, condition.test(i));
    }
    return found;
  }

  /** The squares and all within {@code reach} of them, along rows and columns. */
  static BitSet grown(BitSet squares, int count, int across, int reach) {
    BitSet[] rows = new BitSet[count / across + 2 * reach];
    Arrays.setAll(rows, row -> grownRow(squares, row - reach, across, reach));
    // Each row takes over the next, then each such pair the next pair, and so on.
    int span = 1;
    for (; 2 * span <= 2 * reach + 1; span *= 2) {
      for (int row = 0; row + span < rows.length; row++) {
        rows[row].or(rows[row + span]);
      }
    }
    BitSet grown = new BitSet(count);
    for (int row = 0; row < count / across; row++) {
      rows[row].or(rows[row + 2 * reach + 1 - span]);
      copy(rows[row], grown, row * across);
    }
    return grown;
  }

  /**
   * Those of some squares that lie where they are broad.
   *
   * @param reach so many of them to each side of one make it broad
   * @param corner so far around such room they still belong to it
   */
  static BitSet broad(BitSet squares, int count, int across, int reach, int corner) {
    BitSet outside = (BitSet) squares.clone();
    outside.flip(0, count);
    BitSet room = grown(outside, count, across, reach);
    room.flip(0, count);
    BitSet broad = grown(room, count, across, reach + corner);
    broad.and(squares);
    return broad;
  }

  /** A row of squares, empty outside the map, grown along itself. */
  private static BitSet grownRow(BitSet squares, int row, int across, int reach) {
    BitSet grown = new BitSet(across);
    if (row >= 0) {
      BitSet own = squares.get(row * across, (row + 1) * across);
      for (int first = own.nextSetBit(0); first >= 0; ) {
        int end = own.nextClearBit(first);
        grown.set(Math.max(0, first - reach), Math.min(across, end + reach));
        first = own.nextSetBit(end);
      }
    }
    return grown;
  }

  private static void copy(BitSet row, BitSet to, int start) {
    for (int first = row.nextSetBit(0); first >= 0; ) {
      int end = row.nextClearBit(first);
      to.set(start + first, start + end);
      first = row.nextSetBit(end);
    }
  }

  /**
   * The squares beside, above and below one; of those below the last row only their numbers are
   * known.
   */
  static void forEachBeside(int square, int across, IntConsumer action) {
    int column = square % across;
    if (column > 0) {
      action.accept(square - 1);
    }
    if (column < across - 1) {
      action.accept(square + 1);
    }
    if (square >= across) {
      action.accept(square - across);
    }
    action.accept(square + across);
  }

  /** What hangs together. */
  static Components parts(BitSet squares, int count, int across) {
    return Components.of(FloatBuffer.wrap(ones(squares, count)), across, 0.5, 1);
  }
}
