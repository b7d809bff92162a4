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

  enum Kind {
    BALD,
    SHORT,
    SPIKY,
    LONG,
    CURLY,
    TIED
  }

  static Haircut any(Dice dice) {
    Kind kind =
        switch (dice.weighted(0.05, 0.3, 0.09, 0.3, 0.16, 0.1)) {
          case 0 -> Kind.BALD;
          case 1 -> Kind.SHORT;
          case 2 -> Kind.SPIKY;
          case 3 -> Kind.LONG;
          case 4 -> Kind.CURLY;
          default -> Kind.TIED;
        };
    double fringe = dice.between(0.1, 0.8);
    boolean beard = dice.chance(0.18);
    return switch (kind) {
      case BALD, SHORT ->
          new Haircut(
              kind,
              dice.between(0.2, 0.7),
              fringe,
              dice.between(0, 0.15),
              dice.between(0.6, 0.98),
              beard);
      case SPIKY ->
          new Haircut(
              kind,
              dice.between(0.25, 1),
              fringe,
              dice.between(0, 0.1),
              dice.between(0, 0.4),
              beard);
      case LONG ->
          new Haircut(
              kind,
              dice.between(1.2, 4.5),
              fringe,
              dice.between(0.03, 0.3),
              dice.between(0.65, 0.98),
              beard);
      case CURLY ->
          new Haircut(
              kind,
              dice.between(0.5, 2),
              fringe,
              dice.between(0.1, 0.6),
              dice.between(0.1, 0.8),
              beard);
      case TIED ->
          new Haircut(
              kind,
              dice.between(0.3, 0.6),
              fringe,
              dice.between(0, 0.06),
              dice.between(-0.9, 0.9),
              beard);
    };
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
