package org.cleanplate.plate.align;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.network.graph.PixelLayout;

/** Frames and maps as OpenCV sees them. */
final class Mats {
  private Mats() {}

  /**
   * The frame's planes, of which a packed or grey one has one. They are its own pixels, not copies,
   * and valid as long as it is held.
   */
  static List<Mat> planes(Frame frame) {
    FrameFormat format = frame.format();
    PixelLayout layout = format.layout();
    int count = layout.packed() ? 1 : layout.channels();
    int planeBytes = (int) (format.byteCount() / count);
    ByteBuffer pixels = frame.pixels();
    List<Mat> planes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      BytePointer start = new BytePointer(pixels.slice(i * planeBytes, planeBytes));
      planes.add(new Mat(format.height(), format.width(), type(layout), start));
    }
    return planes;
  }

  /** A copy of the pixels of a grey 8-bit picture. */
  static byte[] bytes(Mat mat) {
    byte[] bytes = new byte[mat.rows() * mat.cols()];
    mat.data().get(bytes, 0, bytes.length);
    return bytes;
  }

  /** The matrix of a map. */
  static Mat of(Homography map) {
    Mat matrix = new Mat(3, 3, opencv_core.CV_64FC1);
    new DoublePointer(matrix.data()).put(map.rows(), 0, 9);
    return matrix;
  }

  private static int type(PixelLayout layout) {
    return switch (layout) {
      case GRAY_8 -> opencv_core.CV_8UC1;
      case GRAY_16, RGB_16 -> opencv_core.CV_16UC1;
      case GRAY_FLOAT, RGB_FLOAT -> opencv_core.CV_32FC1;
      case BGRA_8 -> opencv_core.CV_8UC4;
    };
  }
}
