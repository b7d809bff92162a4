package org.cleanplate.plate.align;

import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * The plate's working picture, placed under a frame's.
 *
 * @param picture grey, 8 bits, smoothed
 */
record PlacedPlate(Mat picture) {
  /** Wide differences are a subject; thin ones are edges that do not yet lie on each other. */
  private static final int WIDE = 5;

  private static final int MARGIN = 15;

  /** How much the frame differs from the plate in two placements. */
  Differences differences(Mat frame, Homography before, Homography after) {
    Mat both = new Mat();
    opencv_core.min(covered(before), covered(after), both);
    return Differences.of(
        bytes(frame), bytes(moved(picture, before)), bytes(moved(picture, after)), bytes(both));
  }

  /** How much the frame differs from the plate in one placement, where that explains it. */
  double difference(Mat frame, Homography placement) {
    byte[] plate = bytes(moved(picture, placement));
    return Differences.of(bytes(frame), plate, plate, bytes(covered(placement))).before();
  }

  /** Nonzero where the frame shows the scene of the plate, so far as one can tell. */
  Mat background(Mat frame, Homography map) {
    Mat covered = covered(map);
    byte[] subject =
        Differences.unexplained(bytes(frame), bytes(moved(picture, map)), bytes(covered));
    Mat mask = new Mat(frame.size(), opencv_core.CV_8UC1);
    mask.data().put(subject, 0, subject.length);
    Mat wide = new Mat();
    opencv_imgproc.erode(mask, wide, square(WIDE));
    opencv_imgproc.dilate(wide, mask, square(MARGIN));
    Mat background = new Mat();
    opencv_core.subtract(covered, mask, background);
    return background;
  }

  /** 255 where the placed plate has pixels. */
  private Mat covered(Homography map) {
    Mat white = new Mat(picture.size(), opencv_core.CV_8UC1, Scalar.all(255));
    Mat covered = new Mat();
    opencv_imgproc.threshold(moved(white, map), covered, 254, 255, opencv_imgproc.THRESH_BINARY);
    return covered;
  }

  private static Mat moved(Mat picture, Homography map) {
    Mat moved = new Mat();
    opencv_imgproc.warpPerspective(
        picture,
        moved,
        Mats.of(map),
        picture.size(),
        opencv_imgproc.INTER_LINEAR | opencv_imgproc.WARP_INVERSE_MAP,
        opencv_core.BORDER_CONSTANT,
        Scalar.all(0));
    return moved;
  }

  private static Mat square(int side) {
    return opencv_imgproc.getStructuringElement(opencv_imgproc.MORPH_RECT, new Size(side, side));
  }

  private static byte[] bytes(Mat mat) {
    byte[] bytes = new byte[mat.rows() * mat.cols()];
    mat.data().get(bytes, 0, bytes.length);
    return bytes;
  }
}
