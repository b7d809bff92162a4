package org.cleanplate.training.data.synthesis;

/** Hair that grows out of what is painted already, in the colours that it has there. */
final class Fur {
  private static final int MOST_HAIRS = 6500;
  private static final double VISIBLE = 0.3;

  private final Painter painter;
  private final HairStyle style;
  private final double comb;
  private final double combed;

  /**
   * Fur to be grown.
   *
   * @param comb the direction into which it is combed
   * @param combed 0 stands on end, 1 lies flat
   */
  Fur(Painter painter, HairStyle style, double comb, double combed) {
    this.painter = painter;
    this.style = style;
    this.comb = comb;
    this.combed = combed;
  }

  /**
   * Covers the border of a shape.
   *
   * @param density hairs for each pixel of border
   */
  void along(Outline outline, double density) {
    double hairs = Math.min(MOST_HAIRS, outline.perimeter() * density);
    for (int i = 0; i < hairs / style.tuft(); i++) {
      int corner = painter.dice.below(outline.corners());
      double depth = style.length() * painter.dice.between(0.1, 0.6);
      grow(outline, corner, depth, combed * painter.dice.between(0.4, 1.1));
    }
  }

  /** Covers the inside of a shape, from far in to the border. */
  void within(Outline outline, double hairs) {
    double reach = Math.sqrt(Math.abs(outline.signedArea())) / 2;
    for (int i = 0; i < Math.min(MOST_HAIRS, hairs) / style.tuft(); i++) {
      int corner = painter.dice.below(outline.corners());
      double depth = reach * (1 - Math.sqrt(painter.dice.unit())) + style.length() * 0.5;
      grow(outline, corner, depth, Math.max(combed, 0.7));
    }
  }

  private void grow(Outline outline, int corner, double depth, double flat) {
    Dice dice = painter.dice;
    double outward = outwards(outline, corner);
    double t = dice.unit();
    double x = outline.x(corner) + t * (outline.x(corner + 1) - outline.x(corner));
    double y = outline.y(corner) + t * (outline.y(corner + 1) - outline.y(corner));
    double rootX = x - depth * Math.cos(outward);
    double rootY = y - depth * Math.sin(outward);
    double angle = between(outward, comb, flat) + dice.normal(0.2);
    painter
        .canvas
        .colorAt(rootX, rootY, VISIBLE)
        .ifPresent(color -> style.tuft(painter, rootX, rootY, angle, color, 1));
  }

  /** The direction away from the shape. */
  private static double outwards(Outline outline, int corner) {
    double dx = outline.x(corner + 1) - outline.x(corner);
    double dy = outline.y(corner + 1) - outline.y(corner);
    double side = outline.signedArea() > 0 ? -1 : 1;
    return Math.atan2(side * dx, -side * dy);
  }

  private static double between(double from, double to, double share) {
    double x = (1 - share) * Math.cos(from) + share * Math.cos(to);
    double y = (1 - share) * Math.sin(from) + share * Math.sin(to);
    return Math.atan2(y, x);
  }
}
