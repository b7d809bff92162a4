package org.cleanplate.training.data.synthesis;

/** A sky with clouds, ridges that fade into the haze, bushes in front. */
final class Landscape {
  private Landscape() {}

  static void paint(Painter painter) {
    Dice dice = painter.dice;
    double size = painter.size();
    Rgb sky = Rgb.of(dice.between(0.4, 0.8), dice.between(0.55, 0.85), dice.between(0.7, 1));
    Rgb haze = Rgb.gray(dice.between(0.7, 0.98));
    Noise clouds =
        Noise.place(
            dice, NoiseTiles.FRACTAL.get(1), size * dice.between(1, 3), 0, dice.between(1, 4));
    float height = painter.height();
    Backdrops.ground(
        painter,
        (x, y, rgb) -> {
          double share = Math.max(0, Math.min(1, y / height + 0.3 * clouds.at(x, y)));
          Rgb color = sky.mix(haze, share);
          rgb[0] = color.red();
          rgb[1] = color.green();
          rgb[2] = color.blue();
        });
    double horizon = painter.height() * dice.between(0.3, 0.85);
    int ridges = dice.whole(1, 4);
    for (int i = 0; i < ridges; i++) {
      double y = horizon + i * size * 0.06;
      Rgb color = Palette.leaf(dice).mix(haze, 0.6 * (1 - (double) i / ridges));
      Texture texture = Textures.around(dice, size * 0.3, color);
      painter.part(Material.any(dice, size).withRoundness(0.1), ridge(painter, y));
      painter.part(
          new Material(texture, 0.1, 0.3, size * 0.1, 0, 1, 1), ridge(painter, y + size * 0.02));
    }
    if (dice.chance(0.6)) {
      Foliage.scatter(painter, horizon + size * dice.between(0, 0.2), true);
    }
  }

  private static Outline ridge(Painter painter, double y) {
    Dice dice = painter.dice;
    int points = 64;
    double[] xs = new double[points + 2];
    double[] ys = new double[points + 2];
    Noise noise =
        Noise.place(
            dice, NoiseTiles.FRACTAL.get(dice.below(4)), painter.size() * dice.between(1, 4));
    double rise = painter.size() * dice.between(0.01, 0.06);
    for (int i = 0; i < points; i++) {
      xs[i] = painter.width() * (i / (points - 1.0));
      ys[i] = y + rise * noise.at((float) xs[i], 0);
    }
    xs[points] = painter.width();
    ys[points] = painter.height() + 1;
    ys[points + 1] = painter.height() + 1;
    return new Outline(xs, ys);
  }
}
