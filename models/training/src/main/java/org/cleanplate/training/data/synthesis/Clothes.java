package org.cleanplate.training.data.synthesis;

import java.util.List;

/** What a person wears on torso and legs. */
final class Clothes {
  private final Figure figure;
  private final Material shirt;
  private final Material trousers;
  private final Material jacket;
  private final boolean jacketWorn;
  private final boolean skirt;
  private final boolean woolly;
  final boolean longSleeves;

  private Clothes(Dice dice, Figure figure) {
    this.figure = figure;
    double size = figure.headRadius() * 4;
    shirt = cloth(dice, size);
    trousers = cloth(dice, size);
    jacket = cloth(dice, size);
    jacketWorn = dice.chance(0.3);
    skirt = dice.chance(0.2);
    woolly = dice.chance(0.2);
    longSleeves = jacketWorn || dice.chance(0.6);
  }

  static Clothes any(Dice dice, Figure figure) {
    return new Clothes(dice, figure);
  }

  Material sleeve() {
    return jacketWorn ? jacket : shirt;
  }

  void legs(Painter painter, Material skin) {
    Dice dice = painter.dice;
    double r = figure.headRadius();
    boolean bare = skirt || dice.chance(0.15);
    for (int side = -1; side <= 1; side += 2) {
      double hipX = figure.hipX() + side * r * 0.75;
      double kneeX = hipX + dice.normal(0.6) * r;
      double kneeY = figure.hipY() + r * dice.between(3, 4);
      double footX = kneeX + dice.normal(0.6) * r;
      double footY = kneeY + r * dice.between(2.8, 3.8);
      double width = bare ? 0.85 : 1;
      Outline leg =
          Outlines.tube(
              new double[] {hipX, kneeX, footX},
              new double[] {figure.hipY() - 0.2 * r, kneeY, footY},
              new double[] {r * 0.95 * width, r * 0.62 * width, r * 0.42 * width});
      painter.part(bare ? skin : trousers, leg);
      double toe = side * r * dice.between(0.2, 0.8);
      Outline shoe =
          Outlines.tube(
              new double[] {footX, footX + toe},
              new double[] {footY + 0.2 * r, footY + 0.45 * r},
              new double[] {r * 0.42, r * 0.32});
      painter.part(Material.any(dice, r), shoe);
    }
    if (skirt) {
      skirt(painter);
    }
  }

  private void skirt(Painter painter) {
    Dice dice = painter.dice;
    double r = figure.headRadius();
    double flare = dice.between(1.1, 3);
    double hem = figure.hipY() + r * dice.between(1.5, 6);
    double sway = dice.normal(0.4) * r;
    painter.part(
        trousers,
        Outlines.smooth(
            figure.hipX() - 1.2 * r,
            figure.hipY() - r,
            figure.hipX() + 1.2 * r,
            figure.hipY() - r,
            figure.hipX() + flare * r + sway,
            hem,
            figure.hipX() + sway,
            hem + dice.between(0, 0.5) * r,
            figure.hipX() - flare * r + sway,
            hem));
  }

  void torso(Painter painter, Material skin) {
    Dice dice = painter.dice;
    double r = figure.headRadius();
    Outline torso = torsoOutline(dice, 1);
    painter.part(shirt, torso);
    if (jacketWorn) {
      Outline opening = opening(dice);
      painter.part(jacket, List.of(torsoOutline(dice, 1.08)), List.of(opening));
    }
    double neckline = r * dice.between(0.1, 1.1);
    painter.part(
        skin,
        Outlines.ellipse(
            figure.neckX(), figure.neckY() + 0.1 * r, r * dice.between(0.5, 0.8), neckline, 0));
    painter.part(
        skin,
        Outlines.tube(
            new double[] {figure.neckX(), figure.headX()},
            new double[] {figure.neckY() + 0.3 * r, figure.headY() + 0.3 * r},
            new double[] {r * 0.5, r * 0.46}));
    if (woolly) {
      HairStyle fuzz = HairStyle.fur(dice, r).withLength(r * dice.between(0.05, 0.35)).finer(0.5);
      new Fur(painter, fuzz, Math.PI / 2, 0.1).along(torso, dice.between(0.5, 2));
    }
  }

  private Outline torsoOutline(Dice dice, double looseness) {
    double r = figure.headRadius();
    double s = figure.shoulder() * looseness;
    double waist = s * dice.between(0.62, 0.95);
    double hip = s * dice.between(0.7, 1);
    double nx = figure.neckX();
    double ny = figure.neckY();
    double middleX = (nx + figure.hipX()) / 2;
    double middleY = (ny + figure.hipY()) / 2;
    return Outlines.smooth(
        nx - 0.55 * r,
        ny - 0.1 * r,
        nx + 0.55 * r,
        ny - 0.1 * r,
        nx + 0.8 * s,
        ny + 0.28 * r,
        nx + s,
        ny + 0.95 * r,
        middleX + waist,
        middleY,
        figure.hipX() + hip,
        figure.hipY() + 0.5 * r,
        figure.hipX() - hip,
        figure.hipY() + 0.5 * r,
        middleX - waist,
        middleY,
        nx - s,
        ny + 0.95 * r,
        nx - 0.8 * s,
        ny + 0.28 * r);
  }

  private Outline opening(Dice dice) {
    double r = figure.headRadius();
    double wide = r * dice.between(0.2, 0.9);
    return Outlines.polygon(
        figure.neckX() - 0.3 * r,
        figure.neckY() - r,
        figure.neckX() + 0.3 * r,
        figure.neckY() - r,
        figure.hipX() + wide,
        figure.hipY() + 2 * r,
        figure.hipX() - wide,
        figure.hipY() + 2 * r);
  }

  private static Material cloth(Dice dice, double size) {
    Texture texture =
        dice.chance(0.45) ? Textures.calm(dice, size, Palette.any(dice)) : Textures.any(dice, size);
    return Material.cloth(dice, size, texture);
  }
}
