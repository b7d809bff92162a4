package org.cleanplate.plate.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.frame.FrameSource;
import org.cleanplate.frame.Samples;
import org.cleanplate.network.graph.PixelLayout;
import org.cleanplate.progress.Cancellation;
import org.cleanplate.progress.ProgressListener;
import org.cleanplate.testing.SyntheticSource;
import org.cleanplate.video.VideoFrameSource;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A dark square of 20 pixels that rests, at x=60 y=40, in a bright and noisy arena of 160x120. */
class GhostsTest {
  private static final int WIDTH = 160;
  private static final int HEIGHT = 120;
  private static final int FRAMES = 100;
  private static final int SIDE = 20;

  @ParameterizedTest
  @EnumSource(
      value = PixelLayout.class,
      names = {"BGRA_8", "GRAY_8", "GRAY_16", "GRAY_FLOAT"})
  void findsASubjectThatRestsForTwoThirdsOfTheTime(PixelLayout layout) throws IOException {
    PlateEstimate plate = estimate(arena(layout, 66));

    assertEquals(1, plate.places().size(), plate.places().toString());
    Ghost ghost = plate.places().get(0);
    assertEquals(60, ghost.left(), 1);
    assertEquals(40, ghost.top(), 1);
    assertEquals(SIDE, ghost.width(), 2);
    assertEquals(SIDE, ghost.height(), 2);
    assertEquals(66, ghost.firstFrame(), 2);
    assertEquals(FRAMES - 1, ghost.lastFrame(), 2);
    assertEquals(0.34, ghost.frameShare(), 0.03);
    assertEquals(400.0 / (WIDTH * HEIGHT), plate.ghosts().share(), 0.004);
    // Twice the share of the frames that show the arena there.
    assertEquals(0.68, plate.ghosts().doubt()[50 * WIDTH + 70], 0.05);
    assertEquals(0, plate.ghosts().doubt()[20 * WIDTH + 10]);
    String words = plate.warning().orElseThrow();
    assertTrue(words.contains("at x=60 y=40, where 3"), words);
  }

  /** The median is right then; it is in doubt, but there is nothing to warn of. */
  @ParameterizedTest
  @CsvSource({"0", "10", "35", "45"})
  void doesNotWarnOfASubjectThatRestsForLess(int restingFrames) throws IOException {
    PlateEstimate plate = estimate(arena(PixelLayout.BGRA_8, restingFrames));

    assertTrue(plate.warning().isEmpty(), plate.warning().toString());
  }

  @Test
  void findsTheTwoFliesThatRestInThePlate() throws IOException {
    PlateEstimate plate = estimate(footage("flies/clip.mp4"));

    assertEquals(2, plate.places().size(), plate.places().toString());
    Ghost larger = plate.places().get(0);
    assertTrue(Math.abs(larger.left() - 344) < 5 && Math.abs(larger.top() - 401) < 5, "" + larger);
    assertEquals(1500, larger.lastFrame(), 30);
  }

  @Test
  void findsTheMouseThatSleeps() throws IOException {
    try (VideoFrameSource video = footage("mouse/mouse_video.mp4")) {
      video.skip(4800);
      SourceWindow sleep = new SourceWindow(video, 4800, 400);
      PlateEstimate plate =
          new PlateEstimator().estimate(sleep, ProgressListener.NONE, new Cancellation());
      assertEquals(1, plate.places().size(), plate.places().toString());
      assertTrue(Math.abs(plate.places().get(0).left() - 332) < 6, plate.places().toString());
    }
  }

  @Test
  void doesNotWarnOfTheMouseThatWalks() throws IOException {
    try (VideoFrameSource video = footage("mouse/mouse_video.mp4")) {
      PlateEstimate plate = estimate(video);
      assertTrue(plate.warning().isEmpty(), plate.warning().toString());
      assertTrue(plate.ghosts().share() < 0.001, "doubt in " + plate.ghosts().share());
    }
  }

  private static VideoFrameSource footage(String name) throws IOException {
    Path video = Path.of(System.getProperty("cleanplate.media", ""), name);
    Assumptions.assumeTrue(Files.exists(video), "no footage at " + video);
    return VideoFrameSource.open(video);
  }

  private static PlateEstimate estimate(FrameSource source) throws IOException {
    return new PlateEstimator().estimate(source, ProgressListener.NONE, new Cancellation());
  }

  /** The subject rests until that frame and then walks off; it crosses the arena meanwhile. */
  private static SyntheticSource arena(PixelLayout layout, int restingFrames) {
    double white = layout.bytesPerSample() == 1 ? 255 : layout.bytesPerSample() == 2 ? 4000 : 1;
    return new SyntheticSource(
        new FrameFormat(WIDTH, HEIGHT, layout),
        FRAMES,
        (index, frame) -> {
          Random random = new Random(index);
          boolean rests = index < restingFrames;
          int left = rests ? 60 : (int) (index * 13 % (WIDTH - SIDE));
          int top = rests ? 40 : 90;
          paint(frame, left, top, white, random);
        });
  }

  private static void paint(Frame frame, int left, int top, double white, Random random) {
    Samples samples = Samples.of(frame);
    for (int i = 0; i < WIDTH * HEIGHT; i++) {
      int x = i % WIDTH;
      int y = i / WIDTH;
      boolean subject = x >= left && x < left + SIDE && y >= top && y < top + SIDE;
      double light = subject ? 0.2 : 0.6 + 0.3 * x / WIDTH;
      for (int channel = 0; channel < samples.channels(); channel++) {
        double value = light + 0.01 * random.nextGaussian();
        samples.set(i, channel, (float) (white * value));
      }
    }
  }
}
