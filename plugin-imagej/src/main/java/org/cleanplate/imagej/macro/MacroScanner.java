package org.cleanplate.imagej.macro;

import java.util.Optional;
import org.cleanplate.MattingException;

/** Cuts an option string into words, by the quoting rules of ImageJ. */
final class MacroScanner {
  private final String text;
  private int position;

  MacroScanner(String text) {
    this.text = text;
    skipSpace();
  }

  /** A key with its value, if it has one. */
  record Word(String key, Optional<String> value) {}

  boolean hasNext() {
    return position < text.length();
  }

  Word next() {
    int start = position;
    while (hasNext() && !atSpace() && text.charAt(position) != '=') {
      position++;
    }
    String key = text.substring(start, position);
    Optional<String> value = Optional.empty();
    if (hasNext() && text.charAt(position) == '=') {
      position++;
      value = Optional.of(value(key));
    }
    skipSpace();
    return new Word(key, value);
  }

  private String value(String key) {
    if (!hasNext()) {
      return "";
    }
    return switch (text.charAt(position)) {
      case '[' -> quoted(key, closingBracket(), ']');
      case '\'' -> quoted(key, text.indexOf('\'', position + 1), '\'');
      default -> bareValue();
    };
  }

  private String bareValue() {
    int start = position;
    while (hasNext() && !atSpace()) {
      position++;
    }
    return text.substring(start, position);
  }

  private String quoted(String key, int end, char closing) {
    if (end < 0) {
      throw new MattingException(
          "The value of \""
              + key
              + "\" has no closing "
              + closing
              + ": "
              + text.substring(position));
    }
    String value = text.substring(position + 1, end);
    position = end + 1;
    if (hasNext() && !atSpace()) {
      throw new MattingException(
          "There is no space after the value of \"" + key + "\": ..." + text.substring(end));
    }
    return value;
  }

  /** The bracket that closes the one here, brackets inside counted; -1 if there is none. */
  private int closingBracket() {
    int depth = 0;
    for (int i = position; i < text.length(); i++) {
      depth += MacroLine.bracketStep(text.charAt(i));
      if (depth == 0) {
        return i;
      }
    }
    return -1;
  }

  private boolean atSpace() {
    return Character.isWhitespace(text.charAt(position));
  }

  private void skipSpace() {
    while (hasNext() && atSpace()) {
      position++;
    }
  }
}
