package org.cleanplate.plate.align;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.cleanplate.MattingException;
import org.cleanplate.frame.Coverage;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.network.graph.PixelLayout;
import org.cleanplate.plate.FixedPlate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AlignedPlateTest {
  private static final int WIDTH = TexturedScene.WIDTH;
  private static final int HEIGHT = TexturedScene.HEIGHT;
  private static final TexturedScene SCENE = new TexturedScene(5, 0.45);
  private static final Homography MOVED =
      Homography.of(1.01, 0.01, 8.4, -0.01, 1, -5.7, 1e-5, 0, 1);

  /** Deep pixels use a small part of their range, and floats go below zero. */
  @ParameterizedTest
  @EnumSource(PixelLayout.class)
  void movesPlatesOfEveryLayoutInTheirOwnDepth(PixelLayout layout) throws IOException {
    DoubleUnaryOperator levels =
        switch (layout.bytesPerSample()) {
          case 1 -> value -> 255 * value;
          case 2 -> value -> 900 + 2000 * value;
          default -> value -> -4 + 40 * value;
        };
    double white = levels.applyAsDouble(1) - levels.applyAsDouble(0);
    AlignedPlate plate = aligned(SCENE.seen(Homography.IDENTITY, layout, levels));
    Frame frame = SCENE.seen(MOVED, layout, levels);
    Frame placed = plate.plateFor(frame);
    assertEquals(frame.format(), placed.format());
    assertTrue(plate.summary().anyMoved(), plate.summary().describe());
    double largest = 0;
    for (int y = 20; y < HEIGHT - 20; y++) {
      for (int x = 20; x < WIDTH - 20; x++) {
        for (int channel = 0; channel < layout.channels(); channel++) {
          int i = y * WIDTH + x;
          double difference =
              TexturedScene.get(frame, i, channel) - TexturedScene.get(placed, i, channel);
          largest = Math.max(largest, Math.abs(difference) / white);
        }
      }
    }
    // Bilinear values of a grain of six pixels are not quite its own.
    assertTrue(largest < 0.06, "differs by " + largest + " of white");
  }

  @Test
  void ignoresPixelsThatAreNoNumbers() throws IOException {
    Frame picture = SCENE.seen(Homography.IDENTITY, PixelLayout.GRAY_FLOAT, value -> 50 * value);
    Frame frame = SCENE.seen(MOVED, PixelLayout.GRAY_FLOAT, value -> 50 * value);
    for (int i = 0; i < 40; i++) {
      TexturedScene.put(picture, 977 * i, Float.NaN);
      TexturedScene.put(frame, 1001 * i, Float.POSITIVE_INFINITY);
    }
    AlignedPlate plate = aligned(picture);
    plate.plateFor(frame);
    assertTrue(plate.summary().anyMoved(), plate.summary().describe());
  }

  @Test
  void leavesAPlateThatLiesRightUntouched() throws IOException {
    Frame picture = noisy(Homography.IDENTITY, 1);
    AlignedPlate plate = aligned(picture);
    for (int seed = 2; seed < 6; seed++) {
      Frame frame = noisy(Homography.IDENTITY, seed);
      SCENE.addSubject(frame, 50 * seed, 120, 45);
      assertSame(picture, plate.plateFor(frame));
    }
    assertEquals(
        "Background left as it lies: no homography brings it closer", plate.summary().describe());
    assertEquals("0 of 4", plate.summary().properties().get("align.frames"));
  }

  @Test
  void leavesAPlateUntouchedThatIsOffByLessThanATenthOfAPixel() throws IOException {
    Frame picture = SCENE.seen(Homography.IDENTITY);
    Frame frame = SCENE.seen(Homography.of(1, 0, 0.05, 0, 1, 0.02, 0, 0, 1));
    assertSame(picture, aligned(picture).plateFor(frame));
  }

  @Test
  void followsACameraFromFrameToFrame() throws IOException {
    AlignedPlate plate = aligned(noisy(Homography.IDENTITY, 1));
    Random random = new Random(3);
    double x = 6;
    double y = -3;
    for (int i = 0; i < 8; i++) {
      x += 2 * random.nextGaussian();
      y += 2 * random.nextGaussian();
      Homography truth = Homography.of(1, 0.001 * i, x, -0.001 * i, 1, y, 0, 0, 1);
      Frame frame = noisy(truth, 10 + i);
      Frame expected = SCENE.seen(truth);
      SCENE.addSubject(frame, 100 + 20 * i, 150, 50);
      Frame placed = plate.plateFor(frame);
      assertTrue(meanDifference(expected, placed) < 4, "in frame " + i);
      assertTrue(meanDifference(expected, SCENE.seen(Homography.IDENTITY)) > 12);
    }
    String words = plate.summary().describe();
    assertTrue(
        words.matches(
            "Background aligned by homography in 8 of 8 frames: up to [\\d.]+ px shift, residual"
                + " [\\d.]+ px, \\d+ inliers or more"),
        words);
  }

  @Test
  void saysWhetherItsPictureIsStillTheSame() throws IOException {
    AlignedPlate plate = aligned(noisy(Homography.IDENTITY, 1));
    plate.plateFor(noisy(MOVED, 2));
    assertFalse(plate.isUnchanged(), "the first one");
    plate.plateFor(noisy(MOVED, 3));
    assertTrue(plate.isUnchanged(), "the camera stands still");
    plate.plateFor(noisy(Homography.of(1, 0, 2, 0, 1, 5, 0, 0, 1), 4));
    assertFalse(plate.isUnchanged(), "the camera moved");
  }

  @Test
  void keepsTheLastMotionWhereNoneIsFound() throws IOException {
    AlignedPlate plate = aligned(SCENE.seen(Homography.IDENTITY));
    plate.plateFor(SCENE.seen(MOVED));
    Frame placed = plate.plateFor(Frame.allocate(plate.plateFor(SCENE.seen(MOVED)).format()));
    assertTrue(meanDifference(SCENE.seen(MOVED), placed) < 4);
    String words = plate.summary().describe();
    assertTrue(words.contains("in 2 of 3 frames: up to"), words);
    assertTrue(words.contains("; not aligned anew in 1 of 3 frames: the background"), words);
    String recorded = plate.summary().properties().get("align.fallback");
    assertTrue(recorded.startsWith("1 of 3: the background and the frame have"), recorded);
  }

  @Test
  void repeatsTheEdgeWhereThePlateEnds() throws IOException {
    AlignedPlate plate = aligned(SCENE.seen(Homography.IDENTITY));
    Frame placed = plate.plateFor(SCENE.seen(Homography.of(1, 0, 20, 0, 1, 0, 0, 0, 1)));
    int row = 150 * WIDTH;
    double edge = TexturedScene.get(placed, row + WIDTH - 1, 0);
    assertEquals(255 * SCENE.brightness(WIDTH - 1, 150), edge, 4);
    assertEquals(edge, TexturedScene.get(placed, row + WIDTH - 10, 0), 4);
  }

  /** A pixel that comes to lie near the plate's edge may be on either side of it. */
  @ParameterizedTest
  @EnumSource(PixelLayout.class)
  void tellsWhatOfTheFrameItCovers(PixelLayout layout) throws IOException {
    Homography tilted = Homography.of(1.02, 0.02, 18, -0.03, 0.97, -12, 4e-5, -3e-5, 1);
    AlignedPlate plate = aligned(SCENE.seen(Homography.IDENTITY, layout, value -> 200 * value));

    Frame placed = plate.plateFor(SCENE.seen(tilted, layout, value -> 200 * value));

    int beyond = 0;
    for (int i = 0; i < WIDTH * HEIGHT; i++) {
      double[] there = tilted.apply(i % WIDTH, i / WIDTH);
      double across = Math.min(there[0] + 0.5, WIDTH - 0.5 - there[0]);
      double inside = Math.min(across, Math.min(there[1] + 0.5, HEIGHT - 0.5 - there[1]));
      beyond += inside < 0 ? 1 : 0;
      if (Math.abs(inside) > 1) {
        boolean covered = placed.coverage().covers(i % WIDTH, i / WIDTH);
        assertEquals(inside > 0, covered, i % WIDTH + ", " + i / WIDTH);
      }
    }
    assertTrue(beyond > 0.05 * WIDTH * HEIGHT, "beyond it lie " + beyond);
  }

  @Test
  void coversEverythingWhereItLiesAsItIs() throws IOException {
    AlignedPlate plate = aligned(noisy(Homography.IDENTITY, 1));
    Frame still = plate.plateFor(noisy(Homography.IDENTITY, 2));
    Frame moved = plate.plateFor(noisy(MOVED, 3));
    assertFalse(moved.coverage().covers(0, 0, WIDTH - 1, HEIGHT - 1));

    assertEquals(Coverage.EVERYTHING, still.coverage());
  }

  @Test
  void coversNoMoreThanThePlateItMoves() throws IOException {
    Frame picture = SCENE.seen(Homography.IDENTITY);
    picture.stamp(4, 40, new Coverage(List.of(new Coverage.Border(1, 0, -99.5))));

    Frame placed = aligned(picture).plateFor(SCENE.seen(Homography.of(1, 0, 20, 0, 1, 0, 0, 0, 1)));

    assertEquals(4, placed.index());
    assertFalse(placed.coverage().covers(78, 150));
    assertTrue(placed.coverage().covers(82, 150));
    assertFalse(placed.coverage().covers(382, 150));
  }

  @Test
  void fallsBackWithAWord() throws IOException {
    Frame flat = Frame.allocate(SCENE.seen(MOVED).format());
    AlignedPlate plate = aligned(flat);
    assertSame(flat, plate.plateFor(SCENE.seen(MOVED)));
    assertEquals(
        "Background not aligned: the background and the frame have only 0 features in common",
        plate.summary().describe());
    assertFalse(plate.summary().anyMoved());
  }

  @Test
  void leavesItsPictureAsItWas() throws IOException {
    Frame picture = SCENE.seen(Homography.IDENTITY);
    AlignedPlate plate = aligned(picture);
    assertNotSame(picture, plate.plateFor(SCENE.seen(MOVED)));
    assertEquals(SCENE.seen(Homography.IDENTITY).pixels(), picture.pixels());
    assertFalse(plate.isFixed(), "it changes with the frame");
  }

  @Test
  void startsAnewForFramesOfAnotherLayout() throws IOException {
    AlignedPlate plate = aligned(SCENE.seen(Homography.IDENTITY));
    plate.plateFor(SCENE.seen(MOVED));
    Frame colour = SCENE.seen(MOVED, PixelLayout.BGRA_8, value -> 255 * value);
    assertTrue(meanDifference(colour, plate.plateFor(colour)) < 4);
  }

  @Test
  void refusesAPlateOfAnotherSize() throws IOException {
    AlignedPlate plate = aligned(SCENE.seen(Homography.IDENTITY));
    Frame small = Frame.allocate(new FrameFormat(20, 20, PixelLayout.GRAY_8));
    assertThrows(MattingException.class, () -> plate.plateFor(small));
  }

  private static AlignedPlate aligned(Frame picture) {
    return new AlignedPlate(FixedPlate.captured(picture, "a picture"), Motion.HOMOGRAPHY);
  }

  private static Frame noisy(Homography frameToScene, int seed) {
    Random random = new Random(seed);
    return SCENE.seen(
        frameToScene, PixelLayout.GRAY_8, value -> 255 * value + 4 * random.nextGaussian());
  }

  private static double meanDifference(Frame a, Frame b) {
    double sum = 0;
    int count = 0;
    for (int y = 30; y < HEIGHT - 30; y++) {
      for (int x = 30; x < WIDTH - 30; x++) {
        int i = y * WIDTH + x;
        sum += Math.abs(TexturedScene.get(a, i, 0) - TexturedScene.get(b, i, 0));
        count++;
      }
    }
    return sum / count;
  }
}
