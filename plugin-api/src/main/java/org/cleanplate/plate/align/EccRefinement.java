package org.cleanplate.plate.align;

import java.util.Optional;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.global.opencv_video;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_core.TermCriteria;

/** Refines a motion to a small part of a pixel by maximising the correlation (ECC). */
final class EccRefinement {
  private static final int ITERATIONS = 40;
  private static final double CONVERGED = 1e-5;
  private static final int FEW_ITERATIONS = 10;
  private static final double NEARLY_CONVERGED = 1e-4;

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
    Pair pair = new Pair(frame, plate.picture(), plate.background(frame, start));
    return run(pair, start, motion, ITERATIONS, CONVERGED);
  }

  /**
   * The same at a fraction of the time, for a {@code start} that is off by a pixel or two: on the
   * pictures at half their size, where a step takes a quarter of the time. One step at their own
   * size then does as well as many.
   */
  static Optional<Homography> follow(
      Mat frame, PlacedPlate plate, Homography start, Motion motion) {
    Pair pair = new Pair(frame, plate.picture(), plate.background(frame, start));
    Homography half = start.enlarged(0.5, 0.5);
    return run(pair.halved(), half, motion, FEW_ITERATIONS, NEARLY_CONVERGED)
        .map(found -> run(pair, found.enlarged(2, 2), motion, 1, NEARLY_CONVERGED))
        .orElseGet(() -> run(pair, start, motion, FEW_ITERATIONS, NEARLY_CONVERGED));
  }

  /**
   * What is compared.
   *
   * @param mask nonzero where the frame counts
   */
  private record Pair(Mat frame, Mat plate, Mat mask) {

    Pair halved() {
      return new Pair(
          halved(frame, opencv_imgproc.INTER_AREA),
          halved(plate, opencv_imgproc.INTER_AREA),
          halved(mask, opencv_imgproc.INTER_NEAREST));
    }

    private static Mat halved(Mat picture, int interpolation) {
      Mat half = new Mat();
      opencv_imgproc.resize(picture, half, new Size(), 0.5, 0.5, interpolation);
      return half;
    }
  }

  private static Optional<Homography> run(
      Pair pair, Homography start, Motion motion, int iterations, double converged) {
    int rows = motion == Motion.HOMOGRAPHY ? 3 : 2;
    Mat matrix = new Mat(rows, 3, opencv_core.CV_32FC1);
    FloatPointer values = new FloatPointer(matrix.data());
    double[] given = start.rows();
    for (int i = 0; i < rows * 3; i++) {
      values.put(i, (float) given[i]);
    }
    Mat everywhere = new Mat(pair.frame.size(), opencv_core.CV_8UC1, Scalar.all(255));
    try {
      opencv_video.findTransformECCWithMask(
          pair.frame,
          pair.plate,
          pair.mask,
          everywhere,
          matrix,
          type(motion),
          new TermCriteria(TermCriteria.COUNT + TermCriteria.EPS, iterations, converged),
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
