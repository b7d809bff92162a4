package org.cleanplate.training.data.synthesis;

import java.util.ArrayList;
import java.util.List;
import org.cleanplate.training.data.image.Blur;
import org.cleanplate.training.data.image.FloatImage;

/** Backgrounds: red, green, blue. */
public final class Backdrops {
  private Backdrops() {}

  /** Paints a square scene of a size, as the camera sees it. */
  public static BytePicture paint(Dice dice, int size) {
    Painter painter = new Painter(size, size, dice);
    switch (dice.weighted(0.1, 0.2, 0.16, 0.2, 0.1, 0.08, 0.08, 0.08)) {
      case 0 -> ground(painter, Textures.any(dice, size));
      case 1 -> clutter(painter);
      case 2 -> leaves(painter);
      case 3 -> Room.paint(painter);
      case 4 -> landscape(painter);
      case 5 -> Street.paint(painter);
      case 6 -> microscope(painter);
      default -> wall(painter);
    }
    if (dice.chance(0.35)) {
      bystanders(painter);
    }
    return BytePicture.of(developed(dice, painter));
  }

  /** People and things that belong to the scene: looks alone do not make a foreground. */
  private static void bystanders(Painter painter) {
    int count = painter.dice.whole(1, 4);
    for (int i = 0; i < count; i++) {
      Subjects.bystander(painter.dice).paint(painter);
    }
  }

  static void ground(Painter painter, Texture texture) {
    Canvas canvas = painter.canvas;
    float[] rgb = new float[3];
    for (int i = 0; i < canvas.alpha.length; i++) {
      texture.color(i % canvas.width, i / canvas.width, rgb);
      canvas.over(i, rgb[0], rgb[1], rgb[2], 1);
    }
  }

  /** Things before things, their sizes distributed as in nature: many small, few large. */
  private static void clutter(Painter painter) {
    Dice dice = painter.dice;
    double size = painter.size();
    ground(painter, Textures.any(dice, size));
    List<Material> materials = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      materials.add(Material.any(dice, size / 4));
    }
    int things = (int) dice.logBetween(10, 60);
    for (int i = 0; i < things; i++) {
      double radius = powerLaw(dice, size * 0.025, size * 0.32);
      Outline outline =
          Outlines.any(dice, painter.width() * dice.unit(), painter.height() * dice.unit(), radius);
      if (radius > size * 0.05) {
        painter.part(materials.get(dice.below(materials.size())), outline);
      } else {
        painter.flat(outline, Palette.any(dice), 1);
      }
    }
  }

  /** Foliage, gravel, confetti: the dead leaves model. */
  private static void leaves(Painter painter) {
    Dice dice = painter.dice;
    ground(painter, Textures.any(dice, painter.size()));
    leaves(painter, 0, dice.chance(0.6));
  }

  private static void leaves(Painter painter, double top, boolean green) {
    Dice dice = painter.dice;
    double size = painter.size();
    List<Rgb> colors = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      colors.add(green ? Palette.leaf(dice) : Palette.any(dice));
    }
    double largest = size * dice.logBetween(0.03, 0.2);
    int count = (int) dice.logBetween(200, 1100);
    boolean slim = dice.chance(0.5);
    for (int i = 0; i < count; i++) {
      double radius = powerLaw(dice, size * 0.008, largest);
      double x = painter.width() * dice.unit();
      double y = top + (painter.height() - top) * dice.unit();
      Rgb color = colors.get(dice.below(6)).times(dice.logBetween(0.45, 1.4));
      Outline outline =
          slim
              ? Outlines.superellipse(x, y, radius, radius * 0.35, dice.angle(), 1.3)
              : Outlines.lump(dice, x, y, radius, radius, 0.25);
      painter.flat(outline, color, 1);
    }
  }

  private static void landscape(Painter painter) {
    Dice dice = painter.dice;
    double size = painter.size();
    Rgb sky = Rgb.of(dice.between(0.4, 0.8), dice.between(0.55, 0.85), dice.between(0.7, 1));
    Rgb haze = Rgb.gray(dice.between(0.7, 0.98));
    Noise clouds =
        Noise.place(
            dice, NoiseTiles.FRACTAL.get(1), size * dice.between(1, 3), 0, dice.between(1, 4));
    float height = painter.height();
    ground(
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
      leaves(painter, horizon + size * dice.between(0, 0.2), true);
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

  private static void microscope(Painter painter) {
    Dice dice = painter.dice;
    Rgb color = dice.chance(0.6) ? Rgb.gray(dice.between(0.05, 0.95)) : Palette.any(dice);
    Texture texture =
        Texture.plain(color)
            .mottled(Noise.place(dice, NoiseTiles.SMOOTH, painter.size() * 3), dice.between(0, 0.2))
            .mottled(
                Noise.place(dice, NoiseTiles.any(dice), painter.size()),
                dice.logBetween(0.01, 0.15));
    ground(painter, texture);
    int specks = dice.whole(0, 14);
    for (int i = 0; i < specks; i++) {
      double radius = painter.size() * dice.logBetween(0.004, 0.04);
      painter.flat(
          Outlines.any(dice, painter.width() * dice.unit(), painter.height() * dice.unit(), radius),
          color.times(dice.between(0.5, 1.3)),
          0.8f);
    }
  }

  /** A studio backdrop or a plain wall. */
  private static void wall(Painter painter) {
    Dice dice = painter.dice;
    Rgb color = dice.chance(0.5) ? Rgb.gray(dice.between(0.1, 1)) : Palette.any(dice);
    ground(
        painter,
        Textures.calm(dice, painter.size(), color)
            .mottled(
                Noise.place(dice, NoiseTiles.SMOOTH, painter.size() * 4), dice.between(0, 0.2)));
  }

  private static FloatImage developed(Dice dice, Painter painter) {
    double size = painter.size();
    FloatImage image = painter.canvas.toImage().planes(0, 3);
    if (dice.chance(0.5)) {
      image = Blur.gaussian(image, dice.logBetween(0.4, size / 30));
    }
    Noise light = Noise.place(dice, NoiseTiles.SMOOTH, size * 3);
    float strength = (float) (dice.chance(0.5) ? dice.between(0, 0.35) : 0);
    float contrast = (float) (dice.chance(0.4) ? dice.logBetween(0.4, 1) : 1);
    float grain = (float) (dice.chance(0.3) ? dice.logBetween(0.004, 0.03) : 0);
    Noise sand = Noise.place(dice, NoiseTiles.WHITE, NoiseTile.SIZE, 0, 1);
    for (int i = 0; i < image.values().length; i++) {
      int at = i % image.pixels();
      float x = at % image.width();
      float y = at / image.width();
      float lit = strength > 0 ? Math.max(0, 1 + strength * light.at(x, y)) : 1;
      float noise = grain > 0 ? grain * sand.at(x + 31 * (i / image.pixels()), y) : 0;
      image.values()[i] = 0.5f + (image.values()[i] * lit - 0.5f) * contrast + noise;
    }
    return image;
  }

  private static double powerLaw(Dice dice, double smallest, double largest) {
    double u = dice.unit();
    return 1 / Math.sqrt((1 - u) / (smallest * smallest) + u / (largest * largest));
  }
}
