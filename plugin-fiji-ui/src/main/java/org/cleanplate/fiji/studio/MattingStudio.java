package org.cleanplate.fiji.studio;

import ij.IJ;
import ij.plugin.PlugIn;
import java.awt.GraphicsEnvironment;
import org.cleanplate.imagej.macro.MacroCall;
import org.cleanplate.imagej.run.Failures;

/**
 * <em>Plugins&gt;Background Matting&gt;Matting Studio...</em>
 *
 * <p>Needs nothing but ImageJ to load: libraries that are missing are answered for here.
 */
public final class MattingStudio implements PlugIn {
  /** As the menu shows it. */
  public static final String COMMAND = "Matting Studio...";

  @Override
  public void run(String arg) {
    if (GraphicsEnvironment.isHeadless()) {
      throw MacroCall.abort(COMMAND, "is a window and there is no display: use Matte Stack...");
    }
    if (MacroCall.options().isPresent()) {
      throw MacroCall.abort(
          COMMAND,
          "is a window for people: in a macro use run(\"Matte Stack...\", \"background=...\"), the"
              + " line that its button \"Copy as macro\" gives");
    }
    Runnable window = StudioFrame::open;
    try {
      window.run();
    } catch (LinkageError e) {
      IJ.error(COMMAND, Failures.message(e));
    }
  }
}
