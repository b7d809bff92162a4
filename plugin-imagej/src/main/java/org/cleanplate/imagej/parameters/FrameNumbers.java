package org.cleanplate.imagej.parameters;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cleanplate.MattingException;

/**
 * Some frames of a source, as a user lists them: {@code 3,10,20-24}.
 *
 * @param numbers from 1, each over the one before; at least one
 */
public record FrameNumbers(List<Integer> numbers) {
  /** What {@link #parse} accepts, for the help text. */
  public static final String USAGE = "N,N-M,...";

  private static final Pattern PART = Pattern.compile("(\\d{1,9})(?:-(\\d{1,9}))?");
  private static final int MOST = 10_000;

  public FrameNumbers {
    numbers = List.copyOf(numbers);
  }

  /**
   * Reads a list.
   *
   * @throws MattingException if it is none, or not in order
   */
  public static FrameNumbers parse(String text) {
    List<Integer> numbers = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      Matcher range = PART.matcher(part.strip());
      if (!range.matches()) {
        throw wrong(text);
      }
      int first = Integer.parseInt(range.group(1));
      int last = range.group(2) == null ? first : Integer.parseInt(range.group(2));
      int before = numbers.isEmpty() ? 0 : numbers.get(numbers.size() - 1);
      if (first <= before || last < first || last - first >= MOST - numbers.size()) {
        throw wrong(text);
      }
      for (int number = first; number <= last; number++) {
        numbers.add(number);
      }
    }
    return new FrameNumbers(numbers);
  }

  private static MattingException wrong(String text) {
    return new MattingException(
        "Frames are \""
            + text
            + "\", expected numbers from 1 in rising order, such as 3,10,20-24, and at most "
            + MOST);
  }

  /** The text that {@link #parse} reads back. */
  public String text() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < numbers.size(); i++) {
      int end = i;
      while (end + 1 < numbers.size() && numbers.get(end + 1) == numbers.get(end) + 1) {
        end++;
      }
      text.append(text.isEmpty() ? "" : ",").append(numbers.get(i));
      if (end > i) {
        text.append('-').append(numbers.get(end));
      }
      i = end;
    }
    return text.toString();
  }
}
