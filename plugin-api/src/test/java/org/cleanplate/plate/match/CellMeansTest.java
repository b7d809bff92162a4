package org.cleanplate.plate.match;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.network.graph.PixelLayout;
import org.cleanplate.plate.SampleRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pictures of noise, added up pixel by pixel. */
class CellMeansTest {
  private static final int WIDTH = 61;
  private static final int HEIGHT = 43;

  @ParameterizedTest
  @CsvSource({"1, 61", "4, 15", "10, 6", "30, 2"})
  void areTheMeansOfTheSamplesOfColours(int side, int along) {
    Frame picture = noise(PixelLayout.BGRA_8);
    CellMeans means = CellMeans.of(picture, new SampleRange(0, 255), along);
    assertEquals(WIDTH / side, means.columns());
    assertEquals(HEIGHT / side, means.rows());
    for (int channel = 0; channel < 3; channel++) {
      assertMeans(picture, means, channel, 4, 2 - channel, side);
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 61", "4, 15"})
  void areTheMeansOfTheSamplesOfGrey(int side, int along) {
    Frame picture = noise(PixelLayout.GRAY_8);
    assertMeans(picture, CellMeans.of(picture, new SampleRange(0, 255), along), 0, 1, 0, side);
  }

  @ParameterizedTest
  @CsvSource({"0, 4, true", "0, 5, false", "255, 4, true", "255, 5, false"})
  void tellNothingWhereMoreThanAQuarterOfAChannelIsClipped(int level, int pixels, boolean known) {
    Frame picture = Frame.allocate(new FrameFormat(4, 4, PixelLayout.BGRA_8));
    for (int i = 0; i < 16; i++) {
      int green = i < pixels ? level : 90;
      picture.pixels().asIntBuffer().put(i, 60 << 16 | green << 8 | 120);
    }
    CellMeans means = CellMeans.of(picture, new SampleRange(0, 255), 1);
    assertEquals(known, means.isKnown(0));
  }

  private static void assertMeans(
      Frame picture, CellMeans means, int channel, int pixelBytes, int firstByte, int side) {
    for (int cell = 0; cell < means.count(); cell++) {
      int left = cell % means.columns() * side;
      int top = cell / means.columns() * side;
      double sum = 0;
      for (int i = 0; i < side * side; i++) {
        int pixel = (top + i / side) * WIDTH + left + i % side;
        sum += picture.pixels().get(pixel * pixelBytes + firstByte) & 255;
      }
      assertEquals(
          sum / (side * side) / 255, means.channels()[channel][cell], 1e-6, "cell " + cell);
    }
  }

  private static Frame noise(PixelLayout layout) {
    Frame picture = Frame.allocate(new FrameFormat(WIDTH, HEIGHT, layout));
    byte[] bytes = new byte[(int) picture.format().byteCount()];
    new Random(1).nextBytes(bytes);
    picture.pixels().put(bytes);
    return picture;
  }
}
