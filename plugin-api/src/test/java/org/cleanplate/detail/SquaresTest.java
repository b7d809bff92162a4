package org.cleanplate.detail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sets of squares, 23 a row and 17 rows, drawn at random or by hand. */
class SquaresTest {
  private static final int ACROSS = 23;
  private static final int DOWN = 17;
  private static final int COUNT = ACROSS * DOWN;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 7, 8, 20, 40})
  void growsByTheReachAlongRowsAndColumns(int reach) {
    BitSet squares = random(0.02);

    BitSet grown = Squares.grown(squares, COUNT, ACROSS, reach);

    BitSet expected =
        Squares.where(COUNT, i -> squares.stream().anyMatch(j -> isWithin(reach, i, j)));
    assertEquals(expected, grown);
  }

  @Test
  void whatIsBroadIsWhereASquareFits() {
    BitSet block = Squares.where(COUNT, i -> i / ACROSS < 6 && i % ACROSS < 9);
    BitSet withTail = (BitSet) block.clone();
    withTail.set(2 * ACROSS + 9, 3 * ACROSS);

    BitSet broad = Squares.broad(withTail, COUNT, ACROSS, 2, 0);

    assertEquals(block, broad);
  }

  @Test
  void cornersAroundBelongToWhatIsBroad() {
    BitSet squares = Squares.where(COUNT, i -> i / ACROSS < 6 && i % ACROSS < 9);
    squares.set(2 * ACROSS + 9, 3 * ACROSS);

    BitSet broad = Squares.broad(squares, COUNT, ACROSS, 2, 3);

    assertEquals(9 + 3, broad.get(2 * ACROSS, 3 * ACROSS).cardinality());
  }

  @Test
  void whatLiesBesideDoesNotGoRoundTheEdge() {
    BitSet beside = new BitSet();

    Squares.forEachBeside(2 * ACROSS, ACROSS, beside::set);

    BitSet expected = new BitSet();
    expected.set(2 * ACROSS + 1);
    expected.set(ACROSS);
    expected.set(3 * ACROSS);
    assertEquals(expected, beside);
  }

  private static boolean isWithin(int reach, int one, int other) {
    return Math.abs(one / ACROSS - other / ACROSS) <= reach
        && Math.abs(one % ACROSS - other % ACROSS) <= reach;
  }

  private static BitSet random(double share) {
    Random random = new Random(9);
    return Squares.where(COUNT, i -> random.nextDouble() < share);
  }
}
