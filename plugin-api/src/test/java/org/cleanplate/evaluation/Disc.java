package org.cleanplate.evaluation;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntBinaryOperator;
import javax.imageio.ImageIO;

/** A red disc with a soft edge over a chequered ground, and its files. */
final class Disc {
  static final int WIDTH = 96;
  static final int HEIGHT = 64;
  private static final int RED = 0xD02010;

  private Disc() {}

  /** 0..255. */
  static int alpha(int x, int y) {
    double distance = Math.hypot(x - 48, y - 32);
    return (int) Math.round(255 * Math.max(0, Math.min(1, (20 - distance) / 3 + 0.5)));
  }

  static int ground(int x, int y) {
    return (x / 8 + y / 8) % 2 == 0 ? 0x305070 : 0x607040;
  }

  static int frame(int x, int y) {
    int mixed = 0;
    for (int shift = 0; shift < 24; shift += 8) {
      double front = RED >> shift & 255;
      double behind = ground(x, y) >> shift & 255;
      mixed |= (int) Math.round(behind + (front - behind) * alpha(x, y) / 255) << shift;
    }
    return mixed;
  }

  /** Writes {@code src}, {@code bgr} and {@code pha} pictures of a name. */
  static void writeCaptured(Path folder, String name) throws IOException {
    write(folder.resolve("src/" + name + ".png"), Disc::frame);
    write(folder.resolve("bgr/" + name + ".png"), Disc::ground);
    write(folder.resolve("pha/" + name + ".png"), (x, y) -> alpha(x, y) * 0x010101);
  }

  /** Writes {@code fgr} and {@code pha} pictures of a name. */
  static void writeSubject(Path folder, String name) throws IOException {
    write(folder.resolve("fgr/" + name + ".png"), (x, y) -> RED);
    write(folder.resolve("pha/" + name + ".png"), (x, y) -> alpha(x, y) * 0x010101);
  }

  static void write(Path file, IntBinaryOperator rgb) throws IOException {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        image.setRGB(x, y, rgb.applyAsInt(x, y));
      }
    }
    Files.createDirectories(file.getParent());
    ImageIO.write(image, "png", file.toFile());
  }
}
