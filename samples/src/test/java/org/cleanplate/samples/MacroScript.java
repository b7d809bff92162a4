package org.cleanplate.samples;

import java.nio.file.Path;

/**
 * A macro that runs others one after the other, in one JVM whatever the route is, and prints where
 * each begins and how it ended.
 */
final class MacroScript {
  private static final String BEGIN = "### begin ";
  private static final String END = "### end ";

  private final StringBuilder text = new StringBuilder();

  /** A macro file with its argument. */
  MacroScript file(String name, Path macro, String argument) {
    return step(name, "runMacro(" + quoted(macro.toString()) + ", " + quoted(argument) + ")");
  }

  /** A macro of a few lines; it ends with {@code return "done"}. */
  MacroScript lines(String name, String macro) {
    return step(name, "eval(" + quoted(macro + "\nreturn \"done\";\n") + ")");
  }

  private MacroScript step(String name, String call) {
    text.append("print(").append(quoted(BEGIN + name)).append(");\n");
    text.append("result = ").append(call).append(";\n");
    text.append("print(").append(quoted(END + name + " ")).append(" + result);\n");
    return this;
  }

  /** The macro's text. */
  String text() {
    return text.toString();
  }

  /** What was printed while a step ran, and how it ended: the last line. */
  static String transcriptOf(String name, String output) {
    int begin = output.indexOf(BEGIN + name + "\n");
    int end = output.indexOf(END + name + " ");
    if (begin < 0 || end < 0) {
      throw new AssertionError(name + " was not run to its end:\n" + output);
    }
    int lineEnd = output.indexOf('\n', end);
    return output.substring(begin, lineEnd < 0 ? output.length() : lineEnd);
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }
}
