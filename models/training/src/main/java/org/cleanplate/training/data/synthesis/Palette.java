package org.cleanplate.training.data.synthesis;

import java.util.ArrayList;
import java.util.List;

/** Colours as things have them. */
final class Palette {
  private Palette() {}

  /** Grey a third of the time, mostly dull, sometimes bright. */
  static Rgb any(Dice dice) {
    return switch (dice.weighted(0.35, 0.42, 0.23)) {
      case 0 -> Rgb.gray(dice.between(0.02, 0.98)).near(dice, 0.04);
      case 1 -> {
        double value = dice.between(0.05, 0.95);
        double dull = 0.7 * dice.unit();
        yield Rgb.of(
            value * (1 - dull * dice.unit()),
            value * (1 - dull * dice.unit()),
            value * (1 - dull * dice.unit()));
      }
      default -> Rgb.of(dice.unit(), dice.unit(), dice.unit());
    };
  }

  /** Colours that go together, now and then with a stranger. */
  static List<Rgb> harmony(Dice dice, int count) {
    return around(dice, any(dice), count, dice.logBetween(0.03, 0.5));
  }

  static List<Rgb> around(Dice dice, Rgb base, int count, double spread) {
    List<Rgb> colors = new ArrayList<>();
    colors.add(base);
    while (colors.size() < count) {
      colors.add(
          dice.chance(0.15)
              ? any(dice)
              : base.times(1 + dice.normal(spread)).near(dice, spread * 0.3));
    }
    return colors;
  }

  /** From very dark to very fair, more or less red. */
  static Rgb skin(Dice dice) {
    double value = dice.between(0.22, 0.95);
    double warm = dice.between(0.75, 1.25);
    return Rgb.of(value, value * (1 - 0.28 * warm), value * (1 - 0.45 * warm)).near(dice, 0.015);
  }

  /** Black, brown, red, blond, grey, white; seldom dyed. */
  static Rgb hair(Dice dice) {
    Rgb color =
        switch (dice.weighted(0.3, 0.3, 0.08, 0.17, 0.12, 0.06)) {
          case 0 -> Rgb.of(0.07, 0.06, 0.055);
          case 1 -> Rgb.of(0.3, 0.2, 0.13);
          case 2 -> Rgb.of(0.5, 0.24, 0.12);
          case 3 -> Rgb.of(0.76, 0.61, 0.4);
          case 4 -> Rgb.gray(dice.between(0.35, 0.9));
          default -> any(dice);
        };
    return color.times(dice.logBetween(0.6, 1.5)).near(dice, 0.02);
  }

  /** What animals wear. */
  static Rgb fur(Dice dice) {
    return switch (dice.weighted(0.2, 0.2, 0.25, 0.2, 0.15)) {
      case 0 -> Rgb.gray(dice.between(0.75, 0.98)).near(dice, 0.02);
      case 1 -> Rgb.gray(dice.between(0.03, 0.2)).near(dice, 0.015);
      case 2 -> Rgb.of(0.62, 0.43, 0.25).times(dice.logBetween(0.4, 1.4)).near(dice, 0.04);
      case 3 -> Rgb.gray(dice.between(0.25, 0.7)).near(dice, 0.03);
      default -> any(dice);
    };
  }

  /** From fresh to withered. */
  static Rgb leaf(Dice dice) {
    Rgb color =
        switch (dice.weighted(0.7, 0.2, 0.1)) {
          case 0 ->
              Rgb.of(dice.between(0.15, 0.5), dice.between(0.3, 0.65), dice.between(0.08, 0.3));
          case 1 -> Rgb.of(dice.between(0.5, 0.85), dice.between(0.3, 0.65), 0.15);
          default -> any(dice);
        };
    return color.times(dice.logBetween(0.4, 1.2));
  }
}
