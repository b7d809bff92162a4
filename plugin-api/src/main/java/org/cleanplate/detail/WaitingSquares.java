package org.cleanplate.detail;

import java.util.BitSet;

/** Squares in the order in which they came, each waiting once at a time. */
final class WaitingSquares {
  private final int[] ring;
  private final BitSet waiting = new BitSet();
  private int first;
  private int count;

  /**
   * @param most so many different squares can wait
   */
  WaitingSquares(int most) {
    ring = new int[most];
  }

  void add(int square) {
    if (!waiting.get(square)) {
      waiting.set(square);
      ring[(first + count++) % ring.length] = square;
    }
  }

  boolean isEmpty() {
    return count == 0;
  }

  int next() {
    int square = ring[first];
    first = (first + 1) % ring.length;
    count--;
    waiting.clear(square);
    return square;
  }
}
