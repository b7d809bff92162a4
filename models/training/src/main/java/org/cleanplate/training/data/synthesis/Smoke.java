package org.cleanplate.training.data.synthesis;

import java.util.List;

/** Things without a border: smoke, steam, veils, glass. */
final class Smoke implements Subject {

  @Override
  public void paint(Painter painter) {
    Dice dice = painter.dice;
    if (dice.chance(0.4)) {
      glass(painter);
    } else {
      cloud(painter);
    }
  }

  private static void cloud(Painter painter) {
    Dice dice = painter.dice;
    double size = painter.size();
    Noise density =
        Noise.place(dice, NoiseTiles.FRACTAL.get(dice.below(3)), size * dice.between(0.8, 3));
    Noise shade = Noise.place(dice, NoiseTiles.FRACTAL.get(1), size * 2);
    Rgb color = dice.chance(0.7) ? Rgb.gray(dice.between(0.2, 0.98)) : Palette.any(dice);
    double x = painter.width() * dice.between(0.2, 0.8);
    double y = painter.height() * dice.between(0.2, 0.8);
    double radius = size * dice.between(0.2, 0.8);
    float most = (float) dice.between(0.3, 1);
    float threshold = (float) dice.between(-0.6, 0.8);
    Canvas canvas = painter.canvas;
    for (int i = 0; i < canvas.alpha.length; i++) {
      int px = i % canvas.width;
      int py = i / canvas.width;
      double away = Math.hypot(px - x, py - y) / radius;
      float thick = (density.at(px, py) - threshold) * 0.5f + (float) (0.8 - away);
      if (thick > 0) {
        float tone = 1 + 0.15f * shade.at(px, py);
        canvas.over(
            i,
            Math.max(0, Math.min(1, color.red() * tone)),
            Math.max(0, Math.min(1, color.green() * tone)),
            Math.max(0, Math.min(1, color.blue() * tone)),
            Math.min(1, thick) * most);
      }
    }
  }

  private static void glass(Painter painter) {
    Dice dice = painter.dice;
    double radius = painter.size() * dice.logBetween(0.1, 0.5);
    double x = painter.width() * dice.between(0.2, 0.8);
    double y = painter.height() * dice.between(0.2, 0.8);
    Material material = Material.hard(dice, radius, Textures.calm(dice, radius, Palette.any(dice)));
    Outline outline = Outlines.any(dice, x, y, radius);
    painter.part(material.withOpacity(dice.between(0.25, 0.75)), outline);
    if (dice.chance(0.5)) {
      painter.part(
          material,
          List.of(outline),
          List.of(outline.scaled(dice.between(0.85, 0.97), dice.between(0.85, 0.97))));
    }
  }
}
