package org.cleanplate.imagej.image;

import ij.ImagePlus;
import ij.measure.Calibration;
import org.cleanplate.network.graph.Layer;

/** What a result takes over from the image it was computed from. */
public final class SourceLayout {
  /** Pixels of the frame along one side of a block of refined regions. */
  private static final int BLOCK = 4;

  private SourceLayout() {}

  /** Gives a result the calibration of the source. */
  public static void copyCalibration(ImagePlus source, ImagePlus result, Layer.Scale scale) {
    result.setCalibration(calibration(source, result, scale));
  }

  /** Space and time as in the source; its grey values mean something else and are not copied. */
  private static Calibration calibration(ImagePlus source, ImagePlus result, Layer.Scale scale) {
    Calibration calibration = source.getCalibration().copy();
    calibration.setFunction(Calibration.NONE, null, "Gray Value");
    double across = pixelsAcross(source.getWidth(), result.getWidth(), scale);
    double down = pixelsAcross(source.getHeight(), result.getHeight(), scale);
    calibration.pixelWidth *= across;
    calibration.pixelHeight *= down;
    calibration.xOrigin /= across;
    calibration.yOrigin /= down;
    return calibration;
  }

  /**
   * Pixels of the source that one pixel of the result covers. The coarse maps also cover the
   * padding of the frame, less than four pixels, which is left aside.
   */
  private static double pixelsAcross(int source, int result, Layer.Scale scale) {
    return switch (scale) {
      case FULL -> 1;
      case BLOCKS -> BLOCK;
      case COARSE -> (double) source / result;
    };
  }
}
