package org.cleanplate.training.data.synthesis;

/**
 * How a head of hair is cut and dressed; lengths in radii of the head.
 *
 * @param kind of cut
 * @param length of the hair
 * @param fringe length over the forehead
 * @param volume by how much it stands off the head
 * @param combed 0 stands on end, 1 lies along the head
 * @param beard whether there is one
 */
record Haircut(
    Kind kind, double length, double fringe, double volume, double combed, boolean beard) {

  private record Range(double low, double high) {
    double draw(Dice dice) {
      return dice.between(low, high);
    }
  }

  /** A cut, with what its hair may be like. */
  enum Kind {
    BALD(new Range(0.2, 0.7), new Range(0, 0.15), new Range(0.6, 0.98)),
    SHORT(new Range(0.2, 0.7), new Range(0, 0.15), new Range(0.6, 0.98)),
    SPIKY(new Range(0.25, 1), new Range(0, 0.1), new Range(0, 0.4)),
    LONG(new Range(1.2, 4.5), new Range(0.03, 0.3), new Range(0.65, 0.98)),
    CURLY(new Range(0.5, 2), new Range(0.1, 0.6), new Range(0.1, 0.8)),
    TIED(new Range(0.3, 0.6), new Range(0, 0.06), new Range(-0.9, 0.9));

    private final Range length;
    private final Range volume;
    private final Range combed;

    Kind(Range length, Range volume, Range combed) {
      this.length = length;
      this.volume = volume;
      this.combed = combed;
    }
  }

  static Haircut any(Dice dice) {
    Kind kind = Kind.values()[dice.weighted(0.05, 0.3, 0.09, 0.3, 0.16, 0.1)];
    double fringe = dice.between(0.1, 0.8);
    boolean beard = dice.chance(0.18);
    return new Haircut(
        kind,
        kind.length.draw(dice),
        fringe,
        kind.volume.draw(dice),
        kind.combed.draw(dice),
        beard);
  }

  boolean bald() {
    return kind == Kind.BALD;
  }

  boolean tied() {
    return kind == Kind.TIED;
  }

  boolean curly() {
    return kind == Kind.CURLY;
  }

  /** Falls down behind the head. */
  boolean loose() {
    return kind == Kind.LONG || kind == Kind.CURLY;
  }

  /** How its hairs grow, on a head of a radius in pixels. */
  HairStyle style(Dice dice, double radius) {
    boolean curly = kind == Kind.CURLY;
    return new HairStyle(
        length * radius,
        Math.max(0.2, radius * dice.logBetween(0.004, 0.016)),
        curly ? dice.normal(3.5) : dice.normal(0.3),
        radius * (curly ? dice.between(0.05, 0.18) : dice.between(0, 0.06)),
        radius * dice.between(0.3, 1),
        kind == Kind.LONG ? dice.between(1.2, 4) : dice.between(0.1, 1),
        dice.between(0.03, kind == Kind.SPIKY ? 0.5 : 0.2),
        dice.whole(4, 16),
        dice.between(0.08, 0.28));
  }
}
