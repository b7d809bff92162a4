package org.cleanplate.imagej.result;

import ij.io.FileInfo;
import ij.process.ImageProcessor;
import java.nio.file.Path;

/**
 * Where things lie in a TIFF stack.
 *
 * @param headerBytes before the first slice
 */
record TiffLayout(int width, int height, Kind kind, int count, int headerBytes) {

  /**
   * A kind of pixel.
   *
   * @param bitDepth as ImageJ has it: 8, 16, 32, or 24 for RGB
   * @param alpha whether RGB has a fourth sample
   */
  record Kind(int bitDepth, boolean alpha) {
    boolean isRgb() {
      return bitDepth == 24;
    }

    int samples() {
      return !isRgb() ? 1 : alpha ? 4 : 3;
    }

    int bitsPerSample() {
      return isRgb() ? 8 : bitDepth;
    }
  }

  /** For calibration, properties and look-up tables. */
  private static final int FIXED_HEADER_BYTES = 1 << 16;

  /** For the length of a label. */
  private static final int HEADER_BYTES_PER_SLICE = 4;

  /**
   * The layout for slices like one of them.
   *
   * @param labelCharacters of all labels together
   */
  static TiffLayout of(ImageProcessor slice, Kind kind, int count, long labelCharacters) {
    long header = FIXED_HEADER_BYTES + (long) HEADER_BYTES_PER_SLICE * count + 2 * labelCharacters;
    return new TiffLayout(
        slice.getWidth(), slice.getHeight(), kind, count, Math.toIntExact((header + 15) / 16 * 16));
  }

  int sliceBytes() {
    int bytesPerPixel = kind.samples() * kind.bitsPerSample() / 8;
    return Math.multiplyExact(Math.multiplyExact(width, height), bytesPerPixel);
  }

  /**
   * The place of a slice, or of what follows the last.
   *
   * @param index from 1
   */
  long offsetOf(int index) {
    return headerBytes + (index - 1L) * sliceBytes();
  }

  /** How ImageJ finds the slices in the finished file. */
  FileInfo fileInfo(Path file) {
    FileInfo info = new FileInfo();
    info.fileFormat = FileInfo.TIFF;
    info.directory = file.getParent() + "/";
    info.fileName = file.getFileName().toString();
    info.width = width;
    info.height = height;
    info.nImages = count;
    info.intelByteOrder = true;
    info.offset = headerBytes;
    info.longOffset = headerBytes;
    info.fileType =
        switch (kind.bitDepth()) {
          case 8 -> FileInfo.GRAY8;
          case 16 -> FileInfo.GRAY16_UNSIGNED;
          case 24 -> kind.alpha() ? FileInfo.ARGB : FileInfo.RGB;
          default -> FileInfo.GRAY32_FLOAT;
        };
    return info;
  }
}
