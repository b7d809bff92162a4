package org.cleanplate.fiji.training;

import ij.IJ;
import ij.plugin.PlugIn;
import java.awt.GraphicsEnvironment;
import org.cleanplate.imagej.macro.MacroCall;
import org.cleanplate.imagej.run.Failures;

/**
 * <em>Plugins&gt;Background Matting&gt;Training Dashboard...</em>
 *
 * <p>Needs nothing but ImageJ to load: libraries that are missing are answered for here.
 */
public final class TrainingDashboard implements PlugIn {
  /** As the menu shows it. */
  public static final String COMMAND = "Training Dashboard...";

  @Override
  public void run(String arg) {
    if (GraphicsEnvironment.isHeadless() || MacroCall.options().isPresent()) {
      throw MacroCall.abort(
          COMMAND,
          "is a window for people: in a macro use run(\"Train Model...\", \"stage=...\"), the line"
              + " that its button \"Copy as macro\" gives");
    }
    Runnable window = DashboardFrame::open;
    try {
      window.run();
    } catch (LinkageError e) {
      IJ.error(COMMAND, Failures.message(e));
    }
  }
}
