package org.cleanplate.imagej.command;

import ij.IJ;
import java.util.Optional;
import java.util.function.Supplier;
import org.cleanplate.imagej.macro.MacroCall;
import org.cleanplate.imagej.run.Failures;

/**
 * Starts a command and answers for libraries that are missing or do not load.
 *
 * <p>ImageJ only prints a {@link LinkageError} and goes on with the macro. So this class, and the
 * plugins that call it, need nothing but ImageJ to load; all else is reached from inside the
 * supplier.
 */
final class Launcher {
  private Launcher() {}

  /**
   * Runs a command.
   *
   * @param name as the menu shows it
   * @param command not asked before the guard stands
   */
  static void launch(String name, Supplier<Command<?>> command) {
    Optional<String> options = MacroCall.options();
    try {
      command.get().run(options);
    } catch (LinkageError e) {
      if (options.isPresent()) {
        throw MacroCall.abort(name, Failures.message(e));
      }
      IJ.error(name, Failures.message(e));
    }
  }
}
