package org.cleanplate.network.graph;

/**
 * How the pixels of one picture lie in memory, in the byte order of the machine, rows from top to
 * bottom without padding.
 */
public enum PixelLayout {
  /** One unsigned byte a pixel, {@code [height, width]}. */
  GRAY_8(1, 1, false),
  /** One unsigned 16-bit sample a pixel, {@code [height, width]}. */
  GRAY_16(1, 2, false),
  /** One 32-bit float a pixel, {@code [height, width]}. */
  GRAY_FLOAT(1, 4, false),
  /**
   * Four bytes a pixel in the order blue, green, red, alpha, {@code [height, width, 4]}: what an
   * ImageJ {@code int} ARGB pixel is on a little-endian machine.
   */
  BGRA_8(4, 1, true),
  /** Three planes red, green, blue of unsigned 16-bit samples, {@code [3, height, width]}. */
  RGB_16(3, 2, false),
  /** Three planes red, green, blue of 32-bit floats, {@code [3, height, width]}. */
  RGB_FLOAT(3, 4, false);

  private final int channels;
  private final int bytesPerSample;
  private final boolean packed;

  PixelLayout(int channels, int bytesPerSample, boolean packed) {
    this.channels = channels;
    this.bytesPerSample = bytesPerSample;
    this.packed = packed;
  }

  /** Samples a pixel, an unused alpha counted. */
  public int channels() {
    return channels;
  }

  /** Bytes a sample: 1 unsigned, 2 unsigned, or 4 floating point. */
  public int bytesPerSample() {
    return bytesPerSample;
  }

  /** Whether the samples of a pixel lie side by side; otherwise each channel is a plane. */
  public boolean packed() {
    return packed;
  }

  /** Bytes of one picture of this layout. */
  public long byteCount(int width, int height) {
    return (long) width * height * channels * bytesPerSample;
  }
}
