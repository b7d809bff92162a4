package org.cleanplate.launch;

import ij.IJ;
import ij.Macro;
import ij.macro.Interpreter;

/** Whether somebody watches, and how a command that cannot go on ends a macro. */
public final class HostMacro {
  private HostMacro() {}

  /** Whether the running command must not open a dialog: a macro, batch mode, or no window. */
  public static boolean isUnattended() {
    return Macro.getOptions() != null || IJ.getInstance() == null || Interpreter.isBatchMode();
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
