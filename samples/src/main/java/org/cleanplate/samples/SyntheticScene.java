package org.cleanplate.samples;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A woolly caterpillar that walks over pebbles, with its true alpha: each frame is {@code alpha *
 * foreground + (1 - alpha) * ground} plus sensor noise. The same arguments give the same pixels.
 * Thread-safe.
 */
final class SyntheticScene {
  private static final int SUPERSAMPLING = 4;
  private static final double NOISE_LEVELS = 1.5;
  private static final double STRIDE_FRAMES = 24;

  private final int width;
  private final int height;
  private final int frameCount;
  private final long seed;
  private final float[] ground;
  private final Creature creature;

  SyntheticScene(int width, int height, int frameCount, long seed) {
    this.width = width;
    this.height = height;
    this.frameCount = frameCount;
    this.seed = seed;
    this.ground = paintGround(width, height, new Ground(seed, height / 9.0));
    this.creature = new Creature(seed, 0.42 * width * SUPERSAMPLING);
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  int frameCount() {
    return frameCount;
  }

  /** The scene without the creature, as a camera would see it: {@code 0xRRGGBB} row by row. */
  int[] cleanPlate() {
    return expose(ground, -1);
  }

  /** A frame and its truth. */
  Picture frame(int index) {
    BufferedImage cutout = drawCreature(index);
    int count = width * height;
    float[] alpha = new float[count];
    float[] mixed = new float[3 * count];
    int[] argb =
        cutout.getRGB(0, 0, cutout.getWidth(), cutout.getHeight(), null, 0, cutout.getWidth());
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int at = y * width + x;
        double[] sum = sumOfSamples(argb, cutout.getWidth(), x, y);
        alpha[at] = (float) sum[3];
        for (int c = 0; c < 3; c++) {
          mixed[3 * at + c] = (float) (sum[c] + (1 - sum[3]) * ground[3 * at + c]);
        }
      }
    }
    return new Picture(expose(mixed, index), alpha);
  }

  private BufferedImage drawCreature(int index) {
    BufferedImage image =
        new BufferedImage(
            width * SUPERSAMPLING, height * SUPERSAMPLING, BufferedImage.TYPE_INT_ARGB);
    Graphics2D canvas = image.createGraphics();
    canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    canvas.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    double along = frameCount == 1 ? 0.5 : index / (frameCount - 1.0);
    double x = (1.3 * along - 0.15) * image.getWidth();
    double y = (0.56 - 0.10 * Math.sin(Math.PI * along)) * image.getHeight();
    creature.draw(canvas, x, y, index / STRIDE_FRAMES);
    canvas.dispose();
    return image;
  }

  /** The mean over one pixel's samples: premultiplied red, green, blue, then alpha, each 0..1. */
  private static double[] sumOfSamples(int[] argb, int stride, int x, int y) {
    double[] sum = new double[4];
    for (int j = 0; j < SUPERSAMPLING; j++) {
      for (int i = 0; i < SUPERSAMPLING; i++) {
        int sample = argb[(y * SUPERSAMPLING + j) * stride + x * SUPERSAMPLING + i];
        double opacity = (sample >>> 24) / 255.0;
        sum[0] += opacity * (sample >> 16 & 255) / 255;
        sum[1] += opacity * (sample >> 8 & 255) / 255;
        sum[2] += opacity * (sample & 255) / 255;
        sum[3] += opacity;
      }
    }
    for (int c = 0; c < 4; c++) {
      sum[c] /= SUPERSAMPLING * SUPERSAMPLING;
    }
    return sum;
  }

  /** Adds the sensor's noise and rounds to 8 bits. */
  private int[] expose(float[] rgb, int exposure) {
    SplittableRandom random = new SplittableRandom(seed * 7919 + exposure);
    int[] pixels = new int[width * height];
    for (int i = 0; i < pixels.length; i++) {
      for (int c = 0; c < 3; c++) {
        double level = 255 * rgb[3 * i + c] + NOISE_LEVELS * random.nextGaussian();
        pixels[i] = pixels[i] << 8 | (int) Math.max(0, Math.min(255, Math.round(level)));
      }
    }
    return pixels;
  }

  private static float[] paintGround(int width, int height, Ground ground) {
    float[] rgb = new float[3 * width * height];
    IntStream.range(0, height)
        .parallel()
        .forEach(
            y -> {
              for (int x = 0; x < width; x++) {
                double[] colour = ground.colour(x, y);
                for (int c = 0; c < 3; c++) {
                  rgb[3 * (y * width + x) + c] = (float) colour[c];
                }
              }
            });
    return rgb;
  }

  /**
   * A frame with its truth.
   *
   * @param rgb what the camera saw, {@code 0xRRGGBB} row by row
   * @param alpha the creature's true alpha, 0..1
   */
  record Picture(int[] rgb, float[] alpha) {}
}
