package org.cleanplate.training.data.synthesis;

import java.util.ArrayList;
import java.util.List;

/** A four-legged animal, a bird or a plush toy, from far or near, with fur along all it shows. */
final class Animal implements Subject {

  @Override
  public void paint(Painter painter) {
    Dice dice = painter.dice;
    double body =
        painter.size() * (dice.chance(0.6) ? dice.between(0.28, 0.6) : dice.logBetween(0.08, 0.28));
    double x = painter.width() * dice.between(0.25, 0.75);
    double y = painter.height() * dice.between(0.4, 0.85);
    Coat coat = Coat.any(dice, body);
    double facing = dice.sign();
    double stoop = dice.between(0.5, 0.95);
    Outline trunk =
        Outlines.lump(dice, x, y, body, body * stoop, 0.12).turned(dice.normal(0.2), x, y);
    List<Outline> furry = new ArrayList<>();
    tail(painter, coat, x - facing * body * 0.9, y, body, facing, furry);
    legs(painter, coat, x, y + body * stoop * 0.6, body, furry);
    painter.part(coat.material(), trunk);
    furry.add(trunk);
    coat.grow(painter, furry, Math.PI / 2 + facing * 0.5);
    head(
        painter,
        coat,
        x + facing * body * dice.between(0, 0.95),
        y - body * dice.between(0.3, 1),
        body,
        facing);
  }

  private static void tail(
      Painter painter,
      Coat coat,
      double x,
      double y,
      double body,
      double facing,
      List<Outline> furry) {
    Dice dice = painter.dice;
    double rise = dice.normal(0.8) * body;
    double thick = body * dice.logBetween(0.03, 0.2);
    Outline tail =
        Outlines.tube(
            new double[] {x, x - facing * 0.5 * body, x - facing * 0.9 * body},
            new double[] {y, y - rise * 0.3, y - rise},
            new double[] {thick, thick * dice.between(0.6, 1.4), thick * 0.3});
    painter.part(coat.material(), tail);
    furry.add(tail);
  }

  private static void legs(
      Painter painter, Coat coat, double x, double y, double body, List<Outline> furry) {
    Dice dice = painter.dice;
    double length = body * dice.between(0.3, 1.1);
    double thick = body * dice.between(0.1, 0.22);
    for (double place : new double[] {-0.7, -0.45, 0.5, 0.75}) {
      double top = x + place * body;
      double sway = dice.normal(0.12) * body;
      Outline leg =
          Outlines.tube(
              new double[] {top, top + sway, top + sway * 0.5},
              new double[] {y, y + length * 0.5, y + length},
              new double[] {thick * 1.2, thick * 0.8, thick * 0.7});
      painter.part(coat.material(), leg);
      furry.add(leg);
    }
  }

  private static void head(
      Painter painter, Coat coat, double x, double y, double body, double facing) {
    Dice dice = painter.dice;
    double r = body * dice.between(0.35, 0.6);
    List<Outline> furry = new ArrayList<>();
    for (int side = -1; side <= 1; side += 2) {
      Outline ear = ear(dice, x + side * r * 0.65, y - r * 0.7, r, side);
      painter.part(coat.material(), ear);
      furry.add(ear);
    }
    Outline skull = Outlines.lump(dice, x, y, r, r * dice.between(0.8, 1.1), 0.06);
    painter.part(coat.headMaterial(), skull);
    furry.add(skull);
    coat.grow(painter, furry, Math.PI / 2);
    double snout = r * dice.between(0.25, 0.6);
    double snoutX = x + facing * r * dice.between(0, 0.6);
    painter.part(
        coat.headMaterial(), Outlines.ellipse(snoutX, y + 0.4 * r, snout, snout * 0.75, 0));
    painter.flat(
        Outlines.ellipse(snoutX, y + 0.25 * r, snout * 0.35, snout * 0.25, 0),
        Rgb.gray(0.08),
        0.95f);
    Rgb eye = Rgb.of(dice.between(0.05, 0.9), dice.between(0.05, 0.7), dice.between(0, 0.3));
    for (int side = -1; side <= 1; side += 2) {
      double eyeX = x + side * 0.4 * r + facing * 0.15 * r;
      painter.flat(Outlines.ellipse(eyeX, y - 0.1 * r, 0.13 * r, 0.12 * r, 0), eye, 1);
      painter.flat(Outlines.ellipse(eyeX, y - 0.1 * r, 0.07 * r, 0.09 * r, 0), Rgb.gray(0.03), 1);
      painter.flat(
          Outlines.ellipse(eyeX + 0.03 * r, y - 0.14 * r, 0.025 * r, 0.025 * r, 0),
          Rgb.gray(1),
          0.9f);
    }
    if (dice.chance(0.6)) {
      whiskers(painter, snoutX, y + 0.4 * r, r);
    }
  }

  private static Outline ear(Dice dice, double x, double y, double r, int side) {
    double tall = r * dice.between(0.3, 1.2);
    double wide = r * dice.between(0.25, 0.45);
    return Outlines.smooth(
        x - wide, y + 0.3 * r, x + side * wide * 0.6, y - tall, x + wide, y + 0.3 * r);
  }

  private static void whiskers(Painter painter, double x, double y, double r) {
    Dice dice = painter.dice;
    HairStyle whisker =
        new HairStyle(
            r * dice.between(0.7, 1.6), Math.max(0.3, r * 0.015), 0.3, 0, r, 0.2, 0.1, 1, 0.05);
    Rgb color = Rgb.gray(dice.chance(0.7) ? 0.92 : 0.1);
    for (int i = 0; i < 14; i++) {
      double side = i % 2 == 0 ? 0 : Math.PI;
      whisker.single(painter, x, y + dice.normal(0.06) * r, side + dice.normal(0.3), color, 1);
    }
  }
}
