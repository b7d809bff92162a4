package org.cleanplate.plate.align;

import java.util.Optional;

/**
 * Moves a plate under a frame by small steps, each the one that leaves the least squares of
 * difference at the plate's edges: the inverse compositional algorithm (Baker and Matthews, 2004),
 * with a gain and an offset of brightness, and with Tukey's weights, so that what the plate does
 * not explain, such as the subject, has no say. Some thousand pixels tell as much as all of them,
 * and what a step needs of the plate is computed once. Used by one thread at a time.
 */
final class MotionSteps {
  /** Fewer pixels of the plate in the frame tell no motion. */
  private static final int FEWEST_PIXELS = 200;

  /** From a median of differences to the one from which on a pixel has no say. */
  private static final float LIMIT_PER_MEDIAN = 7;

  /** In grey levels. */
  private static final float NARROWEST_LIMIT = 6;

  /** A shorter step is the last one, in pixels. */
  private static final double STOPS_AT = 0.02;

  /** A longer step leads astray, as a share of the picture's width. */
  private static final double LONGEST_STEP = 0.1;

  private final int width;
  private final int height;
  private final EdgePixels edges;
  private final SmallMotion motion;

  /** For each edge, how its brightness changes with the numbers of the motion. */
  private final float[] changes;

  /** For each edge, how much brighter the frame is than the plate; not a number beyond its edge. */
  private final float[] differences;

  private final WeightedSquares squares;
  private final float[] factors;

  /** The frame's brightness is that of the plate times the gain, plus the offset. */
  private double gain;

  private double offset;

  /**
   * Looks at a plate.
   *
   * @param picture grey, row by row
   */
  MotionSteps(byte[] picture, int width, Motion motion) {
    this.width = width;
    this.height = picture.length / width;
    this.edges = EdgePixels.of(picture, width);
    this.motion = new SmallMotion(motion, width, height);
    int numbers = this.motion.numbers();
    changes = new float[edges.count() * numbers];
    differences = new float[edges.count()];
    squares = new WeightedSquares(numbers + 2);
    factors = new float[numbers + 2];
    for (int i = 0; i < edges.count(); i++) {
      this.motion.changes(
          edges.x()[i], edges.y()[i], edges.across()[i], edges.down()[i], changes, i * numbers);
    }
  }

  /**
   * Goes on from a motion until nothing is left to gain.
   *
   * @param frame grey, of the plate's size
   * @param start sends a pixel of the frame to its place in the plate
   * @param steps at most so many
   * @return empty if it leads nowhere
   */
  Optional<Homography> follow(byte[] frame, Homography start, int steps) {
    gain = 1;
    offset = 0;
    Homography found = start;
    for (int step = 0; step < steps; step++) {
      Optional<Homography> next = step(frame, found);
      if (next.isEmpty()) {
        return Optional.empty();
      }
      double length = next.get().largestCornerDistance(Homography.IDENTITY, width, height);
      if (!(length < LONGEST_STEP * width)) {
        return Optional.empty();
      }
      found = next.get().after(found);
      if (length < STOPS_AT) {
        break;
      }
    }
    return Optional.of(found);
  }

  /** How the plate is to be moved where it lies; empty if that cannot be told. */
  private Optional<Homography> step(byte[] frame, Homography frameToPlate) {
    compare(frame, frameToPlate.inverse());
    Spread spread = Spread.of(differences);
    if (spread.count() < FEWEST_PIXELS) {
      return Optional.empty();
    }
    addUp(spread.median(), Math.max(NARROWEST_LIMIT, LIMIT_PER_MEDIAN * spread.deviation()));
    return squares.solve().map(this::take);
  }

  private Homography take(double[] solution) {
    int numbers = motion.numbers();
    double[] moved = new double[numbers];
    for (int i = 0; i < numbers; i++) {
      moved[i] = solution[i] / gain;
    }
    gain += solution[numbers];
    offset += solution[numbers + 1];
    return motion.map(moved);
  }

  /**
   * Fills {@code differences}.
   *
   * @param map from the plate to the frame
   */
  private void compare(byte[] frame, Homography map) {
    for (int i = 0; i < differences.length; i++) {
      int column = edges.x()[i];
      int row = edges.y()[i];
      double depth = map.wx() * column + map.wy() * row + map.w1();
      double x = (map.xx() * column + map.xy() * row + map.x1()) / depth;
      double y = (map.yx() * column + map.yy() * row + map.y1()) / depth;
      boolean inside = x >= 0 && y >= 0 && x < width - 1 && y < height - 1;
      differences[i] =
          inside ? (float) (bilinear(frame, x, y) - gain * edges.levels()[i] - offset) : Float.NaN;
    }
  }

  private float bilinear(byte[] frame, double x, double y) {
    int left = (int) x;
    int top = (int) y;
    int pixel = top * width + left;
    float right = (float) (x - left);
    float above = mix(frame[pixel], frame[pixel + 1], right);
    float below = mix(frame[pixel + width], frame[pixel + width + 1], right);
    return above + (below - above) * (float) (y - top);
  }

  private static float mix(byte a, byte b, float share) {
    return (a & 0xFF) + ((b & 0xFF) - (a & 0xFF)) * share;
  }

  /** Adds up the edges whose difference lies around the median. */
  private void addUp(float median, float limit) {
    int numbers = motion.numbers();
    squares.clear();
    for (int i = 0; i < differences.length; i++) {
      float distance = Math.abs(differences[i] - median) / limit;
      // Beyond the frame's edge it is not a number.
      if (distance < 1) {
        float inside = 1 - distance * distance;
        System.arraycopy(changes, i * numbers, factors, 0, numbers);
        factors[numbers] = edges.levels()[i];
        factors[numbers + 1] = 1;
        squares.add(factors, differences[i], inside * inside);
      }
    }
  }
}
