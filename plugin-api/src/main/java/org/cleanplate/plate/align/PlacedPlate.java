package org.cleanplate.plate.align;

import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * The plate's working picture, placed under a frame's. Remembers how it lies in the placements that
 * were asked for last, as each is asked for several times. Used by one thread at a time.
 */
final class PlacedPlate {
  /** Wide differences are a subject; thin ones are edges that do not yet lie on each other. */
  private static final int WIDE = 5;

  private static final int MARGIN = 15;

  private static final int REMEMBERED = 3;

  private final Mat picture;
  private final Map<Homography, Placement> latest = new LinkedHashMap<>();

  /**
   * Remembers a picture.
   *
   * @param picture grey, 8 bits, smoothed
   */
  PlacedPlate(Mat picture) {
    this.picture = picture;
  }

  /**
   * The plate in one placement.
   *
   * @param picture its pixels
   * @param covered 255 where it has pixels, else 0
   */
  private record Placement(byte[] picture, byte[] covered) {}

  /** As it lies without being moved. */
  Mat picture() {
    return picture;
  }

  /** How much the frame differs from the plate in two placements. */
  Differences differences(Mat frame, Homography before, Homography after) {
    Placement first = placed(before);
    Placement second = placed(after);
    byte[] both = new byte[first.covered.length];
    for (int i = 0; i < both.length; i++) {
      both[i] = (byte) (first.covered[i] & second.covered[i]);
    }
    return Differences.of(Mats.bytes(frame), first.picture, second.picture, both);
  }

  /** How much the frame differs from the plate in one placement, where that explains it. */
  double difference(Mat frame, Homography placement) {
    Placement placed = placed(placement);
    return Differences.of(Mats.bytes(frame), placed.picture, placed.picture, placed.covered)
        .before();
  }

  /** Nonzero where the frame shows the scene of the plate, so far as one can tell. */
  Mat background(Mat frame, Homography map) {
    Placement placed = placed(map);
    Mat mask = mat(Differences.unexplained(Mats.bytes(frame), placed.picture, placed.covered));
    Mat wide = new Mat();
    opencv_imgproc.erode(mask, wide, square(WIDE));
    opencv_imgproc.dilate(wide, mask, square(MARGIN));
    Mat background = new Mat();
    opencv_core.subtract(mat(placed.covered), mask, background);
    return background;
  }

  private Placement placed(Homography map) {
    Placement known = latest.remove(map);
    Placement placed = known == null ? place(map) : known;
    latest.put(map, placed);
    if (latest.size() > REMEMBERED) {
      latest.remove(latest.keySet().iterator().next());
    }
    return placed;
  }

  private Placement place(Homography map) {
    Mat white = new Mat(picture.size(), opencv_core.CV_8UC1, Scalar.all(255));
    Mat covered = new Mat();
    opencv_imgproc.threshold(moved(white, map), covered, 254, 255, opencv_imgproc.THRESH_BINARY);
    return new Placement(Mats.bytes(moved(picture, map)), Mats.bytes(covered));
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

  private Mat mat(byte[] pixels) {
    Mat mat = new Mat(picture.size(), opencv_core.CV_8UC1);
    mat.data().put(pixels, 0, pixels.length);
    return mat;
  }
}
