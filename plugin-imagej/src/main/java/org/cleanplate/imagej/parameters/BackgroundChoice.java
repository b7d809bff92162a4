package org.cleanplate.imagej.parameters;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cleanplate.MattingException;
import org.cleanplate.plate.estimate.Quantile;

/** Where the user takes the clean plate from. */
public sealed interface BackgroundChoice {

  /** What the source itself shows most of the time, or in its darkest or brightest moments. */
  record Estimated(Quantile quantile) implements BackgroundChoice {
    /** The usual one. */
    public static final Estimated MEDIAN = new Estimated(Quantile.MEDIAN);
  }

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
  String USAGE = "title|path|median|minimum|maximum|[quantile Q]|[slice N]";

  /**
   * Reads {@code median}, {@code minimum}, {@code maximum}, {@code quantile 0.2}, {@code slice 3}
   * or {@code frame 3}; all else is a name.
   */
  static BackgroundChoice parse(String text) {
    String word = text.strip().toLowerCase(Locale.ROOT);
    Optional<Quantile> quantile = parseQuantile(word);
    if (quantile.isPresent()) {
      return new Estimated(quantile.get());
    }
    Matcher numbered = Pattern.compile("(?:slice|frame)\\s*(\\d{1,9})").matcher(word);
    if (numbered.matches()) {
      return new Numbered(Integer.parseInt(numbered.group(1)));
    }
    return new Named(text);
  }

  /** Reads {@code median}, {@code minimum}, {@code maximum} or {@code quantile 0.2}. */
  static Optional<Quantile> parseQuantile(String text) {
    String word = text.strip().toLowerCase(Locale.ROOT);
    Matcher number = Pattern.compile("quantile\\s*(\\d{0,9}\\.?\\d{1,9})").matcher(word);
    if (number.matches()) {
      return Optional.of(new Quantile(Double.parseDouble(number.group(1))));
    }
    return Stream.of(Quantile.MEDIAN, Quantile.MINIMUM, Quantile.MAXIMUM)
        .filter(quantile -> quantile.key().equals(word))
        .findFirst();
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
    if (this instanceof Estimated estimated) {
      return estimated.quantile().key();
    }
    return ((Named) this).name();
  }
}
