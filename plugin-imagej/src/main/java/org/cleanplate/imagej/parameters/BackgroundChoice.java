package org.cleanplate.imagej.parameters;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cleanplate.MattingException;

/** Where the user takes the clean plate from. */
public sealed interface BackgroundChoice {

  /** The temporal median of the source. */
  record Median() implements BackgroundChoice {}

  /**
   * A picture of the source itself, one in which the subject is out of view.
   *
   * @param number from 1
   */
  record Numbered(int number) implements BackgroundChoice {
    public Numbered {
      if (number < 1) {
        throw new MattingException(
            "Background is picture " + number + " of the source, but they are counted from 1");
      }
    }
  }

  /** The title or id of an open image, or the path of a file. */
  record Named(String name) implements BackgroundChoice {}

  /** What {@link #parse} accepts, for the help text. */
  String USAGE = "title|path|median|[slice N]";

  /** Reads {@code median}, {@code slice 3} or {@code frame 3}; all else is a name. */
  static BackgroundChoice parse(String text) {
    String word = text.strip().toLowerCase(Locale.ROOT);
    if (word.equals("median")) {
      return new Median();
    }
    Matcher numbered = Pattern.compile("(?:slice|frame)\\s*(\\d{1,9})").matcher(word);
    if (numbered.matches()) {
      return new Numbered(Integer.parseInt(numbered.group(1)));
    }
    return new Named(text);
  }

  /**
   * The value that {@link #parse} reads back.
   *
   * @param unit what the source consists of: {@code "slice"} or {@code "frame"}
   */
  default String text(String unit) {
    if (this instanceof Numbered numbered) {
      return unit + " " + numbered.number();
    }
    return this instanceof Named named ? named.name() : "median";
  }
}
