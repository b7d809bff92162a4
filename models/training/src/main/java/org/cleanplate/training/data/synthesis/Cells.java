package org.cleanplate.training.data.synthesis;

/** Many small things of one kind, as under a microscope: cells, particles, larvae, flies. */
final class Cells implements Subject {

  @Override
  public void paint(Painter painter) {
    Dice dice = painter.dice;
    int count = (int) dice.logBetween(3, 110);
    double radius = painter.size() * dice.logBetween(0.01, 0.09);
    double opacity = dice.chance(0.5) ? dice.between(0.35, 1) : 1;
    Rgb color = Palette.any(dice);
    boolean elongated = dice.chance(0.3);
    boolean dark = dice.chance(0.5);
    Material material =
        new Material(
                Textures.around(dice, radius * 2, color),
                dice.between(0, 1.2),
                0.1,
                radius,
                dice.unit() * 0.3,
                12,
                1)
            .withOpacity(opacity);
    for (int i = 0; i < count; i++) {
      double r = radius * dice.logBetween(0.6, 1.6);
      double x = painter.width() * dice.unit();
      double y = painter.height() * dice.unit();
      double slim = elongated ? dice.between(0.2, 0.5) : dice.between(0.75, 1);
      Outline cell =
          Outlines.lump(dice, x, y, r, r * slim, elongated ? 0.05 : 0.15)
              .turned(dice.angle(), x, y);
      painter.part(material, cell);
      if (dice.chance(0.5)) {
        painter.flat(cell.scaled(0.4, 0.4), color.times(dark ? 0.5 : 1.6), 0.6f);
      }
    }
  }
}
