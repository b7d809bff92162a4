package org.cleanplate.samples;

import ij.IJ;
import ij.Macro;
import ij.WindowManager;
import ij.macro.Interpreter;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import net.imagej.patcher.EssentialLegacyHooks;
import net.imagej.patcher.LegacyInjector;

/** Runs macros in the patched ImageJ and finds out what ImageJ hides: whether they finished. */
final class MacroSession {
  // ImageJ writes a command's uncaught exception to its log and lets the macro go on.
  private static final Pattern STACK_TRACE =
      Pattern.compile("^\\S+(?:Exception|Error)\\b.*\\n\\s+at ", Pattern.DOTALL);

  private boolean commandFailed;

  MacroSession() {
    MessageBoxes boxes = new MessageBoxes(System.out);
    System.setOut(boxes);
    LegacyInjector.installHooks(
        getClass().getClassLoader(),
        new EssentialLegacyHooks() {
          @Override
          public void log(String message) {
            boxes.expect(message);
            if (message != null && STACK_TRACE.matcher(message).find()) {
              commandFailed = true;
            }
          }
        });
    IJ.runPlugIn("ij.IJ.init", "");
  }

  boolean run(Path macro, String argument) throws IOException {
    String text = Files.readString(macro);
    commandFailed = false;
    IJ.getErrorMessage(); // forgets the last one
    Interpreter interpreter = new Interpreter();
    try {
      interpreter.run(text, argument);
      String error = lastError(interpreter);
      if (error != null) {
        System.err.println(error);
      }
      return error == null && !interpreter.wasError() && !commandFailed;
    } catch (RuntimeException e) {
      interpreter.abortMacro();
      if (!Macro.MACRO_CANCELED.equals(e.getMessage())) {
        e.printStackTrace();
      }
      return false;
    } finally {
      WindowManager.closeAllWindows();
    }
  }

  /**
   * After an error of its own ImageJ stops only at the next command, so the last error may pass; a
   * command of Cleanplate that fails stops the macro without a word.
   */
  private static String lastError(Interpreter interpreter) {
    String error = interpreter.getErrorMessage();
    return error == null ? IJ.getErrorMessage() : error;
  }

  /**
   * Without a window ImageJ prints both its log and the text of message boxes to the standard
   * output. Here only the log stays there; message boxes go to the standard error.
   */
  private static final class MessageBoxes extends PrintStream {
    private String logged;

    MessageBoxes(PrintStream out) {
      super(out, true);
    }

    /** The next line is this one if it comes from the log. */
    void expect(String message) {
      logged = message;
    }

    @Override
    public void println(String line) {
      boolean fromLog = line != null && line.equals(logged);
      logged = null;
      if (fromLog) {
        super.println(line);
      } else {
        System.err.println(line);
      }
    }
  }
}
