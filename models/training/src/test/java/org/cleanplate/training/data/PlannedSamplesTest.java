package org.cleanplate.training.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.cleanplate.MattingException;
import org.cleanplate.training.TrainingData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlannedSamplesTest {
  private static final int SIDE = 128;

  @TempDir private Path folder;

  /** A red subject before blue: whatever is augmented, its foreground stays redder than blue. */
  @Test
  void drawsFromADataSetInTheAuthorsLayout() throws IOException {
    picture("fgr/one.png", Color.RED);
    picture("pha/one.png", Color.WHITE);
    picture("backgrounds/room.png", Color.BLUE);
    TrainingData data =
        new TrainingData(
            0,
            Optional.of(
                new TrainingData.Folders.Composed(
                    folder.resolve("fgr"), folder.resolve("pha"), folder.resolve("backgrounds"))),
            0);
    try (SampleSource samples = new PlannedSamples().open(data, SampleUse.TRAINING, 1)) {
      TrainingSample sample = samples.draw(0, 64, 64);
      int pixels = 64 * 64;
      int inside = 0;
      for (int i = 0; i < pixels; i++) {
        if (sample.alpha()[i] > 0.9) {
          inside++;
          assertTrue(sample.foreground()[i] > sample.foreground()[2 * pixels + i] + 0.2);
        }
      }
      assertTrue(inside > 0, "no pixel of the subject");
    }
  }

  @Test
  void mixesGeneratedSamplesInByTheirShare() throws IOException {
    picture("sources/one.png", Color.RED);
    picture("alphas/one.png", Color.BLACK);
    picture("plate.png", Color.RED);
    TrainingData data =
        new TrainingData(
            0.1,
            Optional.of(
                new TrainingData.Folders.Recorded(
                    folder.resolve("sources"),
                    folder.resolve("plate.png"),
                    folder.resolve("alphas"))),
            0);
    int recorded = 0;
    try (SampleSource samples = new PlannedSamples().open(data, SampleUse.TRAINING, 1)) {
      for (int number = 0; number < 100; number++) {
        recorded += isEmpty(samples.draw(number, 64, 64)) ? 1 : 0;
      }
    }
    assertEquals(90, recorded, 3, "samples without a subject: all recorded ones, few generated");
  }

  @Test
  void namesAFolderThatLacksPartners() throws IOException {
    picture("fgr/one.png", Color.RED);
    picture("pha/two.png", Color.WHITE);
    picture("backgrounds/room.png", Color.BLUE);
    TrainingData data =
        new TrainingData(
            0,
            Optional.of(
                new TrainingData.Folders.Composed(
                    folder.resolve("fgr"), folder.resolve("pha"), folder.resolve("backgrounds"))),
            0);
    MattingException failure =
        assertThrows(
            MattingException.class, () -> new PlannedSamples().open(data, SampleUse.TRAINING, 1));
    assertTrue(failure.getMessage().contains("one of"), failure.getMessage());
  }

  private static boolean isEmpty(TrainingSample sample) {
    for (float alpha : sample.alpha()) {
      if (alpha > 0) {
        return false;
      }
    }
    return true;
  }

  private void picture(String name, Color color) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(color);
    graphics.fillRect(0, 0, SIDE, SIDE);
    graphics.dispose();
    ImageIO.write(image, "png", file.toFile());
  }
}
