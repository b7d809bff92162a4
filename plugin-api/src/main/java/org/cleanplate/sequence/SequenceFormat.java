package org.cleanplate.sequence;

import java.util.Arrays;
import java.util.Locale;
import org.cleanplate.MattingException;

/** The kinds of picture files that can be written; both are lossless. */
public enum SequenceFormat {
  PNG("png"),
  TIFF("tif");

  private final String extension;

  SequenceFormat(String extension) {
    this.extension = extension;
  }

  /** Without the dot. */
  public String extension() {
    return extension;
  }

  /**
   * Reads {@code png}, {@code tif} or {@code tiff} in any case.
   *
   * @throws MattingException if it is none of these
   */
  public static SequenceFormat parse(String text) {
    String word = text.strip().toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(f -> word.equals(f.extension) || word.equals(f.name().toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new MattingException(
                    "Format of the pictures is \"" + text + "\", expected PNG or TIFF"));
  }
}
