package org.cleanplate.fiji.studio.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/** Breaks a text between words. */
final class WrappedText {
  private WrappedText() {}

  /**
   * The lines of a text.
   *
   * @param width measures a line
   * @param most what a line may be wide; a word alone may be wider
   */
  static List<String> lines(String text, ToIntFunction<String> width, int most) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split("\\s+")) {
      if (!line.isEmpty() && width.applyAsInt(line + " " + word) > most) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
