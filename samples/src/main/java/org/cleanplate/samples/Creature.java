package org.cleanplate.samples;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.geom.CubicCurve2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.QuadCurve2D;
import java.util.SplittableRandom;

/**
 * A woolly caterpillar: overlapping segments with hairs thinner than a pixel, short legs and two
 * antennae. What makes matting hard is all there: soft edges, thin structures, holes between limbs.
 */
final class Creature {
  private static final int SEGMENTS = 7;
  private static final int HAIRS = 80;
  private static final Color[] COAT = {
    new Color(0xE8932C), new Color(0xD9601A), new Color(0x8E2F12), new Color(0xF2B84B)
  };

  private final long seed;
  private final double length;

  /**
   * @param length from tail to head in pixels of the canvas
   */
  Creature(long seed, double length) {
    this.seed = seed;
    this.length = length;
  }

  /**
   * Draws the creature.
   *
   * @param canvas transparent where the creature is not
   * @param x the middle of the body
   * @param phase where in its stride it is, one stride per unit
   */
  void draw(Graphics2D canvas, double x, double y, double phase) {
    double radius = length / SEGMENTS * 0.85;
    double[] xs = new double[SEGMENTS];
    double[] ys = new double[SEGMENTS];
    for (int i = 0; i < SEGMENTS; i++) {
      double along = i / (SEGMENTS - 1.0);
      double wave = 2 * Math.PI * (phase - 0.9 * along);
      xs[i] = x + (along - 0.5) * length + 0.15 * radius * Math.cos(wave);
      ys[i] = y + 0.55 * radius * Math.sin(wave) + 0.3 * radius * Math.sin(4 * along);
    }
    for (int i = 0; i < SEGMENTS; i++) {
      drawLeg(canvas, xs[i], ys[i], radius, phase + i * 0.21);
    }
    for (int i = 0; i < SEGMENTS; i++) {
      double size = radius * (0.72 + 0.28 * Math.sin(Math.PI * (i + 1.0) / (SEGMENTS + 0.6)));
      drawHairs(canvas, xs[i], ys[i], size, i, phase);
      drawBody(canvas, xs[i], ys[i], size, COAT[i % 3 == 2 ? 2 : i % 2]);
    }
    drawHead(canvas, xs[SEGMENTS - 1] + 0.75 * radius, ys[SEGMENTS - 1] - 0.1 * radius, radius);
  }

  private static void drawBody(Graphics2D canvas, double x, double y, double r, Color coat) {
    canvas.setPaint(
        new RadialGradientPaint(
            (float) (x - 0.3 * r),
            (float) (y - 0.4 * r),
            (float) (1.5 * r),
            new float[] {0, 0.55f, 1},
            new Color[] {coat.brighter(), coat, coat.darker().darker()}));
    canvas.fill(new Ellipse2D.Double(x - 0.8 * r, y - 0.8 * r, 1.6 * r, 1.6 * r));
  }

  /** Hairs stand off the segment all round and sway a little. */
  private void drawHairs(
      Graphics2D canvas, double x, double y, double r, int segment, double phase) {
    SplittableRandom random = new SplittableRandom(seed + segment);
    for (int i = 0; i < HAIRS; i++) {
      double angle = 2 * Math.PI * random.nextDouble();
      double reach = r * (1.05 + 0.75 * random.nextDouble());
      double bend = 0.25 * (random.nextDouble() - 0.5) + 0.06 * Math.sin(2 * Math.PI * phase + i);
      Color coat = COAT[random.nextInt(COAT.length)];
      canvas.setColor(coat);
      canvas.setStroke(
          new BasicStroke(
              (float) (r * (0.022 + 0.05 * random.nextDouble())),
              BasicStroke.CAP_ROUND,
              BasicStroke.JOIN_ROUND));
      canvas.draw(
          new QuadCurve2D.Double(
              x + 0.6 * r * Math.cos(angle),
              y + 0.6 * r * Math.sin(angle),
              x + 0.8 * reach * Math.cos(angle + bend / 2),
              y + 0.8 * reach * Math.sin(angle + bend / 2),
              x + reach * Math.cos(angle + bend),
              y + reach * Math.sin(angle + bend)));
    }
  }

  private static void drawLeg(Graphics2D canvas, double x, double y, double r, double phase) {
    double swing = 0.35 * r * Math.sin(2 * Math.PI * phase);
    canvas.setColor(new Color(0x3A1E14));
    canvas.setStroke(
        new BasicStroke((float) (0.16 * r), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    canvas.draw(new Line2D.Double(x, y, x + swing, y + 1.55 * r));
  }

  private static void drawHead(Graphics2D canvas, double x, double y, double r) {
    canvas.setColor(new Color(0x2B1A1F));
    canvas.setStroke(
        new BasicStroke((float) (0.07 * r), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    for (double lean : new double[] {0.55, 1.15}) {
      double tipX = x + lean * r;
      double tipY = y - (2.3 - 0.5 * lean) * r;
      canvas.draw(
          new CubicCurve2D.Double(
              x, y - 0.4 * r, x, y - 1.3 * r, x + 0.2 * lean * r, y - 1.9 * r, tipX, tipY));
      canvas.fill(new Ellipse2D.Double(tipX - 0.11 * r, tipY - 0.11 * r, 0.22 * r, 0.22 * r));
    }
    drawBody(canvas, x, y, 0.95 * r, new Color(0x5A3448));
    canvas.setColor(new Color(0xFFF6E5));
    canvas.fill(new Ellipse2D.Double(x + 0.12 * r, y - 0.42 * r, 0.44 * r, 0.44 * r));
    canvas.setColor(new Color(0x1A1014));
    canvas.fill(new Ellipse2D.Double(x + 0.26 * r, y - 0.32 * r, 0.24 * r, 0.24 * r));
  }
}
