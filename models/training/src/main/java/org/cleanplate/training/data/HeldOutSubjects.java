package org.cleanplate.training.data;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.cleanplate.training.data.synthesis.BytePicture;
import org.cleanplate.training.data.synthesis.Cutouts;
import org.cleanplate.training.data.synthesis.Dice;

/**
 * Subjects to measure a model on, painted from a seed that no training uses, as the folders {@code
 * fgr} and {@code pha} that <em>Evaluate Matting...</em> lays over photographs.
 */
public final class HeldOutSubjects {
  /** Of all held-out subjects; the plans of training refuse no seed, but none has this one. */
  private static final long SEED = 0x4E4F5F545241494EL;

  private HeldOutSubjects() {}

  /** {@code folder size count}: the side of the pictures in pixels, and how many. */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 3) {
      System.err.println("Usage: HeldOutSubjects FOLDER SIZE COUNT");
      System.exit(2);
    }
    write(Path.of(arguments[0]), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
  }

  /** Writes {@code fgr/subject-N.png} and {@code pha/subject-N.png}. */
  static void write(Path folder, int size, int count) throws IOException {
    Path foregrounds = Files.createDirectories(folder.resolve("fgr"));
    Path alphas = Files.createDirectories(folder.resolve("pha"));
    for (int number = 0; number < count; number++) {
      BytePicture subject = Cutouts.paint(Dice.of(SEED, size, number), size);
      String name = "subject-" + number + ".png";
      ImageIO.write(colour(subject), "png", foregrounds.resolve(name).toFile());
      ImageIO.write(alpha(subject), "png", alphas.resolve(name).toFile());
    }
  }

  private static BufferedImage colour(BytePicture subject) {
    BufferedImage image =
        new BufferedImage(subject.width(), subject.height(), BufferedImage.TYPE_INT_RGB);
    int pixels = subject.width() * subject.height();
    for (int i = 0; i < pixels; i++) {
      int rgb = 0;
      for (int c = 0; c < 3; c++) {
        rgb = rgb << 8 | subject.values()[c * pixels + i] & 255;
      }
      image.setRGB(i % subject.width(), i / subject.width(), rgb);
    }
    return image;
  }

  private static BufferedImage alpha(BytePicture subject) {
    BufferedImage image =
        new BufferedImage(subject.width(), subject.height(), BufferedImage.TYPE_BYTE_GRAY);
    int pixels = subject.width() * subject.height();
    byte[] alpha = new byte[pixels];
    System.arraycopy(subject.values(), 3 * pixels, alpha, 0, pixels);
    image.getRaster().setDataElements(0, 0, subject.width(), subject.height(), alpha);
    return image;
  }
}
