package org.cleanplate.samples;

import java.io.IOException;
import java.nio.file.Path;
import org.cleanplate.samples.InstalledImageJ.Result;
import org.cleanplate.testing.XvfbDisplay;

/** The ways to run a macro when nobody watches. */
enum MacroRoute {
  /** The patched ImageJ of {@code run-macro.sh}. */
  HEADLESS,
  /** {@code ImageJ -batch}, patched while it is loaded. */
  AGENT,
  /** {@code ImageJ -batch} as it is published, on a display that nobody sees. */
  XVFB;

  /**
   * Runs a macro in a JVM of its own; one that hangs fails the test. The test does not run if the
   * route needs a display and there is none.
   */
  Result run(InstalledImageJ imageJ, Path macro, String argument)
      throws IOException, InterruptedException {
    return switch (this) {
      case HEADLESS -> imageJ.runHeadless(MacroRunner.class, macro.toString(), argument);
      case AGENT -> imageJ.runWithAgent(macro, argument);
      case XVFB -> {
        try (XvfbDisplay display = XvfbDisplay.start()) {
          yield imageJ.runOnDisplay(display.name(), macro, argument);
        }
      }
    };
  }
}
