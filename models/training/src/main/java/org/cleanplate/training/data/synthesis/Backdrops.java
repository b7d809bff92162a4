package org.cleanplate.training.data.synthesis;

import java.util.ArrayList;
import java.util.List;
import org.cleanplate.training.data.image.Blur;
import org.cleanplate.training.data.image.FloatImage;
import org.cleanplate.training.data.image.Scale;

/** Backgrounds: red, green, blue. */
public final class Backdrops {
  private static final double COARSE_BLUR = 2.5;

  private Backdrops() {}

  /**
   * Paints a square scene of a size, as the camera sees it: half of the time out of focus. Where
   * little of the detail would be left it is painted at half of the size.
   */
  public static BytePicture paint(Dice dice, int size) {
    double blur = dice.chance(0.5) ? dice.logBetween(0.4, size / 30.0) : 0;
    boolean coarse = blur > COARSE_BLUR;
    Painter painter = new Painter(coarse ? size / 2 : size, coarse ? size / 2 : size, dice);
    scene(painter);
    if (dice.chance(0.35)) {
      bystanders(painter);
    }
    FloatImage sharp = painter.canvas.toImage().planes(0, 3);
    FloatImage image =
        coarse
            ? Scale.resize(Blur.gaussian(sharp, blur / 2), size, size)
            : Blur.gaussian(sharp, blur);
    develop(dice, image);
    return BytePicture.of(image);
  }

  private static void scene(Painter painter) {
    Dice dice = painter.dice;
    switch (dice.weighted(0.1, 0.2, 0.16, 0.2, 0.1, 0.08, 0.08, 0.08)) {
      case 0 -> ground(painter, Textures.any(dice, painter.size()));
      case 1 -> clutter(painter);
      case 2 -> Foliage.paint(painter);
      case 3 -> Room.paint(painter);
      case 4 -> Landscape.paint(painter);
      case 5 -> Street.paint(painter);
      case 6 -> microscope(painter);
      default -> wall(painter);
    }
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
      double radius = dice.powerLaw(size * 0.025, size * 0.32);
      Outline outline =
          Outlines.any(dice, painter.width() * dice.unit(), painter.height() * dice.unit(), radius);
      if (radius > size * 0.05) {
        painter.part(materials.get(dice.below(materials.size())), outline);
      } else {
        painter.flat(outline, Palette.any(dice), 1);
      }
    }
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

  /** Uneven light, contrast and grain of the shot. */
  private static void develop(Dice dice, FloatImage image) {
    if (dice.chance(0.5)) {
      Noise light = Noise.place(dice, NoiseTiles.SMOOTH, image.height() * 3.0);
      float strength = (float) dice.between(0, 0.35);
      for (int i = 0; i < image.values().length; i++) {
        int at = i % image.pixels();
        image.values()[i] *=
            Math.max(0, 1 + strength * light.at(at % image.width(), at / image.width()));
      }
    }
    float contrast = (float) (dice.chance(0.4) ? dice.logBetween(0.4, 1) : 1);
    float grain = (float) (dice.chance(0.3) ? dice.logBetween(0.004, 0.03) : 0);
    FloatImage sand = WhiteNoise.planes(dice, image.width(), image.height(), 3);
    for (int i = 0; i < image.values().length; i++) {
      image.values()[i] = 0.5f + (image.values()[i] - 0.5f) * contrast + grain * sand.values()[i];
    }
  }
}
