package org.cleanplate.training.data.synthesis;

import java.util.List;

/**
 * The coat of an animal.
 *
 * @param material of the trunk
 * @param headMaterial of the head, often of another colour
 * @param style of the fur
 * @param density hairs for each pixel of border
 */
record Coat(Material material, Material headMaterial, HairStyle style, double density) {

  static Coat any(Dice dice, double body) {
    Rgb color = Palette.fur(dice);
    Rgb head = dice.chance(0.5) ? color : Palette.fur(dice);
    HairStyle style = HairStyle.fur(dice, body);
    double density = dice.chance(0.12) ? 0.4 : dice.logBetween(4, 14);
    return new Coat(material(dice, body, color), material(dice, body, head), style, density);
  }

  /** Grows on the inside first, so that the border's hairs lie on top. */
  void grow(Painter painter, List<Outline> outlines, double comb) {
    Fur fur = new Fur(painter, style, comb, painter.dice.between(0.05, 0.55));
    for (Outline outline : outlines) {
      fur.within(outline, Math.abs(outline.signedArea()) * 0.01 * density);
      fur.along(outline, density);
    }
  }

  private static Material material(Dice dice, double body, Rgb color) {
    Texture texture = Texture.plain(color);
    if (dice.chance(0.5)) {
      Noise where = Noise.place(dice, NoiseTiles.any(dice), body * dice.between(1, 5));
      Texture patch = Texture.plain(Palette.fur(dice));
      texture = texture.patched(where, dice.between(-0.3, 1), dice.between(0.1, 0.8), patch);
    }
    texture = texture.mottled(Noise.place(dice, NoiseTiles.FRACTAL.get(2), body), 0.12);
    return new Material(texture, dice.between(0.6, 1.3), 0.3, body * 0.6, 0, 1, 1);
  }
}
