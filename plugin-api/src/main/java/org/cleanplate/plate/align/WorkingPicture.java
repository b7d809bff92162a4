package org.cleanplate.plate.align;

import java.util.Arrays;
import java.util.List;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.network.graph.PixelLayout;

/**
 * Makes small grey 8-bit pictures of frames, in which motion is looked for. Deep pixels may use any
 * part of their range, so that of the plate is stretched to 8 bits, and that of each frame alike.
 */
final class WorkingPicture {
  /** Two thousand columns are halved: ECC finds a fiftieth of a pixel, so that costs nothing. */
  private static final int LONGEST_SIDE = 960;

  /** Evens out noise and interpolation, so that a moved picture is compared fairly. */
  private static final double SMOOTHING_SIGMA = 1;

  private static final double CLIPPED_SHARE = 0.005;
  private static final int SAMPLES = 20_000;
  private static final int WHITE = 255;

  private final FrameFormat frames;
  private final int width;
  private final int height;
  private final double gain;
  private final double offset;

  private WorkingPicture(FrameFormat format, double gain, double offset) {
    this.frames = format;
    double scale = Math.min(1, (double) LONGEST_SIDE / Math.max(format.width(), format.height()));
    this.width = Math.max(1, (int) Math.round(format.width() * scale));
    this.height = Math.max(1, (int) Math.round(format.height() * scale));
    this.gain = gain;
    this.offset = offset;
  }

  /** For frames of the plate's format. */
  static WorkingPicture like(Frame plate) {
    if (plate.format().layout().bytesPerSample() == 1) {
      return new WorkingPicture(plate.format(), 1, 0);
    }
    Mat gray = gray(plate);
    float[] samples = samples(gray);
    if (samples.length == 0) {
      return new WorkingPicture(plate.format(), 1, 0);
    }
    int clipped = (int) (samples.length * CLIPPED_SHARE);
    double black = samples[clipped];
    double white = samples[samples.length - 1 - clipped];
    double gain = white > black ? WHITE / (white - black) : 1;
    return new WorkingPicture(plate.format(), gain, -black * gain);
  }

  /** A map between frames as one between working pictures. */
  Homography shrink(Homography map) {
    return map.enlarged(width / (double) frames.width(), height / (double) frames.height());
  }

  /** A map between working pictures as one between frames. */
  Homography enlarge(Homography map) {
    return map.enlarged(frames.width() / (double) width, frames.height() / (double) height);
  }

  /** The size of the pictures. */
  FrameFormat format() {
    return new FrameFormat(width, height, PixelLayout.GRAY_8);
  }

  /** How much smaller than frames they are: up to 1. */
  double scale() {
    return (double) width / frames.width();
  }

  /** The picture of a frame: 8-bit grey. */
  Mat of(Frame frame) {
    Mat gray = gray(frame);
    if (gray.depth() != opencv_core.CV_8U) {
      if (gray.depth() == opencv_core.CV_32F) {
        gray = gray.clone();
        opencv_core.patchNaNs(gray, 0);
      }
      Mat stretched = new Mat();
      gray.convertTo(stretched, opencv_core.CV_8U, gain, offset);
      gray = stretched;
    }
    Mat small = new Mat();
    opencv_imgproc.resize(gray, small, new Size(width, height), 0, 0, opencv_imgproc.INTER_AREA);
    return small;
  }

  /** The same, smoothed. */
  static Mat smooth(Mat picture) {
    Mat smooth = new Mat();
    opencv_imgproc.GaussianBlur(picture, smooth, new Size(5, 5), SMOOTHING_SIGMA);
    return smooth;
  }

  private static Mat gray(Frame frame) {
    List<Mat> planes = Mats.planes(frame);
    Mat first = planes.get(0);
    Mat gray = new Mat();
    if (first.channels() == 4) {
      opencv_imgproc.cvtColor(first, gray, opencv_imgproc.COLOR_BGRA2GRAY);
      return gray;
    }
    if (planes.size() == 1) {
      return first;
    }
    opencv_core.addWeighted(first, 0.3, planes.get(1), 0.6, 0, gray);
    opencv_core.addWeighted(gray, 1, planes.get(2), 0.1, 0, gray);
    return gray;
  }

  /** Some of the finite pixels, in ascending order. */
  private static float[] samples(Mat gray) {
    Mat floats = new Mat();
    gray.convertTo(floats, opencv_core.CV_32F);
    int pixels = gray.rows() * gray.cols();
    int step = Math.max(1, pixels / SAMPLES);
    FloatPointer values = new FloatPointer(floats.data());
    float[] samples = new float[pixels / step];
    int count = 0;
    for (int i = 0; i < samples.length; i++) {
      float value = values.get((long) i * step);
      if (Float.isFinite(value)) {
        samples[count++] = value;
      }
    }
    float[] finite = Arrays.copyOf(samples, count);
    Arrays.sort(finite);
    return finite;
  }
}
