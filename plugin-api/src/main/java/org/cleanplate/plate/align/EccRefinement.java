package org.cleanplate.plate.align;

import java.util.Optional;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_video;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.TermCriteria;

/** Refines a motion to a small part of a pixel by maximising the correlation (ECC). */
final class EccRefinement {
  private static final int ITERATIONS = 40;
  private static final double CONVERGED = 1e-5;

  private EccRefinement() {}

  /**
   * A better motion close to {@code start}.
   *
   * @param frame smoothed working picture
   * @param plate compared with it where it shows the background
   * @return empty if it does not converge
   */
  static Optional<Homography> refine(
      Mat frame, PlacedPlate plate, Homography start, Motion motion) {
    int rows = motion == Motion.HOMOGRAPHY ? 3 : 2;
    Mat matrix = new Mat(rows, 3, opencv_core.CV_32FC1);
    FloatPointer values = new FloatPointer(matrix.data());
    double[] given = start.rows();
    for (int i = 0; i < rows * 3; i++) {
      values.put(i, (float) given[i]);
    }
    Mat everywhere = new Mat(frame.size(), opencv_core.CV_8UC1, Scalar.all(255));
    try {
      opencv_video.findTransformECCWithMask(
          frame,
          plate.picture(),
          plate.background(frame, start),
          everywhere,
          matrix,
          type(motion),
          new TermCriteria(TermCriteria.COUNT + TermCriteria.EPS, ITERATIONS, CONVERGED),
          1);
    } catch (RuntimeException e) {
      // How OpenCV says that it found nothing.
      return Optional.empty();
    }
    double[] found = {0, 0, 0, 0, 0, 0, 0, 0, 1};
    for (int i = 0; i < rows * 3; i++) {
      found[i] = values.get(i);
    }
    return Optional.of(Homography.of(found));
  }

  private static int type(Motion motion) {
    return switch (motion) {
      case TRANSLATION -> opencv_video.MOTION_TRANSLATION;
      case AFFINE -> opencv_video.MOTION_AFFINE;
      case HOMOGRAPHY -> opencv_video.MOTION_HOMOGRAPHY;
    };
  }
}
