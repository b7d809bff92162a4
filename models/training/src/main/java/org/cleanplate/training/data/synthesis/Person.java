package org.cleanplate.training.data.synthesis;

/** A person: dressed, with hands, a face and hair. */
final class Person implements Subject {

  @Override
  public void paint(Painter painter) {
    Dice dice = painter.dice;
    Figure figure = Figure.any(painter);
    Rgb skin = dice.chance(0.93) ? Palette.skin(dice) : Palette.any(dice);
    Material body = Material.skin(dice, figure.headRadius() * 2, skin);
    Clothes clothes = Clothes.any(dice, figure);
    HeadHair hair = new HeadHair(dice, figure);
    boolean armsInFront = dice.chance(0.5);
    hair.behind(painter);
    clothes.legs(painter, body);
    Arms arms = Arms.any(dice, figure, clothes, body);
    if (!armsInFront) {
      arms.paint(painter);
    }
    clothes.torso(painter, body);
    new Head(figure, body, skin).paint(painter);
    hair.front(painter);
    if (dice.chance(0.12)) {
      Hat.paint(painter, figure);
    }
    if (armsInFront) {
      arms.paint(painter);
    }
  }
}
