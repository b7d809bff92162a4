package org.cleanplate.plate.align;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * Follows the motion of a camera from one frame to the next. Small pictures first, on which a long
 * way is short, then larger ones from where those led. Used by one thread at a time.
 */
final class MotionTracker {
  /** Pictures of fewer columns or rows tell little. */
  private static final int SMALLEST_SIDE = 120;

  private static final int MOST_SIZES = 3;

  /** Steps on each of the smaller pictures, and on the largest, where one is nearly enough. */
  private static final int STEPS = 10;

  private static final int LAST_STEPS = 3;

  /** For pictures of full size, half of it and so on. */
  private final List<MotionSteps> sizes = new ArrayList<>();

  /**
   * Looks at a plate.
   *
   * @param plate smoothed working picture
   */
  MotionTracker(Mat plate, Motion motion) {
    for (Mat picture : halvings(plate)) {
      sizes.add(new MotionSteps(Mats.bytes(picture), picture.cols(), motion));
    }
  }

  /**
   * The motion of a frame.
   *
   * @param frame smoothed working picture
   * @param start that of the frame before it
   * @return empty if it cannot be followed from there
   */
  Optional<Homography> follow(Mat frame, Homography start) {
    List<Mat> pictures = halvings(frame);
    Homography found = start;
    for (int i = sizes.size() - 1; i >= 0; i--) {
      Mat picture = pictures.get(i);
      double across = (double) picture.cols() / frame.cols();
      double down = (double) picture.rows() / frame.rows();
      int steps = i == 0 ? LAST_STEPS : STEPS;
      Optional<Homography> next =
          sizes.get(i).follow(Mats.bytes(picture), found.enlarged(across, down), steps);
      if (next.isPresent()) {
        found = next.get().enlarged(1 / across, 1 / down);
      } else if (i == 0) {
        return Optional.empty();
      }
    }
    return Optional.of(found);
  }

  private static List<Mat> halvings(Mat picture) {
    List<Mat> pictures = new ArrayList<>(List.of(picture));
    while (pictures.size() < MOST_SIZES) {
      Mat last = pictures.get(pictures.size() - 1);
      if (Math.min(last.cols(), last.rows()) < 2 * SMALLEST_SIDE) {
        break;
      }
      Mat half = new Mat();
      Size size = new Size(last.cols() / 2, last.rows() / 2);
      opencv_imgproc.resize(last, half, size, 0, 0, opencv_imgproc.INTER_AREA);
      pictures.add(half);
    }
    return pictures;
  }
}
