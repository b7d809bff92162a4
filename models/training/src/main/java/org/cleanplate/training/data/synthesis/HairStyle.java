package org.cleanplate.training.data.synthesis;

/**
 * How hair grows. Angles in radians, lengths in pixels.
 *
 * @param length of a hair
 * @param width at the root
 * @param curl turn along its length, to one side
 * @param wave sideways swing
 * @param waveLength of the swing
 * @param gravity how far it turns downwards along its length, 0..about 3
 * @param stray spread of directions within a tuft
 * @param tuft hairs that share a tuft
 * @param shade spread of brightness from hair to hair
 */
record HairStyle(
    double length,
    double width,
    double curl,
    double wave,
    double waveLength,
    double gravity,
    double stray,
    int tuft,
    double shade) {

  private static final int MOST_STEPS = 22;
  private static final double FINEST = 0.12;

  /** The fur of an animal or a fluffy thing of about a size. */
  static HairStyle fur(Dice dice, double size) {
    double length = size * dice.logBetween(0.03, 0.4);
    return new HairStyle(
        length,
        Math.max(0.2, size * dice.logBetween(0.001, 0.007)),
        dice.normal(0.4),
        dice.chance(0.3) ? length * dice.between(0.02, 0.1) : 0,
        length * dice.between(0.3, 1),
        dice.between(0, 0.8),
        dice.between(0.08, 0.4),
        dice.chance(0.5) ? dice.whole(1, 4) : dice.whole(4, 14),
        dice.between(0.04, 0.25));
  }

  HairStyle withLength(double wanted) {
    return new HairStyle(wanted, width, curl, wave, waveLength, gravity, stray, tuft, shade);
  }

  HairStyle finer(double factor) {
    return new HairStyle(
        length, width * factor, curl, wave, waveLength, gravity, stray, tuft, shade);
  }

  /** Hairs that grow from nearly one place and keep nearly together. */
  void tuft(Painter painter, double x, double y, double angle, Rgb color, double size) {
    Dice dice = painter.dice;
    Guide guide =
        new Guide(curl + dice.normal(0.35), dice.angle(), dice.logBetween(0.5, 1.3) * size);
    double spread = Math.max(0.5, length * size * 0.1);
    for (int i = 0; i < tuft; i++) {
      double rootX = x + dice.normal(spread);
      double rootY = y + dice.normal(spread);
      painter.strand(strand(dice, guide, rootX, rootY, angle + dice.normal(stray), color));
    }
  }

  /** A hair of its own. */
  void single(Painter painter, double x, double y, double angle, Rgb color, double size) {
    Dice dice = painter.dice;
    Guide guide =
        new Guide(curl + dice.normal(0.8), dice.angle(), dice.logBetween(0.4, 1.5) * size);
    painter.strand(strand(dice, guide, x, y, angle, color));
  }

  private Strand strand(Dice dice, Guide guide, double x, double y, double angle, Rgb color) {
    double reach = length * guide.size * dice.logBetween(0.7, 1.2);
    int steps = (int) Math.max(4, Math.min(MOST_STEPS, reach / 3));
    double[] xs = new double[steps + 1];
    double[] ys = new double[steps + 1];
    double[] radii = new double[steps + 1];
    double thick = Math.max(FINEST, width * dice.logBetween(0.5, 1.6)) / 2;
    double step = reach / steps;
    double turn = guide.curl + dice.normal(0.12);
    double placeX = x;
    double placeY = y;
    double heading = angle;
    for (int i = 0; i <= steps; i++) {
      double t = (double) i / steps;
      double swing =
          wave * Math.min(1, 3 * t) * Math.sin(guide.phase + 2 * Math.PI * i * step / waveLength);
      xs[i] = placeX - swing * Math.sin(heading);
      ys[i] = placeY + swing * Math.cos(heading);
      radii[i] = thick * (1 - t * t);
      placeX += step * Math.cos(heading);
      placeY += step * Math.sin(heading);
      heading += turn / steps + gravity * Math.cos(heading) / steps;
    }
    Rgb root = color.times(1 + dice.normal(shade));
    return new Strand(
        xs, ys, radii, root, root.times(dice.between(0.85, 1.4)), dice.between(0.75, 1));
  }

  /** What the hairs of a tuft have in common. */
  private record Guide(double curl, double phase, double size) {}
}
