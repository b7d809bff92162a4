package org.cleanplate.imagej.macro;

import org.cleanplate.MattingException;

/** Writes an option string that {@link MacroSyntax#parse} reads back as it was. */
public final class MacroLine {
  private final StringBuilder line = new StringBuilder();

  /** Adds {@code key=value}, quoted if need be. */
  public MacroLine add(String key, String value) {
    return word(key + "=" + quote(key, value));
  }

  /** Adds a whole number, or a number without needless digits: 0.5, not 0.50. */
  public MacroLine add(String key, double value) {
    boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
    return add(key, whole ? Long.toString((long) value) : Double.toString(value));
  }

  /** Adds a bare key if {@code set}. */
  public MacroLine flag(String key, boolean set) {
    return set ? word(key) : this;
  }

  private MacroLine word(String word) {
    if (!line.isEmpty()) {
      line.append(' ');
    }
    line.append(word);
    return this;
  }

  private static String quote(String key, String value) {
    boolean bare =
        !value.isEmpty()
            && value.chars().noneMatch(Character::isWhitespace)
            && value.charAt(0) != '['
            && value.charAt(0) != '\'';
    if (bare) {
      return value;
    }
    if (bracketsBalance(value)) {
      return "[" + value + "]";
    }
    if (value.indexOf('\'') < 0) {
      return "'" + value + "'";
    }
    throw new MattingException(
        "The value of \""
            + key
            + "\" cannot be written in a macro: "
            + value
            + " has both a lone bracket and an apostrophe; rename it");
  }

  private static boolean bracketsBalance(String value) {
    int depth = 0;
    for (int i = 0; i < value.length() && depth >= 0; i++) {
      depth += bracketStep(value.charAt(i));
    }
    return depth == 0;
  }

  /** How a character changes the depth of brackets. */
  static int bracketStep(char character) {
    return switch (character) {
      case '[' -> 1;
      case ']' -> -1;
      default -> 0;
    };
  }

  @Override
  public String toString() {
    return line.toString();
  }
}
