package org.cleanplate.fiji.studio.canvas;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.cleanplate.engine.MattingOptions.Levels;
import org.cleanplate.frame.Frame;

/**
 * A picture with copies of half, a quarter, ... of its size, so that it is drawn small quickly and
 * without flicker. Immutable once made; making one takes time.
 */
public final class Picture {
  private static final int SMALLEST_SIDE = 128;

  private final int width;
  private final int height;
  private final List<BufferedImage> copies;

  private Picture(int width, int height, List<BufferedImage> copies) {
    this.width = width;
    this.height = height;
    this.copies = copies;
  }

  /** A picture that is drawn pixel by pixel. */
  static Picture of(BufferedImage image) {
    return stretched(image, image.getWidth(), image.getHeight());
  }

  /**
   * A coarse picture, stretched over a frame.
   *
   * @param width of the frame
   */
  static Picture stretched(BufferedImage image, int width, int height) {
    List<BufferedImage> copies = new ArrayList<>(List.of(image));
    BufferedImage last = image;
    while (Math.min(last.getWidth(), last.getHeight()) >= 2 * SMALLEST_SIDE) {
      last = halved(last);
      copies.add(last);
    }
    return new Picture(width, height, copies);
  }

  private static BufferedImage halved(BufferedImage image) {
    int width = (image.getWidth() + 1) / 2;
    int height = (image.getHeight() + 1) / 2;
    BufferedImage half = new BufferedImage(width, height, image.getType());
    Graphics2D graphics = half.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(image, 0, 0, width, height, null);
    graphics.dispose();
    return half;
  }

  /** Pixels of the frame across. */
  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  /**
   * Draws it.
   *
   * @param toView from pixels of the frame
   */
  void draw(Graphics2D graphics, AffineTransform toView) {
    double onScreen = toView.getScaleX() * graphics.getTransform().getScaleX() * width;
    BufferedImage copy = copies.get(0);
    for (BufferedImage smaller : copies) {
      if (smaller.getWidth() >= onScreen) {
        copy = smaller;
      }
    }
    boolean enlarged = onScreen > 1.5 * copies.get(0).getWidth();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION,
        enlarged
            ? RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR
            : RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    AffineTransform placed = new AffineTransform(toView);
    placed.scale((double) width / copy.getWidth(), (double) height / copy.getHeight());
    graphics.drawImage(copy, placed, null);
  }

  /** Draws it as large as it fits into a box, in the middle. */
  public void drawInto(Graphics2D graphics, int boxWidth, int boxHeight) {
    draw(graphics, Viewport.fitting(width, height, boxWidth, boxHeight).toView());
  }

  /** A small picture of a frame as it looks between its levels. */
  public static Picture thumbnail(Frame frame, Levels levels) {
    Picture whole = FramePictures.of(frame, levels);
    List<BufferedImage> copies = whole.copies;
    return new Picture(whole.width, whole.height, List.of(copies.get(copies.size() - 1)));
  }
}
