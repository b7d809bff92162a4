package org.cleanplate.metric;

import java.util.Arrays;
import org.cleanplate.MattingException;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.frame.LayoutConverter;
import org.cleanplate.network.graph.PixelLayout;

/**
 * An alpha map to be measured. The array is shared, not copied; nobody writes to it.
 *
 * @param values 0..1, rows from top to bottom
 */
public record AlphaPlane(int width, int height, float[] values) {
  public AlphaPlane {
    if (values.length != Math.multiplyExact(width, height)) {
      throw new IllegalArgumentException(
          "An alpha map of " + width + "x" + height + " has " + values.length + " values");
    }
  }

  /** The alpha of a picture in any layout, full range to 0..1; of a coloured one its luma. */
  public static AlphaPlane of(Frame picture) {
    FrameFormat format = picture.format();
    float[] values = new float[format.width() * format.height()];
    LayoutConverter.convert(picture, PixelLayout.GRAY_FLOAT).pixels().asFloatBuffer().get(values);
    return new AlphaPlane(format.width(), format.height(), values);
  }

  /** The upper left part. */
  AlphaPlane cropped(int newWidth, int newHeight) {
    if (newWidth == width && newHeight == height) {
      return this;
    }
    float[] part = new float[newWidth * newHeight];
    for (int y = 0; y < newHeight; y++) {
      System.arraycopy(values, y * width, part, y * newWidth, newWidth);
    }
    return new AlphaPlane(newWidth, newHeight, part);
  }

  /**
   * The same with its least value moved to 0 and its largest to 1, as MATLAB's {@code mat2gray}
   * does; one that is even becomes clamped.
   */
  AlphaPlane stretched() {
    float least = Float.POSITIVE_INFINITY;
    float most = Float.NEGATIVE_INFINITY;
    for (float value : values) {
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
    float[] stretched = new float[values.length];
    float range = most - least;
    for (int i = 0; i < values.length; i++) {
      stretched[i] = range > 0 ? (values[i] - least) / range : Math.max(0, Math.min(1, values[i]));
    }
    return new AlphaPlane(width, height, stretched);
  }

  /**
   * Refuses maps that cannot be compared pixel by pixel.
   *
   * @throws MattingException if the sizes differ
   */
  void requireSizeOf(AlphaPlane truth) {
    if (width != truth.width || height != truth.height) {
      throw new MattingException(
          "The alpha is "
              + width
              + "x"
              + height
              + " but the true alpha is "
              + truth.width
              + "x"
              + truth.height
              + ": compare maps of one size");
    }
  }

  /** By content. */
  @Override
  public boolean equals(Object other) {
    return other instanceof AlphaPlane plane
        && width == plane.width
        && height == plane.height
        && Arrays.equals(values, plane.values);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(values) + width;
  }
}
