package org.cleanplate.fiji.studio.model;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ColorProcessor;
import java.awt.Color;
import java.util.Random;

/** A disc that walks over a ground of many shades. */
public final class WalkStack {
  public static final int WIDTH = 160;
  public static final int HEIGHT = 120;
  public static final int RADIUS = 18;

  private WalkStack() {}

  /** A stack, not shown. */
  public static ImagePlus of(String title, int frames) {
    ImageStack stack = new ImageStack(WIDTH, HEIGHT);
    for (int frame = 0; frame < frames; frame++) {
      ColorProcessor slice = ground();
      slice.setColor(new Color(0xF5C518));
      int x = centre(frame, frames);
      slice.fillOval(x - RADIUS, HEIGHT / 2 - RADIUS, 2 * RADIUS, 2 * RADIUS);
      stack.addSlice(slice);
    }
    return new ImagePlus(title, stack);
  }

  /** The ground alone, not shown. */
  public static ImagePlus ground(String title) {
    return new ImagePlus(title, ground());
  }

  /** Where the disc's middle is in a frame. */
  public static int centre(int frame, int frames) {
    return 30 + frame * (WIDTH - 60) / Math.max(1, frames - 1);
  }

  private static ColorProcessor ground() {
    Random random = new Random(7);
    ColorProcessor slice = new ColorProcessor(WIDTH, HEIGHT);
    for (int y = 0; y < HEIGHT; y += 8) {
      for (int x = 0; x < WIDTH; x += 8) {
        int shade = 60 + random.nextInt(60);
        slice.setColor(new Color(shade, shade + 10, shade + 30));
        slice.fillRect(x, y, 8, 8);
      }
    }
    return slice;
  }
}
