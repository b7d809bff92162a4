package org.cleanplate.plate.align;

import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.cleanplate.frame.Coverage;
import org.cleanplate.frame.Frame;

/**
 * Moves a plate under a frame, in its own depth. Values in between are bilinear: against cubic ones
 * no matte differed, and they never overshoot what the plate holds.
 *
 * <p>Where the frame shows what lies beyond the plate's edge, the plate's outermost pixels are
 * repeated, and {@link Frame#coverage} says so. On two pictures of a person taken by hand, with a
 * band of 3 % to 4 % of the frame beyond the edge, a network takes little of that band for subject
 * then, as against 95 % with black. Copying the frame itself there leaks less, but would cut every
 * subject that reaches into the band.
 */
final class PlateWarp {
  private PlateWarp() {}

  /**
   * Fills {@code moved}, its place in the sequence and its coverage included.
   *
   * @param moved of the plate's format, another one than it
   */
  static void warp(Frame plate, Homography frameToPlate, Frame moved) {
    PointerScope natives = new PointerScope();
    try {
      Mat matrix = Mats.of(frameToPlate);
      List<Mat> from = Mats.planes(plate);
      List<Mat> to = Mats.planes(moved);
      for (int i = 0; i < from.size(); i++) {
        Mat target = to.get(i);
        opencv_imgproc.warpPerspective(
            from.get(i),
            target,
            matrix,
            target.size(),
            opencv_imgproc.INTER_LINEAR | opencv_imgproc.WARP_INVERSE_MAP,
            opencv_core.BORDER_REPLICATE,
            Scalar.all(0));
      }
    } finally {
      natives.close();
    }
    Coverage picture =
        Coverage.of(plate.format().width(), plate.format().height()).and(plate.coverage());
    moved.stamp(plate.index(), plate.timeMicros(), frameToPlate.covered(picture));
  }
}
