package org.cleanplate.training.data.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import org.cleanplate.MattingException;
import org.cleanplate.training.data.TrainingSample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PersonalSamplesTest {
  private static final int SIZE = 48;
  private static final int PIXELS = SIZE * SIZE;

  @TempDir Path root;

  /** Half of pure red over half of a grey plate, on the left; the plate alone on the right. */
  @Test
  void derivesTheForegroundFromFramePlateAndAlpha() throws IOException {
    Path frames = root.resolve("src");
    Path alphas = root.resolve("pha");
    Files8.picture(
        frames.resolve("f1.png"),
        BufferedImage.TYPE_INT_RGB,
        64,
        64,
        (x, y) -> x < 32 ? 0xA62727 : 0x4E4E4E);
    Files8.picture(
        alphas.resolve("f1.png"),
        BufferedImage.TYPE_BYTE_GRAY,
        64,
        64,
        (x, y) -> x < 32 ? 0x808080 : 0);
    Path plate = Files8.rgb(root.resolve("plate.png"), 64, 64, 0x4E4E4E);
    try (PersonalSamples samples = PersonalSamples.open(frames, plate, alphas, 2)) {
      for (int number = 0; number < 10; number++) {
        checkForeground(samples.draw(number, SIZE, SIZE));
      }
    }
  }

  @Test
  void takesAPlateForEachFrame() throws IOException {
    Files8.rgb(root.resolve("src/a.png"), 30, 30, 0x808080);
    Files8.rgb(root.resolve("pha/a.png"), 30, 30, 0);
    Files8.rgb(root.resolve("bgr/a.png"), 30, 30, 0x808080);
    try (PersonalSamples samples =
        PersonalSamples.open(root.resolve("src"), root.resolve("bgr"), root.resolve("pha"), 2)) {
      assertEquals(1, samples.frames());
      assertEquals(SIZE, samples.draw(0, SIZE, SIZE).width());
    }
  }

  @Test
  void refusesAPlateOfAnotherSize() throws IOException {
    Files8.rgb(root.resolve("src/a.png"), 30, 30, 0x808080);
    Files8.rgb(root.resolve("pha/a.png"), 30, 30, 0);
    Path plate = Files8.rgb(root.resolve("plate.png"), 31, 30, 0x808080);
    try (PersonalSamples samples =
        PersonalSamples.open(root.resolve("src"), plate, root.resolve("pha"), 2)) {
      MattingException e = assertThrows(MattingException.class, () -> samples.draw(0, SIZE, SIZE));
      assertTrue(e.getMessage().contains("plate.png"), e.getMessage());
    }
  }

  private static void checkForeground(TrainingSample sample) {
    for (int i = 0; i < PIXELS; i++) {
      if (Math.abs(sample.alpha()[i] - 0x80 / 255f) < 1e-3) {
        assertEquals(1, sample.foreground()[i], 0.02, "red");
        assertEquals(0, sample.foreground()[i + PIXELS], 0.02, "green");
        assertEquals(0, sample.foreground()[i + 2 * PIXELS], 0.02, "blue");
      }
    }
  }
}
