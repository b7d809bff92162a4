package org.cleanplate.fiji;

import java.util.Map;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Finds out what computes, and what CUDA lacks on this machine. */
@Plugin(
    type = Command.class,
    menuPath = MenuCommand.MENU + "GPU Check",
    headless = true,
    description = "What computes, and what CUDA lacks")
public final class GpuCheck extends MenuCommand {
  @Parameter(type = ItemIO.OUTPUT, label = "Report")
  private String report;

  /** Called by SciJava. */
  public GpuCheck() {
    super("GPU Check");
  }

  @Override
  void describe(Inputs inputs) {}

  @Override
  void take(Map<String, Object> outputs) {
    report = (String) outputs.get("report");
  }
}
