package org.cleanplate.imagej.macro;

import ij.Macro;
import java.util.Optional;
import org.cleanplate.launch.HostMacro;

/**
 * How a command was called, and how it ends a macro that cannot go on.
 *
 * <p>A command runs unattended if it was given options, if it is in batch mode, or if ImageJ has no
 * window. It then never opens a dialog.
 */
public final class MacroCall {
  private MacroCall() {}

  /** The option string of an unattended call, empty but present if none was given. */
  public static Optional<String> options() {
    String options = Macro.getOptions();
    if (options != null) {
      return Optional.of(options.strip());
    }
    return HostMacro.isUnattended() ? Optional.of("") : Optional.empty();
  }

  /**
   * Tells the Log why and ends the running macro or script, without a dialog.
   *
   * @return to be thrown by the caller; ImageJ knows it and shows nothing
   */
  public static RuntimeException abort(String command, String message) {
    return HostMacro.abort(command, message);
  }
}
