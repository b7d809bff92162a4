package org.cleanplate.detail;

import java.util.BitSet;
import java.util.function.IntPredicate;
import org.cleanplate.detail.CellGrid.Box;

/**
 * Mends bodies that a network sees through where they look like what is behind them. What gives
 * such a hole away is its outline: it is one of the plate's, and the frame does not have it, while
 * the outline of a gap through which the ground is seen is in the frame. So a part that the network
 * doubts is filled as far as ways lead into it from a body on which the frame changes little and
 * the plate much. Ground that differs from its plate by noise only stays ground.
 */
final class Holes {
  /** Mean alpha from which on a square belongs to a body, and under which it may be a hole's. */
  private static final float BODY_FROM = 0.95f;

  /** Mean alpha from which on the network doubts that a square is ground. */
  private static final float DOUBTFUL_FROM = 0.05f;

  /** So many squares from a body there may be holes. */
  private static final int REACH = 20;

  /** So many squares inside a body ways begin, as a hole's outline is soft. */
  private static final int DEPTH = 3;

  /** By how much, of white, the frame may change on the way into a hole. */
  private static final float MOST_CHANGE = 0.1f;

  /** By how much, of white, the plate must change on that way, and compared with the frame. */
  private static final float LEAST_CHANGE = 0.15f;

  private static final float LEAST_RATIO = 2.5f;

  /** A square that differs from the plate by so many times the noise is not ground. */
  private static final float NOISE_TIMES = 1.5f;

  /** So many squares to each side have room in a hole; beside an outline they have not. */
  private static final int BROAD = 2;

  /** So many squares that have no such room belong to it, as corners do. */
  private static final int CORNER = 2;

  private final CellGrid grid;
  private final PartMeans squares;
  private final float[] alpha;
  private final PlateAgreement agreement;

  /**
   * @param squares the means of the network's alpha, of frame and plate; changed in place
   * @param alpha of the network, 0..1; changed in place
   * @param agreement of frame and plate
   */
  Holes(CellGrid grid, PartMeans squares, float[] alpha, PlateAgreement agreement) {
    this.grid = grid;
    this.squares = squares;
    this.alpha = alpha;
    this.agreement = agreement;
  }

  /** Raises alpha in the holes. */
  ChangedPixels fill() {
    BitSet raised = new BitSet();
    if (squares.squares() > 0) {
      BitSet holes = holes();
      holes.stream().forEach(square -> squares.alpha[square] = 1);
      // An outline is as soft as a square.
      grown(holes, 1).stream().forEach(square -> raise(squares.pixelsOf(square), raised));
    }
    return new ChangedPixels(raised, alpha);
  }

  private BitSet holes() {
    BitSet holes = reached();
    float noise = holes.isEmpty() ? Float.NaN : agreement.noise();
    if (Float.isNaN(noise)) {
      return new BitSet();
    }
    holes = partsMostly(holes, i -> squares.alpha[i] > DOUBTFUL_FROM);
    holes = partsMostly(holes, i -> difference(i) > NOISE_TIMES * noise);
    return Squares.broad(holes, squares.squares(), squares.across, BROAD, CORNER);
  }

  private float difference(int square) {
    return agreement.differenceAt(grid.centre(squares.pixelsOf(square)));
  }

  /** The squares outside bodies to which a way leads that tells of a hole. */
  private BitSet reached() {
    BitSet body = where(i -> squares.alpha[i] >= BODY_FROM);
    BitSet outside = where(i -> squares.alpha[i] < BODY_FROM);
    BitSet reached = grown(body, REACH);
    reached.and(outside);
    BitSet rim = grown(reached, DEPTH + 2);
    rim.and(body);
    BitSet over = (BitSet) reached.clone();
    over.or(rim);
    BitSet inside = (BitSet) rim.clone();
    inside.andNot(grown(outside, DEPTH));
    Ways ways = Ways.of(squares, inside, over, MOST_CHANGE);
    reached.and(
        where(i -> ways.ofPlate(i) > Math.max(LEAST_CHANGE, LEAST_RATIO * ways.ofFrame(i))));
    return reached;
  }

  private BitSet grown(BitSet some, int reach) {
    return Squares.grown(some, squares.squares(), squares.across, reach);
  }

  private BitSet where(IntPredicate condition) {
    return Squares.where(squares.squares(), condition);
  }

  /** What hangs together of some squares, if the condition holds for at least half of it. */
  private BitSet partsMostly(BitSet of, IntPredicate condition) {
    int[] labels = Squares.parts(of, squares.squares(), squares.across).labels();
    int[] balance = new int[of.cardinality() + 1];
    of.stream().forEach(i -> balance[labels[i]] += condition.test(i) ? 1 : -1);
    BitSet kept = new BitSet(squares.squares());
    of.stream().filter(i -> balance[labels[i]] >= 0).forEach(kept::set);
    return kept;
  }

  private void raise(Box box, BitSet raised) {
    for (int y = box.top(); y < box.bottom(); y++) {
      for (int x = box.left(); x < box.right(); x++) {
        int pixel = y * grid.width() + x;
        float mended = squares.between(squares.alpha, x, y, alpha[pixel]);
        if (mended > alpha[pixel]) {
          alpha[pixel] = mended;
          raised.set(pixel);
        }
      }
    }
  }
}
