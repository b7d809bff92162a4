package org.cleanplate.plate.align;

import java.nio.ByteBuffer;
import java.util.function.DoubleUnaryOperator;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.network.graph.PixelLayout;

/**
 * A scene whose brightness is known at every point, not only at pixels: smooth noise of three
 * grains. So a camera that moves by any map sees exactly what this draws.
 *
 * @param seed which scene
 * @param contrast how far its brightness goes from a half, 0 to 0.5
 */
record TexturedScene(int seed, double contrast) {
  static final int WIDTH = 400;
  static final int HEIGHT = 300;

  private static final double[] GRAINS = {6, 13, 37};

  /** What a camera sees, as values 0..1 handed through {@code levels}. */
  Frame seen(Homography frameToScene, PixelLayout layout, DoubleUnaryOperator levels) {
    Frame frame = Frame.allocate(new FrameFormat(WIDTH, HEIGHT, layout));
    for (int i = 0; i < WIDTH * HEIGHT; i++) {
      double[] point = frameToScene.apply(i % WIDTH, i / WIDTH);
      put(frame, i, levels.applyAsDouble(brightness(point[0], point[1])));
    }
    return frame;
  }

  /** The same in 8 bits. */
  Frame seen(Homography frameToScene) {
    return seen(frameToScene, PixelLayout.GRAY_8, value -> 255 * value);
  }

  /** A brightness 0..1. */
  double brightness(double x, double y) {
    double sum = 0;
    for (int i = 0; i < GRAINS.length; i++) {
      sum += smoothNoise(x / GRAINS[i], y / GRAINS[i], seed + i) / GRAINS.length;
    }
    return 0.5 + contrast * sum;
  }

  /** Puts a textured disc of its own motion before the scene. */
  void addSubject(Frame frame, int centreX, int centreY, int radius) {
    TexturedScene skin = new TexturedScene(seed + 99, 0.5);
    for (int y = centreY - radius; y <= centreY + radius; y++) {
      for (int x = centreX - radius; x <= centreX + radius; x++) {
        if (Math.hypot(x - centreX, y - centreY) <= radius) {
          put(frame, y * WIDTH + x, 255 * skin.brightness(x - centreX, y - centreY));
        }
      }
    }
  }

  /** Writes one value into every channel of a pixel. */
  static void put(Frame frame, int pixel, double value) {
    PixelLayout layout = frame.format().layout();
    ByteBuffer pixels = frame.pixels();
    for (int channel = 0; channel < layout.channels(); channel++) {
      int i = index(layout, pixel, channel);
      switch (layout.bytesPerSample()) {
        case 1 -> pixels.put(i, (byte) Math.round(value));
        case 2 -> pixels.asShortBuffer().put(i, (short) Math.round(value));
        default -> pixels.asFloatBuffer().put(i, (float) value);
      }
    }
  }

  /** A pixel's value in one channel. */
  static double get(Frame frame, int pixel, int channel) {
    PixelLayout layout = frame.format().layout();
    ByteBuffer pixels = frame.pixels();
    int i = index(layout, pixel, channel);
    return switch (layout.bytesPerSample()) {
      case 1 -> pixels.get(i) & 0xFF;
      case 2 -> pixels.asShortBuffer().get(i) & 0xFFFF;
      default -> pixels.asFloatBuffer().get(i);
    };
  }

  private static int index(PixelLayout layout, int pixel, int channel) {
    return layout.packed() ? pixel * layout.channels() + channel : channel * WIDTH * HEIGHT + pixel;
  }

  private static double smoothNoise(double x, double y, int seed) {
    int left = (int) Math.floor(x);
    int top = (int) Math.floor(y);
    double across = smooth(x - left);
    double down = smooth(y - top);
    double above = mix(random(left, top, seed), random(left + 1, top, seed), across);
    double below = mix(random(left, top + 1, seed), random(left + 1, top + 1, seed), across);
    return mix(above, below, down);
  }

  private static double smooth(double t) {
    return t * t * t * (t * (6 * t - 15) + 10);
  }

  private static double mix(double a, double b, double t) {
    return a + (b - a) * t;
  }

  /** From -1 to 1. */
  private static double random(int x, int y, int seed) {
    long hash = x * 0x9E3779B97F4A7C15L ^ y * 0xC2B2AE3D27D4EB4FL ^ seed * 0x165667B19E3779F9L;
    hash = (hash ^ hash >>> 29) * 0xBF58476D1CE4E5B9L;
    hash = (hash ^ hash >>> 32) * 0x94D049BB133111EBL;
    return (hash >>> 40) / (double) (1 << 23) - 1;
  }
}
