package org.cleanplate.detail;

import java.util.BitSet;
import java.util.function.IntPredicate;

/**
 * Finds shadows and reflections on the ground that a network takes for subject. There the frame is
 * the plate, darker, by a factor that is the same in all channels and changes slowly: across the
 * penumbra one comes from lit ground into the shadow without a jump. Into a subject one does not,
 * for its outline is sharper, or its colour another. And a shadow is cast: it ends at a subject
 * that is none. What is all soft and dark by itself stays a subject, as a cell out of focus is, and
 * so does what is thin, as a tail in motion is.
 */
final class SoftShadows {
  /** Under this alpha a square is ground. */
  private static final float GROUND_BELOW = 0.02f;

  /** Over this alpha what is no shadow may cast one. */
  private static final float CASTS_FROM = 0.5f;

  /** Deeper than that is hardly a shadow. */
  private static final float DEEPEST = 0.4f;

  /** So much brighter may ground be. */
  private static final float BRIGHTEST = 1.02f;

  /** A factor from here on is no shadow. */
  private static final float SHADED = 0.97f;

  /** The factor may change by this from square to square. */
  private static final float STEEPEST = 0.03f;

  /** A residual of so many times that of ground with such a texture is explained. */
  private static final float NOISE_TIMES = 2.5f;

  /** So many squares to each side have room in a shadow; in a tail in motion they have not. */
  private static final int BROAD = 5;

  /** So many squares that have no such room belong to it, as corners do. */
  private static final int CORNER = 3;

  /** What a mean colour may differ by, of white, and of the noise. */
  private static final float LEAST_MISMATCH = 0.004f;

  private static final float NOISE_IN_MEAN = 0.2f;

  /** The area of what casts a shadow as a share of the shadow's. */
  private static final float LEAST_CASTER = 0.25f;

  /** Windows at the outline between a shadow and its caster, this far on both sides, see both. */
  private static final int LINK = LightWindows.REACH + 1;

  private final PartMeans means;
  private final LightWindows windows;
  private final GroundNoise noise;

  private SoftShadows(PartMeans means, LightWindows windows) {
    this.means = means;
    this.windows = windows;
    noise = new GroundNoise(windows, means.alpha, GROUND_BELOW);
  }

  /** Looks for shadows. */
  static Shade find(PartMeans means) {
    if (means.squares() == 0) {
      return Shade.none(means);
    }
    return new SoftShadows(means, LightWindows.of(means)).find();
  }

  private Shade find() {
    BitSet reached = reachedFromGround(alike());
    BitSet seen = where(reached, i -> means.alpha[i] > PartMeans.SEEN_FROM);
    if (seen.isEmpty()) {
      return Shade.none(means);
    }
    BitSet dark = where(reached, i -> windows.ratio()[i] < SHADED);
    dark.or(seen);
    seen.andNot(thin(dark));
    BitSet rest = Squares.where(means.squares(), i -> means.alpha[i] > CASTS_FROM && !seen.get(i));
    BitSet linked = Squares.grown(dark, means.squares(), means.across, LINK);
    BitSet inner = (BitSet) rest.clone();
    inner.andNot(Squares.grown(reached, means.squares(), means.across, LINK));
    Casters casters = new Casters(means.squares(), means.across, linked, rest, inner);
    return Shade.of(means, casters.of(seen, LEAST_CASTER), reached, windows.ratio());
  }

  /** What a square of {@link #BROAD} does not fit into, of all that is dark or seen. */
  private BitSet thin(BitSet dark) {
    BitSet thin =
        Squares.where(means.squares(), i -> dark.get(i) || means.alpha[i] > PartMeans.SEEN_FROM);
    thin.andNot(Squares.broad(thin, means.squares(), means.across, BROAD, CORNER));
    return thin;
  }

  /** Where the frame may be the plate in another light. */
  private BitSet alike() {
    return Squares.where(means.squares(), this::isAlike);
  }

  private boolean isAlike(int square) {
    float ratio = windows.ratio()[square];
    float expected = noise.at(windows.texture()[square]);
    return ratio > DEEPEST
        && ratio < BRIGHTEST
        && windows.residual()[square] < NOISE_TIMES * expected
        && windows.mismatch()[square] < LEAST_MISMATCH + NOISE_IN_MEAN * expected
        && windows.slope(square, means.across) < STEEPEST;
  }

  /** The squares to which a way leads from ground, over nothing but such squares. */
  private BitSet reachedFromGround(BitSet alike) {
    BitSet reached = where(alike, i -> means.alpha[i] < GROUND_BELOW);
    WaitingSquares open = new WaitingSquares(alike.cardinality());
    reached.stream().forEach(open::add);
    while (!open.isEmpty()) {
      Squares.forEachBeside(
          open.next(),
          means.across,
          beside -> {
            if (alike.get(beside) && !reached.get(beside)) {
              reached.set(beside);
              open.add(beside);
            }
          });
    }
    return reached;
  }

  private static BitSet where(BitSet squares, IntPredicate condition) {
    BitSet found = new BitSet(squares.size());
    squares.stream().filter(condition).forEach(found::set);
    return found;
  }
}
