package org.cleanplate.plate.align;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Random;
import org.bytedeco.opencv.opencv_core.Mat;
import org.cleanplate.frame.Frame;
import org.cleanplate.network.graph.PixelLayout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A scene that is known between its pixels, seen by cameras of known motion. */
class MotionTrackerTest {
  private static final int WIDTH = TexturedScene.WIDTH;
  private static final int HEIGHT = TexturedScene.HEIGHT;
  private static final TexturedScene SCENE = new TexturedScene(7, 0.45);

  @ParameterizedTest
  @CsvSource({
    "TRANSLATION, 1, 0, 0.7, 0, 1, -0.3, 0, 0",
    "TRANSLATION, 1, 0, 9.2, 0, 1, -6.1, 0, 0",
    "AFFINE, 1.01, 0.02, -5.3, -0.015, 0.99, 4.4, 0, 0",
    "HOMOGRAPHY, 1.02, 0.03, -6.7, -0.02, 0.985, 7.2, 2e-5, -3e-5",
    "HOMOGRAPHY, 1, 0, 0.05, 0, 1, 0.02, 0, 0",
  })
  void followsAKnownMotionToATwentiethOfAPixel(
      Motion motion,
      double xx,
      double xy,
      double x1,
      double yx,
      double yy,
      double y1,
      double wx,
      double wy) {
    Homography truth = Homography.of(xx, xy, x1, yx, yy, y1, wx, wy, 1);
    assertFollowed(truth, motion, SCENE.seen(truth), 0.05);
  }

  @Test
  void isNotMisledBySubjectExposureOrNoise() {
    Homography truth = Homography.of(1.01, -0.01, 4.3, 0.01, 1.01, -2.6, 1e-5, 0, 1);
    Random random = new Random(1);
    Frame frame =
        SCENE.seen(
            truth,
            PixelLayout.GRAY_8,
            value -> Math.max(0, 20 + 190 * value + 3 * random.nextGaussian()));
    SCENE.addSubject(frame, WIDTH / 3, HEIGHT / 2, 80);
    assertFollowed(truth, Motion.HOMOGRAPHY, frame, 0.2);
  }

  @Test
  void followsNothingWhereThePlateIsFlat() {
    Mat flat = smooth(Frame.allocate(SCENE.seen(Homography.IDENTITY).format()));
    MotionTracker tracker = new MotionTracker(flat, Motion.HOMOGRAPHY);
    Mat frame = smooth(SCENE.seen(Homography.IDENTITY));
    assertEquals(Optional.empty(), tracker.follow(frame, Homography.IDENTITY));
  }

  @Test
  void theWayBackIsTheInverse() {
    Homography map = Homography.of(1.02, 0.03, -6.7, -0.02, 0.985, 7.2, 2e-5, -3e-5, 1);
    double[] there = map.apply(123, 45);
    double[] back = map.inverse().apply(there[0], there[1]);
    assertEquals(123, back[0], 1e-9);
    assertEquals(45, back[1], 1e-9);
  }

  private static void assertFollowed(
      Homography truth, Motion motion, Frame frame, double tolerance) {
    MotionTracker tracker = new MotionTracker(smooth(SCENE.seen(Homography.IDENTITY)), motion);
    Homography found = tracker.follow(smooth(frame), Homography.IDENTITY).orElseThrow();
    double off = found.largestCornerDistance(truth, WIDTH, HEIGHT);
    assertTrue(off < tolerance, "A corner is off by " + off + " px");
  }

  private static Mat smooth(Frame frame) {
    return WorkingPicture.smooth(Mats.planes(frame).get(0));
  }
}
