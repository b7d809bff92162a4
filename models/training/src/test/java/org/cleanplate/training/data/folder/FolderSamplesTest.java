package org.cleanplate.training.data.folder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
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
import org.cleanplate.training.data.TrainingSample;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderSamplesTest {
  private static final int RED = 0xFFFF0000;
  private static final int BLUE = 0xFF0000FF;
  private static final int SIZE = 64;

  @TempDir Path root;
  private Path colors;
  private Path alphas;
  private Path scenes;

  @BeforeEach
  void writeScene() throws IOException {
    colors = root.resolve("fgr");
    alphas = root.resolve("pha");
    scenes = root.resolve("bgr");
    Files8.rgb(scenes.resolve("wall.png"), 90, 70, BLUE);
  }

  @Test
  void composesNestedPicturesOverBackgrounds() throws IOException {
    subject("deep/er/one");
    try (FolderSamples samples = FolderSamples.open(colors, alphas, scenes, Portion.ALL, 5)) {
      assertEquals(1, samples.subjects());
      int seen = 0;
      for (int number = 0; number < 20; number++) {
        TrainingSample sample = samples.draw(number, SIZE, SIZE);
        seen += redInside(sample);
        assertTrue(corner(sample.source(), 2) > 0.5, "blue wall in the corner of " + number);
      }
      assertTrue(seen > 15, seen + " of 20 samples show a red subject in the middle");
    }
  }

  @Test
  void takesAlphaFromTheForegroundsIfTheFolderIsTheSame() throws IOException {
    Files8.picture(
        colors.resolve("cutout.png"),
        BufferedImage.TYPE_INT_ARGB,
        80,
        80,
        (x, y) -> inMiddle(x, y) ? RED : 0x00FF0000);
    try (FolderSamples samples = FolderSamples.open(colors, colors, scenes, Portion.ALL, 5)) {
      TrainingSample sample = samples.draw(0, SIZE, SIZE);
      assertEquals(1, redInside(sample));
      assertEquals(0, sample.alpha()[0]);
    }
  }

  @Test
  void givesTheSameSampleForANumberAgain() throws IOException {
    subject("one");
    subject("two");
    try (FolderSamples first = FolderSamples.open(colors, alphas, scenes, Portion.ALL, 5);
        FolderSamples second = FolderSamples.open(colors, alphas, scenes, Portion.ALL, 5)) {
      second.draw(9, SIZE, SIZE);
      assertArrayEquals(first.draw(4, SIZE, SIZE).source(), second.draw(4, SIZE, SIZE).source());
      assertArrayEquals(first.draw(4, SIZE, SIZE).plate(), second.draw(4, SIZE, SIZE).plate());
    }
  }

  @Test
  void listsFilesWithoutAPartnerByName() throws IOException {
    subject("both");
    Files8.rgb(colors.resolve("a/lonely.png"), 8, 8, RED);
    Files8.rgb(alphas.resolve("stray.png"), 8, 8, RED);

    MattingException e =
        assertThrows(
            MattingException.class,
            () -> FolderSamples.open(colors, alphas, scenes, Portion.ALL, 5));

    assertTrue(e.getMessage().contains("a/lonely of"), e.getMessage());
    assertTrue(e.getMessage().contains("stray of"), e.getMessage());
  }

  @Test
  void namesADamagedPicture() throws IOException {
    subject("one");
    Files.write(alphas.resolve("one.png"), new byte[] {1, 2, 3});
    try (FolderSamples samples = FolderSamples.open(colors, alphas, scenes, Portion.ALL, 5)) {
      MattingException e = assertThrows(MattingException.class, () -> samples.draw(0, SIZE, SIZE));
      assertTrue(e.getMessage().contains("one.png"), e.getMessage());
    }
  }

  @Test
  void namesPicturesThatDifferInSize() throws IOException {
    subject("one");
    Files8.rgb(alphas.resolve("one.png"), 20, 20, RED);
    try (FolderSamples samples = FolderSamples.open(colors, alphas, scenes, Portion.ALL, 5)) {
      MattingException e = assertThrows(MattingException.class, () -> samples.draw(0, SIZE, SIZE));
      assertTrue(e.getMessage().contains("one.png is not of the same size"), e.getMessage());
    }
  }

  @Test
  void refusesAnEmptyFolder() throws IOException {
    subject("one");
    Path empty = Files.createDirectories(root.resolve("empty"));
    MattingException e =
        assertThrows(
            MattingException.class,
            () -> FolderSamples.open(colors, alphas, empty, Portion.ALL, 5));
    assertTrue(e.getMessage().contains("no picture"), e.getMessage());
  }

  @Test
  void readsEachFrameOfAVideoOnceAnEpochWithTheAlphaOfThatFrame() throws IOException {
    Files8.video(colors.resolve("clip.mkv"), 40, 80, 120, 160, 200);
    Files8.video(alphas.resolve("clip.mkv"), 51, 102, 153, 204, 255);
    try (MediaSet clips = MediaSet.match(Portion.ALL, 3, colors, alphas)) {
      assertEquals(5, clips.items());
      Set<Integer> seen = new TreeSet<>();
      for (int number : new int[] {0, 1, 2, 3, 4, 6, 5}) {
        var pictures = clips.read(number, 16);
        int color = Math.round(255 * pictures.get(0).get(0, 8, 8));
        int alpha = Math.round(255 * pictures.get(1).get(0, 8, 8));
        assertEquals(color / 40 * 51, alpha, "alpha beside colour " + color);
        if (number < 5) {
          seen.add(color);
        }
      }
      assertEquals(Set.of(40, 80, 120, 160, 200), seen);
    }
  }

  @Test
  void composesVideos() throws IOException {
    Files8.video(colors.resolve("clip.mkv"), 250, 250, 250);
    Files8.video(alphas.resolve("clip.mkv"), 255, 255, 255);
    try (FolderSamples samples = FolderSamples.open(colors, alphas, scenes, Portion.ALL, 5)) {
      assertEquals(1, samples.draw(2, SIZE, SIZE).alpha()[SIZE / 2 * SIZE + SIZE / 2], 1e-5);
    }
  }

  private void subject(String name) throws IOException {
    Files8.rgb(colors.resolve(name + ".png"), 80, 80, RED);
    Files8.picture(
        alphas.resolve(name + ".png"),
        BufferedImage.TYPE_BYTE_GRAY,
        80,
        80,
        (x, y) -> inMiddle(x, y) ? -1 : 0);
  }

  private static boolean inMiddle(int x, int y) {
    return Math.abs(x - 40) < 24 && Math.abs(y - 40) < 24;
  }

  private static float corner(float[] colors, int channel) {
    return colors[channel * SIZE * SIZE];
  }

  /** 1 if the middle is covered by red. */
  private static int redInside(TrainingSample sample) {
    int middle = SIZE / 2 * SIZE + SIZE / 2;
    boolean covered = sample.alpha()[middle] > 0.99;
    boolean red = sample.source()[middle] > sample.source()[middle + 2 * SIZE * SIZE] + 0.3;
    return covered && red ? 1 : 0;
  }
}
