package org.cleanplate.training.data.synthesis;

import java.util.List;

/**
 * A toy, a tool, a machine: bodies, bars, discs and frames put together at random, as a rule the
 * same to the left and to the right.
 */
final class Assembly implements Thing {

  @Override
  public void paint(Painter painter, double x, double y, double radius) {
    Dice dice = painter.dice;
    boolean symmetric = dice.chance(0.65);
    double turn = dice.normal(0.35);
    Material[] materials = new Material[dice.whole(1, 4)];
    for (int i = 0; i < materials.length; i++) {
      materials[i] = Material.any(dice, radius);
    }
    int parts = dice.whole(3, 14);
    for (int i = 0; i < parts; i++) {
      double size = radius * dice.logBetween(0.06, 0.6);
      double away = i == 0 ? 0 : radius * dice.between(0, 0.85);
      double down = i == 0 ? 0 : radius * dice.between(-0.85, 0.85);
      Material material = materials[dice.below(materials.length)];
      Outline outline = outline(dice, x + away, y + down, size);
      List<Outline> holes =
          dice.chance(0.2) ? List.of(outline.scaled(0.6, 0.6)) : List.<Outline>of();
      painter.part(material, List.of(outline.turned(turn, x, y)), turned(holes, turn, x, y));
      if (symmetric && i > 0) {
        painter.part(
            material,
            List.of(outline.mirrored(x).turned(turn, x, y)),
            turned(holes.stream().map(hole -> hole.mirrored(x)).toList(), turn, x, y));
      }
    }
  }

  private static List<Outline> turned(List<Outline> outlines, double angle, double x, double y) {
    return outlines.stream().map(outline -> outline.turned(angle, x, y)).toList();
  }

  private static Outline outline(Dice dice, double x, double y, double size) {
    return switch (dice.below(4)) {
      case 0 -> {
        double reach = size * dice.between(1, 2);
        double angle = dice.angle();
        double thick = size * dice.between(0.08, 0.4);
        yield Outlines.tube(
            new double[] {x - reach * Math.cos(angle), x + reach * Math.cos(angle)},
            new double[] {y - reach * Math.sin(angle), y + reach * Math.sin(angle)},
            new double[] {thick, thick * dice.between(0.4, 1)});
      }
      case 1 -> Outlines.ellipse(x, y, size, size * dice.between(0.3, 1), 0);
      case 2 ->
          Outlines.superellipse(
              x, y, size, size * dice.between(0.3, 1.2), 0, dice.between(0.15, 0.6));
      default -> Outlines.any(dice, x, y, size);
    };
  }
}
