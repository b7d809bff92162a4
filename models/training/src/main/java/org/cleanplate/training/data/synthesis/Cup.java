package org.cleanplate.training.data.synthesis;

import java.util.List;

/** A cup or a jug, with a handle that one can see through. */
final class Cup implements Thing {

  @Override
  public void paint(Painter painter, double x, double y, double radius) {
    Dice dice = painter.dice;
    double r = radius * 0.7;
    Material material =
        Material.hard(dice, r, Textures.any(dice, r)).withRoundness(dice.between(0.6, 1.4));
    double side = dice.sign();
    Outline handle = Outlines.ellipse(x + side * r * 1.05, y, r * 0.5, r * 0.6, 0);
    double hole = dice.between(0.55, 0.8);
    painter.part(material, List.of(handle), List.of(handle.scaled(hole, hole)));
    double foot = dice.between(0.6, 1);
    painter.part(
        material,
        Outlines.polygon(x - r, y - r, x + r, y - r, x + r * foot, y + r, x - r * foot, y + r));
    double rim = r * dice.between(0.08, 0.3);
    painter.part(material, Outlines.ellipse(x, y - r, r, rim, 0));
    Rgb inside = Palette.any(dice).times(0.6);
    painter.flat(Outlines.ellipse(x, y - r, r * 0.92, rim * 0.85, 0), inside, 0.95f);
  }
}
