package org.cleanplate.imagej.parameters;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cleanplate.MattingException;

/**
 * Pixels from which no background is learnt.
 *
 * @param region {@code roi} for the selection of the source image, or the path of a file of one or
 *     several selections
 * @param first the first frame or slice in which that holds, from 1
 * @param last the last one
 */
public record ExclusionChoice(String region, long first, long last) {
  /** The word for the selection of the source image. */
  public static final String SELECTION = "roi";

  private static final Pattern RANGE = Pattern.compile("(\\d{1,9})\\s*-\\s*(\\d{1,9})");

  public ExclusionChoice {
    if (first < 1 || last < first) {
      throw new MattingException(
          "Excluded frames are " + first + "-" + last + ", expected two numbers from 1, rising");
    }
  }

  /**
   * Reads the values of two keys.
   *
   * @param frames {@code 200-600}; empty for all frames
   * @throws MattingException if it is anything else
   */
  public static ExclusionChoice parse(String region, Optional<String> frames) {
    if (frames.isEmpty()) {
      return new ExclusionChoice(region, 1, Integer.MAX_VALUE);
    }
    Matcher range = RANGE.matcher(frames.get().strip());
    if (!range.matches()) {
      throw new MattingException(
          "Excluded frames are \"" + frames.get() + "\", expected a range such as 200-600");
    }
    return new ExclusionChoice(
        region, Long.parseLong(range.group(1)), Long.parseLong(range.group(2)));
  }

  /** The range as {@link #parse} reads it; empty for all frames. */
  Optional<String> frames() {
    return last == Integer.MAX_VALUE && first == 1
        ? Optional.empty()
        : Optional.of(first + "-" + last);
  }
}
