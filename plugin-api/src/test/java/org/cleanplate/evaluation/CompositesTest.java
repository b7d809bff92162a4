package org.cleanplate.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.cleanplate.MattingException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompositesTest {
  private static final int SIDE = 128;

  @TempDir private Path folder;
  private Path subjects;
  private Path grounds;

  @BeforeEach
  void writePictures() throws IOException {
    subjects = folder.resolve("subjects");
    grounds = folder.resolve("grounds");
    for (int i = 0; i < 3; i++) {
      Disc.writeSubject(subjects, "disc" + i);
    }
    Disc.write(grounds.resolve("chequered.png"), Disc::ground);
    Disc.write(grounds.resolve("even.png"), (x, y) -> 0x203040);
  }

  @Test
  void theSameSeedGivesTheSamePicturesAndAnotherOthers() throws IOException {
    EvaluationSample first = open(1, PlateNuisances.TRIPOD).sample(1);
    EvaluationSample again = open(1, PlateNuisances.TRIPOD).sample(1);
    EvaluationSample other = open(2, PlateNuisances.TRIPOD).sample(1);
    assertEquals(first.source().pixels(), again.source().pixels());
    assertEquals(first.cleanPlate().pixels(), again.cleanPlate().pixels());
    assertEquals(first.truth(), again.truth());
    assertNotEquals(first.truth(), other.truth());
  }

  @Test
  void eachSubjectIsPlacedAnewAndComesOnce() throws IOException {
    Composites composites = open(1, PlateNuisances.NONE);
    assertEquals(3, composites.size());
    assertNotEquals(composites.sample(0).truth(), composites.sample(1).truth());
    double covered = 0;
    for (float alpha : composites.sample(0).truth().values()) {
      covered += alpha;
    }
    // The disc has a radius of 20 pixels of 96 x 64, fitted into 128 x 128 and shrunk to 30..100 %.
    double fitted = 20 * 128 / 96.0;
    assertTrue(covered < Math.PI * fitted * fitted * 1.05, "covered " + covered);
    assertTrue(covered > Math.PI * fitted * fitted * 0.08, "covered " + covered);
  }

  @Test
  void withoutNuisancesTheFrameIsThePlateWhereThereIsNoSubject() throws IOException {
    EvaluationSample sample = open(1, PlateNuisances.NONE).sample(0);
    ByteBuffer source = sample.source().pixels();
    ByteBuffer plate = sample.cleanPlate().pixels();
    int subject = 0;
    for (int i = 0; i < SIDE * SIDE; i++) {
      if (sample.truth().values()[i] == 0) {
        assertEquals(plate.getInt(4 * i), source.getInt(4 * i), "pixel " + i);
      } else if (sample.truth().values()[i] == 1) {
        assertEquals(0xD0, source.get(4 * i + 2) & 255, "red of pixel " + i);
        subject++;
      }
    }
    assertTrue(subject > 50, "only " + subject + " pixels of the subject");
  }

  @Test
  void exposureAndNoiseReachThePlate() throws IOException {
    PlateNuisances drift = new PlateNuisances(0, 0.02, 0.2, 0, 0);
    EvaluationSample sample = open(3, drift).sample(0);
    EvaluationSample clean = open(3, PlateNuisances.NONE).sample(0);
    double difference = 0;
    for (int i = 0; i < SIDE * SIDE * 4; i++) {
      difference +=
          Math.abs(
              (sample.cleanPlate().pixels().get(i) & 255)
                  - (clean.cleanPlate().pixels().get(i) & 255));
    }
    assertTrue(difference / (SIDE * SIDE * 4) > 0.5, "mean difference of levels " + difference);
  }

  @Test
  void aShadowDarkensTheFrameButNotThePlate() throws IOException {
    PlateNuisances shadow = new PlateNuisances(0, 0, 0, 1, 0.5);
    double darker = 0;
    for (int i = 0; i < 3; i++) {
      EvaluationSample sample = open(1, shadow).sample(i);
      for (int p = 0; p < SIDE * SIDE; p++) {
        if (sample.truth().values()[p] == 0) {
          darker +=
              (sample.cleanPlate().pixels().get(4 * p) & 255)
                  - (sample.source().pixels().get(4 * p) & 255);
        }
      }
    }
    assertTrue(darker > 1000, "levels taken by shadows: " + darker);
  }

  @Test
  void refusesAnAlphaOfAnotherSize() throws IOException {
    Composites composites = open(1, PlateNuisances.NONE);
    BufferedImage small = new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_GRAY);
    ImageIO.write(small, "png", subjects.resolve("pha/disc0.png").toFile());
    String message = assertThrows(MattingException.class, () -> composites.sample(0)).getMessage();
    assertTrue(message.contains("8x8") && message.contains("96x64"), message);
  }

  private Composites open(long seed, PlateNuisances nuisances) throws IOException {
    return Composites.open(
        subjects, grounds, new CompositeOptions(SIDE, SIDE, seed, SizeRange.PUBLISHED, nuisances));
  }
}
