package org.cleanplate.frame;

import org.cleanplate.network.graph.PixelLayout;

/**
 * The size of a picture and how its pixels lie in memory.
 *
 * @param width in pixels, at least 1
 * @param height in pixels, at least 1
 * @param layout which samples a pixel has, and in which order
 */
public record FrameFormat(int width, int height, PixelLayout layout) {
  public FrameFormat {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException(
          "Size is " + width + "x" + height + ", expected at least 1x1");
    }
  }

  /** What a picture takes, in bytes. */
  public long byteCount() {
    return layout.byteCount(width, height);
  }

  /** The size as people write it: {@code 1920x1080}. */
  public String size() {
    return width + "x" + height;
  }

  /** Whether both have as many columns and rows; the layouts may differ. */
  public boolean sameSizeAs(FrameFormat other) {
    return width == other.width && height == other.height;
  }
}
