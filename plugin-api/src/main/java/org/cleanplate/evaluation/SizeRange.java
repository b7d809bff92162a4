package org.cleanplate.evaluation;

import org.cleanplate.MattingException;

/**
 * How large subjects are drawn, each anew: 1 fits its picture into the frame.
 *
 * @param least over 0
 * @param most at least as large, up to 10
 */
public record SizeRange(double least, double most) {
  /** That of the published training and evaluation. */
  public static final SizeRange PUBLISHED = new SizeRange(0.3, 1);

  private static final double LARGEST = 10;

  public SizeRange {
    if (!(least > 0 && least <= most && most <= LARGEST)) {
      throw new MattingException(
          "Sizes of subjects are "
              + least
              + " to "
              + most
              + ", expected two rising numbers over 0 and up to "
              + LARGEST
              + ", such as 0.3 and 1");
    }
  }
}
