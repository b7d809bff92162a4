package org.cleanplate.plate.align;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.network.graph.PixelLayout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PlateAlignerTest {
  private static final int WIDTH = TexturedScene.WIDTH;
  private static final int HEIGHT = TexturedScene.HEIGHT;
  private static final TexturedScene SCENE = new TexturedScene(1, 0.45);
  private static final Frame PLATE = SCENE.seen(Homography.IDENTITY);

  @ParameterizedTest
  @CsvSource({
    "TRANSLATION, 1, 0, 0.4, 0, 1, -0.3, 0, 0",
    "TRANSLATION, 1, 0, 23.6, 0, 1, -11.25, 0, 0",
    "AFFINE, 1.01, 0.02, -7.3, -0.015, 0.99, 4.4, 0, 0",
    "AFFINE, 1.001, 0, 0.2, 0.001, 1, 0.1, 0, 0",
    "HOMOGRAPHY, 1.02, 0.03, -9.7, -0.02, 0.985, 12.2, 2e-5, -3e-5",
    "HOMOGRAPHY, 1, 0, 0.5, 0, 1, 0.5, 1e-6, 0",
    "HOMOGRAPHY, 1, 0, 14.5, 0, 1, 3.1, 0, 0",
  })
  void findsAKnownMotionToAFifthOfAPixel(
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
    Alignment found = new PlateAligner(PLATE, motion).align(SCENE.seen(truth));
    assertFound(truth, found, 0.2);
    assertEquals(truth.meanShift(WIDTH, HEIGHT), found.shiftPixels(), 0.2);
    assertTrue(found.residualPixels() < 1, "residual is " + found.residualPixels());
    assertTrue(found.inliers() >= 20, found.inliers() + " inliers");
  }

  @Test
  void isNotMisledByTheSubjectOrByTheExposure() {
    Homography truth = Homography.of(1.01, -0.01, 6.3, 0.01, 1.01, -4.6, 1e-5, 0, 1);
    Frame frame = SCENE.seen(truth, PixelLayout.GRAY_8, value -> 20 + 200 * value);
    SCENE.addSubject(frame, WIDTH / 3, HEIGHT / 2, 70);
    assertFound(truth, new PlateAligner(PLATE, Motion.HOMOGRAPHY).align(frame), 0.3);
  }

  @Test
  void findsMotionInLargePicturesAtHalfTheirSize() {
    Homography truth = Homography.of(1, 0.01, 9.7, -0.01, 1, -31.4, 0, 0, 1);
    int factor = 4;
    Frame plate = enlarged(Homography.IDENTITY, factor);
    Frame frame = enlarged(truth, factor);
    Alignment found = new PlateAligner(plate, Motion.AFFINE).align(frame);
    assertTrue(found.fallback().isEmpty(), found.toString());
    double off = found.frameToPlate().largestCornerDistance(truth, factor * WIDTH, factor * HEIGHT);
    assertTrue(off < 0.2, "off by " + off);
  }

  @ParameterizedTest
  @EnumSource(Motion.class)
  void saysThatAPlateWithoutTextureHasNoFeatures(Motion motion) {
    Frame flat = Frame.allocate(PLATE.format());
    assertFallback("features in common", new PlateAligner(flat, motion).align(PLATE));
  }

  @ParameterizedTest
  @EnumSource(Motion.class)
  void findsNoMotionBetweenUnrelatedPictures(Motion motion) {
    Frame other = new TexturedScene(1000, 0.45).seen(Homography.IDENTITY);
    assertFallback("features in common", new PlateAligner(PLATE, motion).align(other));
  }

  @Test
  void doesNotBelieveALeapAcrossThePicture() {
    Frame far = SCENE.seen(Homography.of(1, 0, 150, 0, 1, 40, 0, 0, 1));
    assertFallback(
        "would move a corner by 155 px", new PlateAligner(PLATE, Motion.TRANSLATION).align(far));
  }

  @Test
  void doesNotBelieveACameraUpsideDown() {
    Frame turned = SCENE.seen(Homography.of(-1, 0, WIDTH - 1, 0, -1, HEIGHT - 1, 0, 0, 1));
    assertFallback("", new PlateAligner(PLATE, Motion.AFFINE).align(turned));
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "8, 8", "31, 31", "32, 32", "33, 70", "1000, 9"})
  void refusesNoSizeOfPicture(int width, int height) {
    FrameFormat format = new FrameFormat(width, height, PixelLayout.BGRA_8);
    PlateAligner aligner = new PlateAligner(Frame.allocate(format), Motion.HOMOGRAPHY);
    assertFallback("", aligner.align(Frame.allocate(format)));
  }

  private static void assertFound(Homography truth, Alignment found, double tolerance) {
    assertTrue(found.fallback().isEmpty(), found.toString());
    double off = found.frameToPlate().largestCornerDistance(truth, WIDTH, HEIGHT);
    assertTrue(off < tolerance, "A corner is off by " + off + " px: " + found);
  }

  private static void assertFallback(String reason, Alignment found) {
    String word = found.fallback().orElseGet(() -> "none, but " + found.frameToPlate());
    assertTrue(found.fallback().isPresent() && word.contains(reason), word);
    assertEquals(Homography.IDENTITY, found.frameToPlate());
  }

  /** The scene as a camera of more pixels sees it. */
  private static Frame enlarged(Homography frameToPlate, int factor) {
    int width = factor * WIDTH;
    int height = factor * HEIGHT;
    Frame frame = Frame.allocate(new FrameFormat(width, height, PixelLayout.GRAY_8));
    for (int i = 0; i < width * height; i++) {
      double[] point = frameToPlate.apply(i % width, i / width);
      double value = 255 * SCENE.brightness(point[0] / factor, point[1] / factor);
      frame.pixels().put(i, (byte) Math.round(value));
    }
    return frame;
  }
}
