package org.cleanplate.fiji;

import java.util.Map;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Compares a background with a frame, in a row of Results and in words. */
@Plugin(
    type = Command.class,
    menuPath = MenuCommand.MENU + "Check Background",
    headless = true,
    description = "Whether a background fits a frame")
public final class CheckBackground extends MenuCommand {
  @Parameter(label = "Stack", description = Described.STACK, required = false, persist = false)
  private String source = "";

  @Parameter(label = "or video", description = Described.VIDEO, required = false, persist = false)
  private String video = "";

  @Parameter(label = "Background", description = Described.BACKGROUND, persist = false)
  private String background = "";

  @Parameter(label = "Frame", description = "which to look at, from 1", min = "1", persist = false)
  private int frame = 1;

  @Parameter(type = ItemIO.OUTPUT, label = "Verdict")
  private String verdict;

  /** Called by SciJava. */
  public CheckBackground() {
    super("Check Background");
  }

  @Override
  void describe(Inputs inputs) {
    inputs.add("source", source);
    inputs.add("video", video);
    inputs.add("background", background);
    inputs.add("frame", Integer.toString(frame));
  }

  @Override
  void take(Map<String, Object> outputs) {
    verdict = (String) outputs.get("verdict");
  }
}
