package org.cleanplate.plate.estimate;

import java.util.Locale;
import org.cleanplate.MattingException;

/**
 * Which of a pixel's values in time is taken for the background: the one that this share of the
 * others does not exceed. Where it falls between two, the lower one is taken, so that a plate holds
 * only values that were seen.
 *
 * @param share 0 for the smallest value, 0.5 for the median, 1 for the largest
 */
public record Quantile(double share) {
  /** Right wherever the subject covers a pixel less than half of the time. */
  public static final Quantile MEDIAN = new Quantile(0.5);

  /** For a subject brighter than its background: cells that glow. */
  public static final Quantile MINIMUM = new Quantile(0);

  /** For a subject darker than its background: animals in a bright arena. */
  public static final Quantile MAXIMUM = new Quantile(1);

  public Quantile {
    if (!(share >= 0 && share <= 1)) {
      throw new MattingException("Quantile is " + share + ", expected a number from 0 to 1");
    }
  }

  /** The word that users write and read: {@code median}, {@code quantile 0.2}. */
  public String key() {
    if (equals(MEDIAN)) {
      return "median";
    }
    if (equals(MINIMUM)) {
      return "minimum";
    }
    return equals(MAXIMUM)
        ? "maximum"
        : "quantile " + String.format(Locale.ROOT, "%.4f", share).replaceAll("0+$", "");
  }

  /** Its place among {@code count} values in ascending order. */
  int index(int count) {
    return (int) Math.floor((count - 1) * share);
  }
}
