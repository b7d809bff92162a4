package org.cleanplate.video;

import org.cleanplate.MattingException;

/**
 * How much of the picture a lossy video keeps.
 *
 * @param percent 1..100; each 10 more make a file about half as large again
 */
public record Quality(int percent) {
  public static final int LEAST = 1;
  public static final int MOST = 100;

  /** Hard to tell from the original. */
  public static final Quality DEFAULT = new Quality(80);

  /** Bits a pixel that platform encoders are given at the default quality. */
  private static final double DEFAULT_BITS_PER_PIXEL = 0.5;

  private static final double PERCENT_OF_TWICE_THE_BITS = 15;

  public Quality {
    if (percent < LEAST || percent > MOST) {
      throw new MattingException("Quality is " + percent + ", expected 1 to 100");
    }
  }

  /** Its place on an encoder's own scale. */
  int between(int worst, int best) {
    return (int) Math.round(worst + (best - worst) * percent / (double) MOST);
  }

  String text(int worst, int best) {
    return Integer.toString(between(worst, best));
  }

  long bitsPerSecond(long pixelsPerSecond) {
    double factor = Math.pow(2, (percent - DEFAULT.percent) / PERCENT_OF_TWICE_THE_BITS);
    return Math.round(pixelsPerSecond * DEFAULT_BITS_PER_PIXEL * factor);
  }
}
