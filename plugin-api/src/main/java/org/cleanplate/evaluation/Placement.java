package org.cleanplate.evaluation;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.SplittableRandom;

/**
 * A random affine map of a picture onto a canvas: the picture fitted to it, turned, sheared, scaled
 * and moved, as the published training and evaluation do it (torchvision's {@code RandomAffine}).
 *
 * @param degrees turn, clockwise
 * @param shearDegrees along the rows
 * @param scale against the picture fitted to the canvas
 * @param moveAcross of the centre, in parts of the canvas
 * @param moveDown likewise
 */
record Placement(
    double degrees, double shearDegrees, double scale, double moveAcross, double moveDown) {
  private static final double LARGEST_ANGLE = 5;
  private static final double LARGEST_MOVE = 0.1;

  /** Draws one of the published range of turns, shears and moves. */
  static Placement draw(SplittableRandom random, SizeRange sizes) {
    return new Placement(
        random.nextDouble(-LARGEST_ANGLE, LARGEST_ANGLE),
        random.nextDouble(-LARGEST_ANGLE, LARGEST_ANGLE),
        sizes.least() + random.nextDouble() * (sizes.most() - sizes.least()),
        random.nextDouble(-LARGEST_MOVE, LARGEST_MOVE),
        random.nextDouble(-LARGEST_MOVE, LARGEST_MOVE));
  }

  /** How a picture is made to fit the canvas before it is placed. */
  enum Fit {
    /** All of it is seen, with empty canvas round it. */
    INSIDE,
    /** All of the canvas is covered, parts of the picture may be outside. */
    COVER
  }

  /**
   * Draws a picture bilinearly onto a black canvas, or one that is to be covered by mirrors of it.
   */
  BufferedImage onto(BufferedImage picture, int width, int height, Fit fit) {
    double across = (double) width / picture.getWidth();
    double down = (double) height / picture.getHeight();
    double fitted = fit == Fit.INSIDE ? Math.min(across, down) : Math.max(across, down);
    AffineTransform map = new AffineTransform();
    map.translate(width * (0.5 + moveAcross), height * (0.5 + moveDown));
    map.rotate(Math.toRadians(degrees));
    map.shear(Math.tan(Math.toRadians(shearDegrees)), 0);
    map.scale(fitted * scale, fitted * scale);
    map.translate(-picture.getWidth() / 2.0, -picture.getHeight() / 2.0);
    BufferedImage canvas = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = canvas.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    if (fit == Fit.COVER) {
      drawMirrored(graphics, picture, map);
    } else {
      graphics.drawImage(picture, map, null);
    }
    graphics.dispose();
    return canvas;
  }

  /** The picture among eight reflections of itself. */
  private static void drawMirrored(
      Graphics2D graphics, BufferedImage picture, AffineTransform map) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    for (int row = -1; row <= 1; row++) {
      for (int column = -1; column <= 1; column++) {
        AffineTransform reflected = new AffineTransform(map);
        reflected.translate(column > 0 ? 2.0 * width : 0, row > 0 ? 2.0 * height : 0);
        reflected.scale(column == 0 ? 1 : -1, row == 0 ? 1 : -1);
        graphics.drawImage(picture, reflected, null);
      }
    }
  }
}
