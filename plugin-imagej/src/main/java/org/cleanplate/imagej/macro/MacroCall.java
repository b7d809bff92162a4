package org.cleanplate.imagej.macro;

import ij.IJ;
import ij.Macro;
import ij.macro.Interpreter;
import java.util.Optional;

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
    boolean unattended = IJ.getInstance() == null || Interpreter.isBatchMode();
    return unattended ? Optional.of("") : Optional.empty();
  }

  /**
   * Tells the Log why and ends the running macro or script.
   *
   * <p>ImageJ swallows every exception of a command and goes on with the macro's next line. {@link
   * IJ#error(String, String)} does end the macro, but by way of a dialog. So the interpreter is
   * told to keep errors to itself before it hears of this one; that leaves it stopped and ImageJ
   * ready to throw on return to a calling macro, and nothing on the screen but the Log.
   *
   * @return to be thrown by the caller; ImageJ knows it and shows nothing
   */
  public static RuntimeException abort(String command, String message) {
    Interpreter interpreter = Interpreter.getInstance();
    String line = command + ": " + message;
    if (interpreter == null) {
      IJ.log(line);
    } else {
      IJ.log(line + " (line " + interpreter.getLineNumber() + " of the macro)");
      interpreter.setIgnoreErrors(true);
      IJ.redirectErrorMessages(true);
      IJ.error(command, message);
      IJ.redirectErrorMessages(false);
    }
    Macro.abort();
    return new RuntimeException(Macro.MACRO_CANCELED);
  }
}
