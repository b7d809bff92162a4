package org.cleanplate.matte;

import java.nio.FloatBuffer;
import org.cleanplate.MattingException;

/**
 * How alpha becomes a mask of things.
 *
 * @param threshold the alpha from which a pixel is in, over 0 and up to 1
 * @param minAreaPixels smaller connected parts are no things, at least 1
 */
public record MaskOptions(double threshold, int minAreaPixels) {
  public static final MaskOptions DEFAULT = new MaskOptions(0.5, 1);

  public MaskOptions {
    if (!(threshold > 0 && threshold <= 1)) {
      throw new MattingException(
          "Mask threshold is " + threshold + ", expected a number over 0 and up to 1");
    }
    if (minAreaPixels < 1) {
      throw new MattingException(
          "Least area is " + minAreaPixels + " pixels, expected a whole number of at least 1");
    }
  }

  /** The things in an alpha of rows of {@code width}. */
  public Components components(FloatBuffer alpha, int width) {
    return Components.of(alpha, width, threshold, minAreaPixels);
  }
}
