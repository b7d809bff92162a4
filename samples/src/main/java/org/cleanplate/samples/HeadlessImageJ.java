package org.cleanplate.samples;

import java.nio.file.Path;
import net.imagej.patcher.LegacyInjector;

/**
 * ImageJ 1 without a display. ImageJ itself cannot run a command headless: its menus are windows.
 * The patcher of ImageJ2 takes the windows out of its classes before they are loaded, so this class
 * must come before any other that mentions them.
 *
 * <p>The JVM needs {@code -Djava.awt.headless=true}, {@code -Dplugins.dir=FOLDER} and {@code
 * --add-opens java.base/java.lang=ALL-UNNAMED}. One ImageJ a JVM, used by one thread.
 */
public final class HeadlessImageJ {
  private final MacroSession session;

  private HeadlessImageJ(MacroSession session) {
    this.session = session;
  }

  /** Starts ImageJ; its commands are those of the folder {@code plugins.dir}. */
  public static HeadlessImageJ start() {
    LegacyInjector.preinit();
    return new HeadlessImageJ(new MacroSession());
  }

  /**
   * Runs a macro to its end. What it prints goes to the standard output, error messages to the
   * standard error.
   *
   * @param argument what {@code getArgument()} returns
   * @return whether it finished: no error, no {@code exit}, no command that failed
   */
  public boolean run(Path macro, String argument) throws java.io.IOException {
    return session.run(macro, argument);
  }
}
