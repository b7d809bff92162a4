package org.cleanplate.training.data.synthesis;

/** Two arms with hands; now and then a hand holds something. */
final class Arms {
  private final Figure figure;
  private final Clothes clothes;
  private final Material skin;

  private Arms(Figure figure, Clothes clothes, Material skin) {
    this.figure = figure;
    this.clothes = clothes;
    this.skin = skin;
  }

  static Arms any(Dice dice, Figure figure, Clothes clothes, Material skin) {
    return new Arms(figure, clothes, skin);
  }

  void paint(Painter painter) {
    for (int side = -1; side <= 1; side += 2) {
      arm(painter, side);
    }
  }

  private void arm(Painter painter, int side) {
    Dice dice = painter.dice;
    double r = figure.headRadius();
    double x = figure.neckX() + side * figure.shoulder() * 0.78;
    double y = figure.neckY() + 0.9 * r;
    boolean raised = dice.chance(0.3);
    double upper = raised ? dice.between(-1, 0.9) : dice.between(0.9, 1.7);
    double elbowX = x + side * 2.7 * r * Math.cos(upper);
    double elbowY = y + 2.7 * r * Math.sin(upper);
    double lower = raised ? dice.between(-2.4, 0.5) : dice.between(0.5, 2.6);
    double handX = elbowX + side * 2.4 * r * Math.cos(lower);
    double handY = elbowY + 2.4 * r * Math.sin(lower);
    double[] xs = {x, elbowX, handX};
    double[] ys = {y, elbowY, handY};
    Outline bare = Outlines.tube(xs, ys, new double[] {r * 0.55, r * 0.4, r * 0.26});
    hand(painter, handX, handY, Math.atan2(handY - elbowY, handX - elbowX), side);
    if (clothes.longSleeves) {
      painter.part(
          clothes.sleeve(), Outlines.tube(xs, ys, new double[] {r * 0.6, r * 0.5, r * 0.38}));
    } else {
      painter.part(skin, bare);
      painter.part(
          clothes.sleeve(),
          Outlines.tube(
              new double[] {x, (x + elbowX) / 2},
              new double[] {y, (y + elbowY) / 2},
              new double[] {r * 0.6, r * 0.56}));
    }
  }

  private void hand(Painter painter, double x, double y, double heading, int side) {
    Dice dice = painter.dice;
    double r = figure.headRadius();
    if (dice.chance(0.15)) {
      double held = r * dice.between(0.5, 1.5);
      painter.part(Material.any(dice, held), Outlines.any(dice, x, y, held));
    }
    double palmX = x + 0.4 * r * Math.cos(heading);
    double palmY = y + 0.4 * r * Math.sin(heading);
    Outline[] parts = new Outline[6];
    parts[0] = Outlines.ellipse(palmX, palmY, 0.45 * r, 0.34 * r, heading);
    double spread = dice.between(0.05, 0.35);
    for (int finger = 0; finger < 5; finger++) {
      boolean thumb = finger == 4;
      double angle = heading + (thumb ? side * 1.1 : (finger - 1.5) * spread);
      double base = thumb ? 0 : (finger - 1.5) * 0.17 * r;
      double rootX = palmX + 0.25 * r * Math.cos(heading) - base * Math.sin(heading);
      double rootY = palmY + 0.25 * r * Math.sin(heading) + base * Math.cos(heading);
      double bend = angle + dice.normal(0.3);
      double length = r * dice.between(0.25, 0.4);
      parts[finger + 1] =
          Outlines.tube(
              new double[] {
                rootX,
                rootX + length * Math.cos(angle),
                rootX + length * (Math.cos(angle) + Math.cos(bend))
              },
              new double[] {
                rootY,
                rootY + length * Math.sin(angle),
                rootY + length * (Math.sin(angle) + Math.sin(bend))
              },
              new double[] {0.11 * r, 0.1 * r, 0.08 * r});
    }
    painter.part(skin, parts);
  }
}
