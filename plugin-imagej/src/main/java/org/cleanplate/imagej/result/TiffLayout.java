package org.cleanplate.imagej.result;

import ij.io.FileInfo;
import ij.process.ImageProcessor;
import java.nio.file.Path;

/**
 * Where things lie in a TIFF stack.
 *
 * @param bitDepth of a pixel: 8, 16, 32, or 24 for RGB
 * @param headerBytes before the first slice
 */
record TiffLayout(int width, int height, int bitDepth, int count, int headerBytes) {
  /** For calibration, properties and look-up tables. */
  private static final int FIXED_HEADER_BYTES = 1 << 16;

  /** For the length of a label. */
  private static final int HEADER_BYTES_PER_SLICE = 4;

  /**
   * The layout for slices like one of them.
   *
   * @param labelCharacters of all labels together
   */
  static TiffLayout of(ImageProcessor slice, int count, long labelCharacters) {
    long header = FIXED_HEADER_BYTES + (long) HEADER_BYTES_PER_SLICE * count + 2 * labelCharacters;
    return new TiffLayout(
        slice.getWidth(),
        slice.getHeight(),
        slice.getBitDepth(),
        count,
        Math.toIntExact((header + 15) / 16 * 16));
  }

  int sliceBytes() {
    return Math.multiplyExact(Math.multiplyExact(width, height), bitDepth / 8);
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
        switch (bitDepth) {
          case 8 -> FileInfo.GRAY8;
          case 16 -> FileInfo.GRAY16_UNSIGNED;
          case 24 -> FileInfo.RGB;
          default -> FileInfo.GRAY32_FLOAT;
        };
    return info;
  }
}
