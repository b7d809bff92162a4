package org.cleanplate.training.data.synthesis;

import java.util.List;

/** Nets and fences, bare trees, scribbles, rings and vessels. */
final class Thin implements Subject {

  @Override
  public void paint(Painter painter) {
    Dice dice = painter.dice;
    double width = dice.logBetween(0.5, painter.size() / 40);
    Material material = Material.any(dice, painter.size() / 4).withRoundness(0.2);
    switch (dice.below(4)) {
      case 0 -> net(painter, material, width);
      case 1 -> {
        double x = painter.width() * dice.between(0.2, 0.8);
        double trunk = painter.size() * dice.logBetween(0.004, 0.05);
        branch(
            painter,
            material,
            x,
            painter.height() * dice.between(0.8, 1.1),
            -Math.PI / 2,
            trunk,
            dice.whole(3, 5));
      }
      case 2 -> scribble(painter, material, width);
      default -> rings(painter, material, width);
    }
  }

  private static void net(Painter painter, Material material, double width) {
    Dice dice = painter.dice;
    double gap = painter.size() * dice.logBetween(0.04, 0.25);
    double slant = dice.chance(0.4) ? dice.between(0.3, 1) : 0;
    double extent = painter.width() + painter.height();
    for (double at = -extent; at < extent; at += gap) {
      line(painter, material, width, at, 0, at + slant * painter.height(), painter.height());
      if (slant > 0) {
        line(painter, material, width, at, painter.height(), at + slant * painter.height(), 0);
      } else if (dice.chance(0.9)) {
        line(painter, material, width, 0, at, painter.width(), at + dice.normal(2));
      }
    }
    if (dice.chance(0.5)) {
      double radius = painter.size() * dice.between(0.1, 0.3);
      painter.erase(
          Outlines.any(dice, painter.width() * dice.unit(), painter.height() * dice.unit(), radius),
          1);
    }
  }

  private static void line(
      Painter painter,
      Material material,
      double width,
      double x0,
      double y0,
      double x1,
      double y1) {
    painter.part(
        material,
        Ribbon.square(
            new double[] {x0, x1}, new double[] {y0, y1}, new double[] {width / 2, width / 2}));
  }

  private static void branch(
      Painter painter,
      Material material,
      double x,
      double y,
      double angle,
      double thick,
      int forks) {
    Dice dice = painter.dice;
    double length = painter.size() * dice.between(0.05, 0.1) * (1 + forks * 0.5);
    double endX = x + length * Math.cos(angle);
    double endY = y + length * Math.sin(angle);
    double bend = dice.normal(0.08) * length;
    painter.part(
        material,
        Outlines.tube(
            new double[] {x, (x + endX) / 2 + bend, endX},
            new double[] {y, (y + endY) / 2, endY},
            new double[] {
              Math.max(0.3, thick), Math.max(0.3, thick * 0.85), Math.max(0.25, thick * 0.7)
            }));
    if (forks > 0) {
      int twigs = dice.whole(2, 3);
      for (int i = 0; i < twigs; i++) {
        branch(painter, material, endX, endY, angle + dice.normal(0.5), thick * 0.65, forks - 1);
      }
    }
  }

  private static void scribble(Painter painter, Material material, double width) {
    Dice dice = painter.dice;
    int lines = dice.whole(1, 12);
    for (int i = 0; i < lines; i++) {
      int steps = dice.whole(6, 40);
      double[] xs = new double[steps];
      double[] ys = new double[steps];
      double[] radii = new double[steps];
      double x = painter.width() * dice.unit();
      double y = painter.height() * dice.unit();
      double angle = dice.angle();
      double curl = dice.normal(0.25);
      for (int k = 0; k < steps; k++) {
        xs[k] = x;
        ys[k] = y;
        radii[k] = width / 2 * dice.between(0.8, 1.2);
        x += painter.size() * 0.03 * Math.cos(angle);
        y += painter.size() * 0.03 * Math.sin(angle);
        angle += curl;
        curl += dice.normal(0.06);
      }
      painter.part(material, Outlines.tube(xs, ys, radii));
    }
  }

  private static void rings(Painter painter, Material material, double width) {
    Dice dice = painter.dice;
    int count = dice.whole(1, 10);
    for (int i = 0; i < count; i++) {
      double radius = painter.size() * dice.logBetween(0.03, 0.3);
      double x = painter.width() * dice.unit();
      double y = painter.height() * dice.unit();
      Outline outer = Outlines.lump(dice, x, y, radius, radius, dice.between(0, 0.2));
      double inner = Math.max(0.2, 1 - 2 * width / radius);
      painter.part(material, List.of(outer), List.of(outer.scaled(inner, inner)));
    }
  }
}
