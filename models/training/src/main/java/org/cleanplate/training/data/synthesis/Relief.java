package org.cleanplate.training.data.synthesis;

import org.cleanplate.training.data.image.Blur;
import org.cleanplate.training.data.image.FloatImage;
import org.cleanplate.training.data.image.Scale;

/**
 * Light on a shape of which only the outline is known: the shape is blown up like a cushion (its
 * mask, smoothed at two scales), creased by noise and lit from one side. Computed on a coarse grid,
 * as light on curved surfaces is smooth; read in between.
 */
final class Relief {
  private static final int GRID = 112;

  private final FloatImage diffuse;
  private final FloatImage highlight;
  private final int factor;

  private Relief(FloatImage diffuse, FloatImage highlight, int factor) {
    this.diffuse = diffuse;
    this.highlight = highlight;
    this.factor = factor;
  }

  /**
   * Lights a shape.
   *
   * @param mask its coverage
   * @param originX of the mask on the canvas; creases are placed there
   */
  static Relief of(
      Dice dice, FloatImage mask, int originX, int originY, Material material, Light light) {
    int factor = Math.max(1, Math.max(mask.width(), mask.height()) / GRID);
    FloatImage shape = Scale.reduce(mask, factor);
    FloatImage height = heightOf(dice, shape, factor, originX, originY, material);
    FloatImage diffuse = FloatImage.zeros(shape.width(), shape.height(), 1);
    FloatImage highlight = FloatImage.zeros(shape.width(), shape.height(), 1);
    double halfZ = light.z() + 1;
    double halfLength = Math.sqrt(light.x() * light.x() + light.y() * light.y() + halfZ * halfZ);
    for (int y = 0; y < shape.height(); y++) {
      for (int x = 0; x < shape.width(); x++) {
        double nx = -slope(height, x, y, 1, 0);
        double ny = -slope(height, x, y, 0, 1);
        double length = Math.sqrt(nx * nx + ny * ny + 1);
        double facing = (nx * light.x() + ny * light.y() + light.z()) / length;
        double lit = Math.max(0, facing) / Math.max(0.45, light.z());
        int at = y * shape.width() + x;
        diffuse.values()[at] = (float) (light.ambient() + (1 - light.ambient()) * lit);
        if (material.shine() > 0) {
          double mirror = (nx * light.x() + ny * light.y() + halfZ) / (length * halfLength);
          highlight.values()[at] =
              (float) (material.shine() * Math.pow(Math.max(0, mirror), material.hardness()));
        }
      }
    }
    return new Relief(diffuse, highlight, factor);
  }

  private static FloatImage heightOf(
      Dice dice, FloatImage shape, int factor, int originX, int originY, Material material) {
    int size = Math.min(shape.width(), shape.height());
    FloatImage near = Blur.box(Blur.box(shape, Math.max(1, size / 16)), Math.max(1, size / 16));
    FloatImage far = Blur.box(Blur.box(shape, Math.max(1, size / 5)), Math.max(1, size / 5));
    NoiseTile tile = dice.chance(0.5) ? NoiseTiles.RIDGED.get(0) : NoiseTiles.FRACTAL.get(1);
    Noise creases = Noise.place(dice, tile, material.foldPixels() / factor);
    float bulge = (float) (material.roundness() * size * 0.5);
    float depth = (float) (material.folds() * material.foldPixels() / factor * 0.03);
    for (int i = 0; i < near.pixels(); i++) {
      float x = i % shape.width() + (float) originX / factor;
      float y = i / shape.width() + (float) originY / factor;
      near.values()[i] =
          bulge * (0.35f * near.values()[i] + 0.65f * far.values()[i]) + depth * creases.at(x, y);
    }
    return near;
  }

  private static double slope(FloatImage height, int x, int y, int dx, int dy) {
    int x0 = Math.max(0, x - dx);
    int y0 = Math.max(0, y - dy);
    int x1 = Math.min(height.width() - 1, x + dx);
    int y1 = Math.min(height.height() - 1, y + dy);
    int distance = Math.max(1, x1 - x0 + y1 - y0);
    return (height.get(0, x1, y1) - height.get(0, x0, y0)) / distance;
  }

  /** The factor by which a surface is lit, at a pixel of the mask. */
  float diffuse(int x, int y) {
    return read(diffuse, x, y);
  }

  /** What is reflected as by a mirror, to be added. */
  float highlight(int x, int y) {
    return read(highlight, x, y);
  }

  private float read(FloatImage grid, int x, int y) {
    float gridX = Math.max(0, Math.min(grid.width() - 1.001f, (x + 0.5f) / factor - 0.5f));
    float gridY = Math.max(0, Math.min(grid.height() - 1.001f, (y + 0.5f) / factor - 0.5f));
    int left = (int) gridX;
    int top = (int) gridY;
    int right = Math.min(left + 1, grid.width() - 1);
    int below = Math.min(top + 1, grid.height() - 1) * grid.width();
    float u = gridX - left;
    float v = gridY - top;
    float[] values = grid.values();
    int row = top * grid.width();
    float upper = values[row + left] + u * (values[row + right] - values[row + left]);
    float lower = values[below + left] + u * (values[below + right] - values[below + left]);
    return upper + v * (lower - upper);
  }
}
