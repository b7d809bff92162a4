package org.cleanplate.training.torch;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.cleanplate.training.data.image.Blur;
import org.cleanplate.training.data.image.FloatImage;
import org.cleanplate.training.data.synthesis.Cutouts;
import org.cleanplate.training.data.synthesis.Dice;
import org.cleanplate.training.data.synthesis.WhiteNoise;

/**
 * A recording whose true alpha is known: a painted subject that walks over a scene, in colours
 * close to it, with a shadow, noise, and light that drifts against the plate. A frame is a function
 * of its number, so the frame after another is its neighbour in time.
 */
final class SyntheticFootage {
  private static final double OWN_COLOUR = 0.7;
  private static final double SHADOW = 0.3;
  private static final double NOISE = 0.012;
  private static final double DRIFT = 0.04;

  private final FloatImage scene;
  private final FloatImage subject;
  private final long seed;

  /**
   * @param scene three planes
   * @param size of the subject, in pixels
   * @param seed of the subject and the noise
   */
  SyntheticFootage(FloatImage scene, int size, long seed) {
    this.scene = scene;
    this.subject = Cutouts.paint(Dice.of(seed), size).toFloats();
    this.seed = seed;
    blendIn();
  }

  /** Draws the subject's colours near to the mean of the scene. */
  private void blendIn() {
    for (int c = 0; c < 3; c++) {
      double mean = 0;
      for (int i = 0; i < scene.pixels(); i++) {
        mean += scene.values()[c * scene.pixels() + i] / scene.pixels();
      }
      for (int i = c * subject.pixels(); i < (c + 1) * subject.pixels(); i++) {
        float own = subject.values()[i];
        subject.values()[i] = (float) (mean + OWN_COLOUR * (own - mean));
      }
    }
  }

  /** {@code PLATE.png FOLDER SIZE SEED FRAME...}: writes those frames as a data set. */
  public static void main(String[] arguments) throws IOException {
    FloatImage plate = planes(ImageIO.read(Path.of(arguments[0]).toFile()));
    SyntheticFootage footage =
        new SyntheticFootage(plate, Integer.parseInt(arguments[2]), Long.parseLong(arguments[3]));
    for (int i = 4; i < arguments.length; i++) {
      footage.write(Path.of(arguments[1]), Integer.parseInt(arguments[i]));
    }
  }

  private static FloatImage planes(BufferedImage image) {
    FloatImage planes = FloatImage.zeros(image.getWidth(), image.getHeight(), 3);
    for (int i = 0; i < planes.pixels(); i++) {
      int rgb = image.getRGB(i % image.getWidth(), i / image.getWidth());
      for (int c = 0; c < 3; c++) {
        planes.values()[c * planes.pixels() + i] = (rgb >> 8 * (2 - c) & 255) / 255f;
      }
    }
    return planes;
  }

  /** Writes a frame into the folders {@code src}, {@code bgr} and {@code pha}. */
  void write(Path folder, int number) throws IOException {
    FloatImage alpha = FloatImage.zeros(scene.width(), scene.height(), 1);
    FloatImage colour = FloatImage.zeros(scene.width(), scene.height(), 3);
    place(number, alpha, colour);
    String name = String.format(Locale.ROOT, "frame-%06d.png", number);
    write(folder.resolve("src").resolve(name), frame(number, alpha, colour));
    write(folder.resolve("bgr").resolve(name), scene);
    write(folder.resolve("pha").resolve(name), alpha);
  }

  /** Along a curve that crosses the whole scene and does not repeat itself soon. */
  private void place(int number, FloatImage alpha, FloatImage colour) {
    double phase = 0.05 * number;
    int left = (int) ((0.5 + 0.45 * Math.sin(phase)) * (scene.width() - subject.width()));
    int top = (int) ((0.5 + 0.45 * Math.sin(0.61 * phase)) * (scene.height() - subject.height()));
    for (int y = 0; y < subject.height(); y++) {
      for (int x = 0; x < subject.width(); x++) {
        int to = (top + y) * scene.width() + left + x;
        alpha.values()[to] = subject.get(3, x, y);
        for (int c = 0; c < 3; c++) {
          colour.values()[c * scene.pixels() + to] = subject.get(c, x, y);
        }
      }
    }
  }

  private FloatImage frame(int number, FloatImage alpha, FloatImage colour) {
    Dice dice = Dice.of(seed, number);
    FloatImage noise = WhiteNoise.planes(dice, scene.width(), scene.height(), 3);
    FloatImage shadow = Blur.gaussian(alpha, subject.width() / 8.0);
    float light = (float) (1 + dice.normal(DRIFT));
    FloatImage frame = FloatImage.zeros(scene.width(), scene.height(), 3);
    for (int i = 0; i < frame.values().length; i++) {
      int pixel = i % scene.pixels();
      float share = alpha.values()[pixel];
      float behind = scene.values()[i] * (float) (1 - SHADOW * shadow.values()[pixel]);
      float seen = behind + share * (colour.values()[i] - behind);
      frame.values()[i] = light * seen + (float) NOISE * noise.values()[i];
    }
    frame.clamp();
    return frame;
  }

  private static void write(Path file, FloatImage image) throws IOException {
    Files.createDirectories(file.getParent());
    boolean gray = image.channels() == 1;
    BufferedImage picture =
        new BufferedImage(
            image.width(),
            image.height(),
            gray ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < image.values().length; i++) {
      int pixel = i % image.pixels();
      int level = Math.round(255 * Math.max(0, Math.min(1, image.values()[i])));
      picture
          .getRaster()
          .setSample(pixel % image.width(), pixel / image.width(), i / image.pixels(), level);
    }
    ImageIO.write(picture, "png", file.toFile());
  }
}
