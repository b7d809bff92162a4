package org.cleanplate.imagej.image;

import ij.measure.Calibration;
import java.util.Locale;

/**
 * The rhythm of a stack.
 *
 * @param framesPerSecond 0 if it is not known
 */
record FrameInterval(double framesPerSecond) {

  /** From the frame interval and its unit; a reader of videos may have set only the rate. */
  static FrameInterval of(Calibration calibration) {
    double seconds = calibration.frameInterval * secondsPerUnit(calibration.getTimeUnit());
    return new FrameInterval(seconds > 0 && Double.isFinite(seconds) ? 1 / seconds : 0);
  }

  private static double secondsPerUnit(String unit) {
    return switch (unit.toLowerCase(Locale.ROOT)) {
      case "us", "usec", "µs", "microsec", "microsecond", "microseconds" -> 1e-6;
      case "ms", "msec", "millisecond", "milliseconds" -> 1e-3;
      case "min", "minute", "minutes" -> 60;
      case "h", "hr", "hour", "hours" -> 3600;
      default -> 1;
    };
  }
}
