package org.cleanplate.frame;

import org.cleanplate.network.graph.PixelLayout;

/** The size of a picture in pixels and how its pixels lie in memory. */
public record FrameFormat(int width, int height, PixelLayout layout) {
  public FrameFormat {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException(
          "Size is " + width + "x" + height + ", expected at least 1x1");
    }
  }

  public long byteCount() {
    return layout.byteCount(width, height);
  }

  /** The size as people write it: {@code 1920x1080}. */
  public String size() {
    return width + "x" + height;
  }

  public boolean sameSizeAs(FrameFormat other) {
    return width == other.width && height == other.height;
  }
}
