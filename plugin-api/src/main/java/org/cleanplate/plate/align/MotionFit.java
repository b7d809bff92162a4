package org.cleanplate.plate.align;

import java.util.Optional;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.opencv.global.opencv_calib3d;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point2d;

/** The motion that most pairs of points follow (RANSAC). */
final class MotionFit {
  /** How far a pair may miss, in working pixels. */
  static final double INLIER_PIXELS = 2;

  private static final int ITERATIONS = 2000;
  private static final double CONFIDENCE = 0.999;
  private static final int POLISHING_STEPS = 10;

  private MotionFit() {}

  /** Frame to plate; empty if no motion can be told from these pairs. */
  static Optional<Homography> fit(PointPairs pairs, Motion motion) {
    if (pairs.count() < 4) {
      return Optional.empty();
    }
    Mat frame = pairs.frameMat();
    Mat plate = pairs.plateMat();
    Mat inliers = new Mat();
    return switch (motion) {
      case TRANSLATION -> {
        Point2d shift =
            opencv_calib3d.estimateTranslation2D(
                frame,
                plate,
                inliers,
                opencv_calib3d.RANSAC,
                INLIER_PIXELS,
                ITERATIONS,
                CONFIDENCE,
                POLISHING_STEPS);
        yield Double.isFinite(shift.x()) && Double.isFinite(shift.y())
            ? Optional.of(Homography.of(1, 0, shift.x(), 0, 1, shift.y(), 0, 0, 1))
            : Optional.empty();
      }
      case AFFINE ->
          read(
              opencv_calib3d.estimateAffine2D(
                  frame,
                  plate,
                  inliers,
                  opencv_calib3d.RANSAC,
                  INLIER_PIXELS,
                  ITERATIONS,
                  CONFIDENCE,
                  POLISHING_STEPS));
      case HOMOGRAPHY ->
          read(
              opencv_calib3d.findHomography(
                  frame,
                  plate,
                  opencv_calib3d.RANSAC,
                  INLIER_PIXELS,
                  inliers,
                  ITERATIONS,
                  CONFIDENCE));
    };
  }

  private static Optional<Homography> read(Mat matrix) {
    if (matrix.empty()) {
      return Optional.empty();
    }
    double[] rows = {0, 0, 0, 0, 0, 0, 0, 0, 1};
    new DoublePointer(matrix.data()).get(rows, 0, matrix.rows() * 3);
    return Optional.of(Homography.of(rows));
  }
}
