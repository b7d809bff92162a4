package org.cleanplate.imagej.macro;

import ij.IJ;
import ij.plugin.frame.Recorder;

/** Writes a run into ImageJ's recorder as the one line that repeats it. */
public final class MacroRecording {
  private MacroRecording() {}

  /**
   * Records the command if the recorder is open, in the language chosen there. What ImageJ recorded
   * of the dialog by itself is dropped: its keys come from labels.
   */
  public static void record(String command, String options) {
    if (!IJ.recording()) {
      return;
    }
    Recorder.setCommand(null);
    Recorder.recordString(line(command, options, Recorder.scriptMode()) + "\n");
  }

  /** The line in the macro language, or as a script calls it. */
  public static String line(String command, String options, boolean script) {
    return (script ? "IJ.run(\"" : "run(\"")
        + escape(command)
        + "\", \""
        + escape(options)
        + "\");";
  }

  private static String escape(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"");
  }
}
