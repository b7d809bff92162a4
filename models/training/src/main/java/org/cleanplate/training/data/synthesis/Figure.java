package org.cleanplate.training.data.synthesis;

/**
 * The joints of a person, in pixels. Everything is measured in radii of the head, as painters do.
 */
record Figure(
    double headRadius,
    double headX,
    double headY,
    double neckX,
    double neckY,
    double hipX,
    double hipY,
    double shoulder,
    double lean) {

  /** From a face that fills the picture to a whole person far off, standing anywhere. */
  static Figure any(Painter painter) {
    Dice dice = painter.dice;
    double size = painter.size();
    double radius =
        size
            * switch (dice.weighted(0.2, 0.36, 0.29, 0.15)) {
              case 0 -> dice.between(0.2, 0.34);
              case 1 -> dice.between(0.1, 0.2);
              case 2 -> dice.between(0.055, 0.1);
              default -> dice.between(0.03, 0.055);
            };
    double lean = dice.normal(0.12);
    double headX = painter.width() * dice.between(0.22, 0.78);
    double top = painter.height() * dice.between(-0.04, radius > 0.1 * size ? 0.35 : 0.5);
    double headY = top + radius * 1.5;
    double neckX = headX - lean * radius * 1.5;
    double neckY = headY + radius * 1.5;
    return new Figure(
        radius,
        headX,
        headY,
        neckX,
        neckY,
        neckX - lean * radius * 5 + dice.normal(radius * 0.3),
        neckY + radius * dice.between(4.4, 5.6),
        radius * dice.between(1.5, 2.3),
        lean);
  }
}
