package org.cleanplate.training.data.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.cleanplate.MattingException;
import org.cleanplate.progress.Cancellation;
import org.cleanplate.progress.ProgressListener;
import org.cleanplate.training.DataCheck;
import org.cleanplate.training.data.SampleUse;
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
    try (PersonalSamples samples = PersonalSamples.open(frames, plate, alphas, Portion.ALL, 2)) {
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
        PersonalSamples.open(
            root.resolve("src"), root.resolve("bgr"), root.resolve("pha"), Portion.ALL, 2)) {
      assertEquals(1, samples.frames());
      assertEquals(SIZE, samples.draw(0, SIZE, SIZE).width());
    }
  }

  /** Each frame has a grey of its own, by which a sample tells where it is from. */
  @Test
  void neverTrainsOnWhatIsHeldOut() throws IOException {
    for (int i = 0; i < 10; i++) {
      Files8.rgb(root.resolve("src/f" + i + ".png"), 30, 30, 0x101010 * (i + 1));
      Files8.rgb(root.resolve("pha/f" + i + ".png"), 30, 30, 0xFFFFFF);
    }
    Path plate = Files8.rgb(root.resolve("plate.png"), 30, 30, 0);
    Set<Integer> learnt = seen(plate, SampleUse.TRAINING);
    Set<Integer> heldOut = seen(plate, SampleUse.VALIDATION);
    assertEquals(Set.of(0, 1, 3, 4, 5, 6, 8, 9), learnt);
    assertEquals(Set.of(2, 7), heldOut);
  }

  private Set<Integer> seen(Path plate, SampleUse use) throws IOException {
    Set<Integer> seen = new TreeSet<>();
    try (PersonalSamples samples =
        PersonalSamples.open(
            root.resolve("src"), plate, root.resolve("pha"), new Portion(0.2, use), 5)) {
      for (int number = 0; number < 40; number++) {
        float[] values = samples.draw(number, SIZE, SIZE).foreground();
        seen.add(Math.round(values[PIXELS / 2] * 255 / 16) - 1);
      }
    }
    return seen;
  }

  /** A subject of 1 in 100 pixels of a large frame, of which a sample shows 1 in 12. */
  @Test
  void looksForASmallSubject() throws IOException {
    Files8.rgb(root.resolve("src/a.png"), 320, 240, 0x808080);
    Files8.picture(
        root.resolve("pha/a.png"),
        BufferedImage.TYPE_BYTE_GRAY,
        320,
        240,
        (x, y) -> x >= 30 && x < 58 && y >= 170 && y < 198 ? 0xFFFFFF : 0);
    Path plate = Files8.rgb(root.resolve("plate.png"), 320, 240, 0x202020);
    int shown = 0;
    try (PersonalSamples samples =
        PersonalSamples.open(root.resolve("src"), plate, root.resolve("pha"), Portion.ALL, 2)) {
      for (int number = 0; number < 60; number++) {
        shown += hasSubject(samples.draw(number, 80, 80)) ? 1 : 0;
      }
    }
    assertTrue(shown > 35 && shown < 60, shown + " of 60 samples show the subject");
  }

  private static boolean hasSubject(TrainingSample sample) {
    for (float alpha : sample.alpha()) {
      if (alpha > 0.5) {
        return true;
      }
    }
    return false;
  }

  @Test
  void aCheckNamesEachFileThatCannotBeUsed() throws IOException {
    for (String name : new String[] {"a", "b", "c"}) {
      Files8.rgb(root.resolve("src/" + name + ".png"), 64, 64, 0x808080);
      Files8.rgb(root.resolve("pha/" + name + ".png"), 64, 64, 0);
    }
    Files8.rgb(root.resolve("pha/b.png"), 32, 32, 0);
    Files.writeString(root.resolve("src/c.png"), "no picture");
    Path plate = Files8.rgb(root.resolve("plate.png"), 64, 64, 0);
    try (PersonalSamples samples =
        PersonalSamples.open(root.resolve("src"), plate, root.resolve("pha"), Portion.ALL, 2)) {
      DataCheck check = samples.check(ProgressListener.NONE, new Cancellation());
      assertEquals("3 corrected frames", check.summary());
      assertEquals(2, check.problems().size(), check.problems().toString());
      assertTrue(check.problems().get(0).contains("b.png is 32x32"), check.problems().get(0));
      assertTrue(check.problems().get(1).contains("c.png"), check.problems().get(1));
    }
  }

  @Test
  void refusesAPlateOfAnotherSize() throws IOException {
    Files8.rgb(root.resolve("src/a.png"), 30, 30, 0x808080);
    Files8.rgb(root.resolve("pha/a.png"), 30, 30, 0);
    Path plate = Files8.rgb(root.resolve("plate.png"), 31, 30, 0x808080);
    try (PersonalSamples samples =
        PersonalSamples.open(root.resolve("src"), plate, root.resolve("pha"), Portion.ALL, 2)) {
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
