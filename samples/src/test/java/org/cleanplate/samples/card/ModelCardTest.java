package org.cleanplate.samples.card;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelCardTest {
  private static final Path WEIGHTS =
      Path.of(System.getProperty("cleanplate.root"), "models", "weights");
  private static final String NAME = "cleanplate-slim";
  private static final long MOST_PICTURE_BYTES = 400_000;
  private static final long MOST_BYTES = 2_000_000;

  @TempDir private Path folder;

  @Test
  void theCardSaysWhatTheWeightsAndTheTablesBesideItSay() throws IOException {
    String card = Files.readString(WEIGHTS.resolve(NAME + ".md"));
    assertEquals(
        CardText.updated(card, WEIGHTS, NAME),
        card,
        "the card is out of date: run samples/model-card.sh");
  }

  @Test
  void everyPictureOfTheCardIsThereAndOfModestSize() throws IOException {
    Matcher links =
        Pattern.compile("!\\[[^\\]]+\\]\\(([^)]+)\\)")
            .matcher(Files.readString(WEIGHTS.resolve(NAME + ".md")));
    int count = 0;
    long bytes = 0;
    while (links.find()) {
      Path picture = WEIGHTS.resolve(links.group(1));
      assertTrue(ImageIO.read(picture.toFile()).getWidth() > 500, picture.toString());
      assertTrue(Files.size(picture) < MOST_PICTURE_BYTES, picture + ": " + Files.size(picture));
      bytes += Files.size(picture);
      count++;
    }
    assertTrue(count >= 6, count + " pictures");
    assertTrue(bytes < MOST_BYTES, bytes + " bytes");
  }

  @Test
  void hoursGoOnWhereARunWasStoppedAndStartedAgain() throws IOException {
    Path run = Files.createDirectory(folder.resolve("base"));
    Files.writeString(
        run.resolve("curve.csv"),
        "step,total,seconds\n1,0.5,1800\n2,0.4,3600\n3,0.3,1800\n4,0.2,3600\n");
    Files.writeString(
        run.resolve("validation.csv"), "step,mean_absolute_difference\n2,0.08\n4,0.06\n");
    Path kept = Files.createDirectory(folder.resolve("kept"));
    TrainingRound.keepAll(List.of(run), kept);
    TrainingRound round = TrainingRound.readAll(kept).get(0);
    assertEquals("base", round.name());
    assertEquals(4, round.steps());
    assertEquals(2, round.hours(), 1e-9);
    assertArrayEquals(new double[] {1, 2}, round.validations().column(TrainingRound.HOURS), 1e-9);
    assertArrayEquals(
        new double[] {0.5, 0.4, 0.3, 0.2}, round.losses().column(TrainingRound.LOSS), 1e-9);
  }

  @Test
  void roundsThatAreKeptReplaceTheOnesBefore() throws IOException {
    Path kept = Files.createDirectory(folder.resolve("kept"));
    for (String name : List.of("first", "second")) {
      Path run = Files.createDirectory(folder.resolve(name));
      Files.writeString(run.resolve("curve.csv"), "step,total,seconds\n1,0.5,60\n");
      Files.writeString(run.resolve("validation.csv"), "step,mean_absolute_difference\n1,0.1\n");
      TrainingRound.keepAll(List.of(run), kept);
    }
    assertEquals(
        List.of("second"), TrainingRound.readAll(kept).stream().map(TrainingRound::name).toList());
  }

  @Test
  void curvesAreDrawnInColourForEachRound() throws IOException {
    BufferedImage picture = new CurvePicture(TrainingRound.readAll(WEIGHTS.resolve(NAME))).draw();
    assertTrue(count(picture, 0x1F77B4) > 200, "first round");
    assertTrue(count(picture, 0xFF7F0E) > 200, "second round");
  }

  @Test
  void aSheetShowsARowOfFourPicturesForEachLabel() throws IOException {
    Color[] colors = {Color.RED, Color.GREEN, Color.BLUE, Color.GRAY};
    List<String> columns = List.of("frame", "background", "alpha", "composite");
    for (int row = 1; row <= 2; row++) {
      for (int column = 0; column < 4; column++) {
        BufferedImage image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = image.createGraphics();
        canvas.setColor(colors[column]);
        canvas.fillRect(0, 0, 40, 30);
        canvas.dispose();
        Path file = folder.resolve(row + "-" + columns.get(column) + ".png");
        ImageIO.write(image, "png", file.toFile());
      }
    }
    BufferedImage sheet = new FootageSheet(folder, "Title", List.of("one", "two")).draw();
    for (Color color : colors) {
      assertEquals(2 * 200 * 150, count(sheet, color.getRGB() & 0xFFFFFF), color.toString());
    }
  }

  private static int count(BufferedImage image, int rgb) {
    int count = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        count += (image.getRGB(x, y) & 0xFFFFFF) == rgb ? 1 : 0;
      }
    }
    return count;
  }
}
