package org.cleanplate.imagej.command;

import ij.IJ;
import ij.ImagePlus;
import ij.Macro;
import ij.WindowManager;
import ij.macro.Interpreter;
import ij.plugin.PlugIn;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Runs commands in batch mode as a macro's {@code run("...", "options")} does. */
final class MacroRunner implements AutoCloseable {
  private final String threadName = Thread.currentThread().getName();
  private final PrintStream standardOutput = System.out;
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();

  MacroRunner() {
    Interpreter.batchMode = true;
    // ImageJ hands options only to threads of such a name.
    Thread.currentThread().setName("Run$_test");
    System.setOut(new PrintStream(log, true, StandardCharsets.UTF_8));
  }

  /** Makes an image open and current. */
  ImagePlus open(ImagePlus image) {
    Interpreter.addBatchModeImage(image);
    WindowManager.setTempCurrentImage(image);
    return image;
  }

  /** Runs a command; true if the macro would go on with its next line. */
  boolean run(PlugIn command, String options) {
    Macro.setOptions(options);
    try {
      command.run("");
      return true;
    } catch (RuntimeException e) {
      if (Macro.MACRO_CANCELED.equals(e.getMessage())) {
        return false;
      }
      throw e;
    } finally {
      Macro.setOptions(null);
    }
  }

  /** What was written to the Log so far. */
  String log() {
    return log.toString(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    System.setOut(standardOutput);
    IJ.resetEscape();
    int[] ids = Interpreter.getBatchModeImageIDs();
    for (int id : ids) {
      Interpreter.removeBatchModeImage(WindowManager.getImage(id));
    }
    WindowManager.setTempCurrentImage(null);
    Interpreter.batchMode = false;
    Thread.currentThread().setName(threadName);
  }
}
