package org.cleanplate.imagej.parameters;

import java.util.List;
import java.util.OptionalInt;
import org.cleanplate.imagej.macro.MacroKey;
import org.cleanplate.imagej.macro.MacroLine;
import org.cleanplate.imagej.macro.MacroOptions;
import org.cleanplate.imagej.macro.MacroSyntax;

/**
 * One run of <em>Release Memory...</em>.
 *
 * @param idleMinutes for how long models are kept from now on that nobody uses; empty to leave that
 *     as it is
 */
public record ReleaseMemoryParameters(OptionalInt idleMinutes) {
  /** As the menu shows it; a constant, so that it can be told when nothing else loads. */
  public static final String COMMAND = "Release Memory...";

  /** A week. */
  public static final int MOST_IDLE_MINUTES = 7 * 24 * 60;

  private static final String IDLE = "engine_idle";

  /** The keys of the command. */
  public static final MacroSyntax SYNTAX =
      new MacroSyntax(
          COMMAND,
          List.of(
              new MacroKey(
                  IDLE,
                  "minutes",
                  "free a model by itself once nobody has used it for that long, from now on;"
                      + " 0: at once; at first 10")));

  /**
   * Reads the option string of a macro.
   *
   * @throws org.cleanplate.MattingException if it holds anything that is not understood
   */
  public static ReleaseMemoryParameters parse(String text) {
    MacroOptions options = SYNTAX.parse(text);
    return new ReleaseMemoryParameters(options.integer(IDLE, 0, MOST_IDLE_MINUTES));
  }

  /** The option string that {@link #parse} reads back as this. */
  public String toMacro() {
    MacroLine line = new MacroLine();
    idleMinutes.ifPresent(minutes -> line.add(IDLE, minutes));
    return line.toString();
  }
}
