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
  private final float[] alpha;
  private final Pixels frame;
  private final Shade shade;
  private final PartMeans squares;
  private final PlateAgreement agreement;

  /**
   * @param alpha of the network, 0..1; changed in place
   * @param shade of the plate, and the means of frame and plate
   * @param agreement of frame and shaded plate
   */
  Holes(CellGrid grid, float[] alpha, Pixels frame, Shade shade, PlateAgreement agreement) {
    this.grid = grid;
    this.alpha = alpha;
    this.frame = frame;
    this.shade = shade;
    this.squares = shade.squares();
    this.agreement = agreement;
  }

  /** Raises alpha in the holes, and writes these pixels. */
  void fill(DetailSink sink) {
    if (squares.squares() == 0) {
      return;
    }
    float[] means = squares.meansOf(grid, alpha);
    BitSet reached = reached(means);
    float noise = reached.isEmpty() ? Float.NaN : agreement.noise(agreement.meanAlpha());
    if (!Float.isNaN(noise)) {
      BitSet doubted = partsMostly(reached, i -> means[i] > DOUBTFUL_FROM);
      BitSet holes =
          partsMostly(doubted, i -> agreement.differenceAt(centre(i)) > NOISE_TIMES * noise);
      write(Squares.broad(holes, squares.squares(), squares.across, BROAD, CORNER), means, sink);
    }
  }

  /** The squares outside a body to which a way leads that tells of a hole. */
  private BitSet reached(float[] means) {
    BitSet body = where(i -> means[i] >= BODY_FROM);
    BitSet open = Squares.grown(body, squares.squares(), squares.across, REACH);
    open.and(where(i -> means[i] < BODY_FROM));
    BitSet rim = Squares.grown(open, squares.squares(), squares.across, DEPTH + 2);
    rim.and(body);
    BitSet over = (BitSet) open.clone();
    over.or(rim);
    rim.andNot(grownOutside(body));
    Ways ways = Ways.of(shade, rim, over, MOST_CHANGE);
    open.and(where(i -> ways.ofPlate(i) > Math.max(LEAST_CHANGE, LEAST_RATIO * ways.ofFrame(i))));
    return open;
  }

  private BitSet grownOutside(BitSet body) {
    BitSet outside = (BitSet) body.clone();
    outside.flip(0, squares.squares());
    return Squares.grown(outside, squares.squares(), squares.across, DEPTH);
  }

  private BitSet where(IntPredicate condition) {
    BitSet found = new BitSet(squares.squares());
    for (int i = 0; i < squares.squares(); i++) {
      found.set(i, condition.test(i));
    }
    return found;
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

  private int centre(int square) {
    Box box = squares.pixelsOf(square);
    return (box.top() + box.height() / 2) * grid.width() + box.left() + box.width() / 2;
  }

  /** Makes body of holes, with an outline as soft as a square. */
  private void write(BitSet holes, float[] means, DetailSink sink) {
    float[] mended = means.clone();
    holes.stream().forEach(square -> mended[square] = 1);
    Squares.grown(holes, squares.squares(), squares.across, 1).stream()
        .forEach(square -> raise(squares.pixelsOf(square), mended, sink));
  }

  private void raise(Box box, float[] mended, DetailSink sink) {
    float[] seen = new float[3];
    for (int y = box.top(); y < box.bottom(); y++) {
      for (int x = box.left(); x < box.right(); x++) {
        int pixel = y * grid.width() + x;
        float raised = squares.between(mended, x, y, alpha[pixel]);
        if (raised > alpha[pixel]) {
          alpha[pixel] = raised;
          frame.read(pixel, seen);
          sink.write(pixel, raised, seen);
        }
      }
    }
  }
}
