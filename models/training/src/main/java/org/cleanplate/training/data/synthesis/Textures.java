package org.cleanplate.training.data.synthesis;

import java.util.List;

/** Surfaces at random: plain, cloudy, woven, striped, tiled, printed. */
final class Textures {
  private Textures() {}

  /**
   * A surface of any kind.
   *
   * @param size of what it covers, in pixels: sets how large its pattern is
   */
  static Texture any(Dice dice, double size) {
    return of(dice, size, Palette.harmony(dice, dice.whole(2, 5)));
  }

  /** A surface around a colour. */
  static Texture around(Dice dice, double size, Rgb color) {
    return of(
        dice, size, Palette.around(dice, color, dice.whole(2, 4), dice.logBetween(0.03, 0.25)));
  }

  /** One colour with the small unevenness of all real things. */
  static Texture calm(Dice dice, double size, Rgb color) {
    return grain(dice, size, Texture.plain(color));
  }

  /** A surface of given colours, the first being the ground. */
  static Texture of(Dice dice, double size, List<Rgb> colors) {
    Texture texture =
        switch (dice.weighted(0.2, 0.12, 0.24, 0.12, 0.1, 0.06, 0.16)) {
          case 0 -> Texture.plain(colors.get(0));
          case 1 -> gradient(dice, size, colors);
          case 2 -> cloudy(dice, size, colors);
          case 3 -> stripes(dice, size, colors);
          case 4 -> tiles(dice, size, colors);
          case 5 -> weave(dice, size, colors);
          default -> print(dice, size, colors);
        };
    return grain(dice, size, texture);
  }

  static Texture cloudy(Dice dice, double size, List<Rgb> colors) {
    Noise noise = Noise.place(dice, NoiseTiles.any(dice), size * dice.logBetween(0.15, 3));
    ColorRamp ramp = new ColorRamp(colors);
    float contrast = (float) dice.logBetween(0.08, 0.5);
    return (x, y, rgb) -> ramp.color(0.5f + contrast * noise.at(x, y), rgb);
  }

  static Texture gradient(Dice dice, double size, List<Rgb> colors) {
    double angle = dice.angle();
    float dx = (float) (Math.cos(angle) / size);
    float dy = (float) (Math.sin(angle) / size);
    float start = (float) dice.between(-0.5, 0.5);
    ColorRamp ramp = new ColorRamp(colors);
    return (x, y, rgb) -> ramp.color(Math.abs(dx * x + dy * y + start), rgb);
  }

  static Texture stripes(Dice dice, double size, List<Rgb> colors) {
    double angle = dice.chance(0.5) ? dice.pick(0.0, Math.PI / 2) : dice.angle();
    double period = dice.logBetween(3, Math.max(6, size / 3));
    Noise bend = Noise.place(dice, NoiseTiles.SMOOTH, size * dice.between(1, 4));
    float wave = (float) (dice.chance(0.6) ? dice.between(0, 0.8) : 0);
    float dx = (float) (Math.cos(angle) / period);
    float dy = (float) (Math.sin(angle) / period);
    float sharpness = (float) dice.logBetween(0.8, Math.max(1, period / 2));
    ColorRamp ramp = new ColorRamp(colors);
    return (x, y, rgb) -> {
      float phase = dx * x + dy * y + wave * bend.at(x, y);
      float saw = Math.abs(phase - (float) Math.floor(phase) - 0.5f) * 2;
      ramp.color(0.5f + (saw - 0.5f) * sharpness, rgb);
    };
  }

  /** Bricks, tiles and pavement with joints. */
  static Texture tiles(Dice dice, double size, List<Rgb> colors) {
    double angle = dice.chance(0.6) ? dice.normal(0.03) : dice.angle();
    double side = dice.logBetween(5, Math.max(8, size / 3));
    float cos = (float) (Math.cos(angle) / side);
    float sin = (float) (Math.sin(angle) / side);
    float aspect = (float) dice.logBetween(0.35, 2);
    float bond = dice.chance(0.5) ? 0.5f : 0;
    float joint = (float) dice.between(0, 0.12);
    float spread = (float) dice.between(0.1, 1);
    Rgb jointColor = colors.get(0).times(dice.between(0.4, 1.4));
    ColorRamp ramp = new ColorRamp(colors);
    Noise pick = Noise.place(dice, NoiseTiles.WHITE, NoiseTile.SIZE);
    return (x, y, rgb) -> {
      float v = (cos * y - sin * x) / aspect;
      float row = (float) Math.floor(v);
      float u = cos * x + sin * y + bond * row;
      float column = (float) Math.floor(u);
      if (u - column < joint || v - row < joint / aspect) {
        rgb[0] = jointColor.red();
        rgb[1] = jointColor.green();
        rgb[2] = jointColor.blue();
      } else {
        ramp.color(0.5f + 0.3f * spread * pick.at(column * 3, row * 5), rgb);
      }
    };
  }

  static Texture weave(Dice dice, double size, List<Rgb> colors) {
    double angle = dice.angle();
    double period = dice.logBetween(2.5, Math.max(4, size / 20));
    float cos = (float) (Math.cos(angle) * 2 * Math.PI / period);
    float sin = (float) (Math.sin(angle) * 2 * Math.PI / period);
    float contrast = (float) dice.logBetween(0.05, 0.3);
    ColorRamp ramp = new ColorRamp(colors);
    return (x, y, rgb) -> {
      double u = Math.sin(cos * x + sin * y);
      double v = Math.sin(cos * y - sin * x);
      ramp.color((float) (0.5 + contrast * (u + v)), rgb);
    };
  }

  /** Figures scattered over a ground: flowers, dots, letters from afar. */
  static Texture print(Dice dice, double size, List<Rgb> colors) {
    Texture texture = Texture.plain(colors.get(0));
    for (Rgb color : colors.subList(1, colors.size())) {
      Noise where = Noise.place(dice, NoiseTiles.any(dice), size * dice.logBetween(0.3, 2));
      texture =
          texture.patched(
              where, dice.between(0.2, 1.8), dice.logBetween(0.05, 0.5), Texture.plain(color));
    }
    return texture;
  }

  private static Texture grain(Dice dice, double size, Texture texture) {
    Texture large =
        dice.chance(0.5)
            ? texture.mottled(
                Noise.place(dice, NoiseTiles.FRACTAL.get(1), size * dice.between(0.8, 3)),
                dice.between(0.01, 0.12))
            : texture;
    double fine = dice.logBetween(0.004, 0.1);
    NoiseTile tile =
        dice.chance(0.7) ? NoiseTiles.FRACTAL.get(dice.whole(1, 3)) : NoiseTiles.any(dice);
    return large.mottled(Noise.place(dice, tile, dice.logBetween(100, 500)), fine);
  }
}
