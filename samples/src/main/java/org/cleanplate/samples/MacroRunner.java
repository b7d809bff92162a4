package org.cleanplate.samples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.TimeUnit;

/**
 * Runs one ImageJ macro without a display: {@code MacroRunner MACRO.ijm [ARGUMENT]}. Unlike
 * ImageJ's own, its exit code means something: 0 if the macro ran to its end, 1 if it did not (an
 * error, {@code exit}, an unknown or failing command, the time limit), 2 if it could not be
 * started.
 */
public final class MacroRunner {
  /** System property: minutes after which a macro that still runs has failed. */
  static final String TIME_LIMIT = "cleanplate.timeLimitMinutes";

  private static final long DEFAULT_TIME_LIMIT_MINUTES = TimeUnit.HOURS.toMinutes(12);

  private MacroRunner() {}

  public static void main(String[] arguments) {
    if (arguments.length < 1 || arguments.length > 2) {
      System.err.println("Usage: MacroRunner MACRO.ijm [ARGUMENT]");
      System.exit(2);
    }
    Path macro = Path.of(arguments[0]);
    if (!Files.isRegularFile(macro)) {
      System.err.println("There is no macro file " + macro.toAbsolutePath());
      System.exit(2);
    }
    limitTime(Long.getLong(TIME_LIMIT, DEFAULT_TIME_LIMIT_MINUTES));
    String argument = arguments.length == 2 ? arguments[1] : "";
    try {
      boolean finished = HeadlessImageJ.start().run(macro, argument);
      if (!finished) {
        System.err.println(macro.getFileName() + " did not finish.");
      }
      System.exit(finished ? 0 : 1);
    } catch (IOException e) {
      System.err.println("Cannot read " + macro.toAbsolutePath() + ": " + e.getMessage());
      System.exit(2);
    }
  }

  private static void limitTime(long minutes) {
    new Timer("time limit", true)
        .schedule(
            new TimerTask() {
              @Override
              public void run() {
                System.err.println("The macro still ran after " + minutes + " minutes: stopped.");
                System.exit(1);
              }
            },
            TimeUnit.MINUTES.toMillis(minutes));
  }
}
