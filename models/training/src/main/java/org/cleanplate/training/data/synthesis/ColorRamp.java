package org.cleanplate.training.data.synthesis;

import java.util.List;

/** Colours that run into each other along 0..1. */
final class ColorRamp {
  private static final int STEPS = 128;
  private final float[] table = new float[3 * (STEPS + 1)];

  ColorRamp(List<Rgb> colors) {
    for (int i = 0; i <= STEPS; i++) {
      double place = (colors.size() - 1) * (double) i / STEPS;
      int index = Math.min((int) place, Math.max(0, colors.size() - 2));
      Rgb next = colors.get(Math.min(index + 1, colors.size() - 1));
      Rgb color = colors.get(index).mix(next, place - index);
      table[3 * i] = color.red();
      table[3 * i + 1] = color.green();
      table[3 * i + 2] = color.blue();
    }
  }

  void color(float place, float[] rgb) {
    int at = 3 * (int) (Math.max(0, Math.min(1, place)) * STEPS);
    rgb[0] = table[at];
    rgb[1] = table[at + 1];
    rgb[2] = table[at + 2];
  }
}
