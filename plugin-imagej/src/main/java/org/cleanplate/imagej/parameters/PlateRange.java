package org.cleanplate.imagej.parameters;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cleanplate.MattingException;

/**
 * How long a stretch of a recording shares one plate.
 *
 * @param length over 0
 * @param seconds whether that is a time; otherwise a number of frames
 */
public record PlateRange(double length, boolean seconds) {
  private static final Pattern TEXT = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,6})?)\\s*(s?)");

  /** What {@link #parse} accepts, for the help text. */
  static final String USAGE = "N|[N s]";

  /**
   * Reads {@code 500} or {@code 60 s}.
   *
   * @throws MattingException if it is anything else
   */
  public static PlateRange parse(String text) {
    Matcher matcher = TEXT.matcher(text.strip().toLowerCase(Locale.ROOT));
    if (!matcher.matches() || !(Double.parseDouble(matcher.group(1)) > 0)) {
      throw new MattingException(
          "Range of a background is \"" + text + "\", expected frames such as 500, or [60 s]");
    }
    return new PlateRange(Double.parseDouble(matcher.group(1)), !matcher.group(2).isEmpty());
  }

  /** The text that {@link #parse} reads back. */
  String text() {
    String number =
        length == Math.rint(length) ? Long.toString((long) length) : Double.toString(length);
    return seconds ? number + " s" : number;
  }

  /**
   * The length in frames, at least 1.
   *
   * @param framesPerSecond of the recording, 0 if it is not known
   * @throws MattingException if it is not known and the length is in seconds
   */
  public long frames(double framesPerSecond) {
    if (seconds && !(framesPerSecond > 0)) {
      throw new MattingException(
          "plate_range=["
              + text()
              + "] is a time, but the source has no frame interval: set it in Image>Properties, or"
              + " give a number of frames");
    }
    return Math.max(1, Math.round(seconds ? length * framesPerSecond : length));
  }
}
