package org.cleanplate.training.data.synthesis;

/** A surface that covers the picture but for an opening or two. */
final class FullFrame implements Subject {

  @Override
  public void paint(Painter painter) {
    Dice dice = painter.dice;
    double w = painter.width();
    double h = painter.height();
    painter.part(Material.any(dice, painter.size()), Outlines.box(-w, -h, 2 * w, 2 * h));
    int openings = dice.whole(0, 2);
    for (int i = 0; i < openings; i++) {
      double radius = painter.size() * dice.between(0.1, 0.45);
      painter.erase(Outlines.any(dice, w * dice.unit(), h * dice.unit(), radius), 1);
    }
  }
}
