package org.cleanplate.fiji;

import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Frees the models that nobody uses, on the GPU and on the CPU. */
@Plugin(
    type = Command.class,
    menuPath = MenuCommand.MENU + "Release Memory",
    headless = true,
    description = "Frees the memory of unused models")
public final class ReleaseMemory extends MenuCommand {
  @Parameter(
      label = "Free unused models after",
      description = "minutes, from now on; -1: as before",
      persist = false)
  private int idleMinutes = -1;

  /** Called by SciJava. */
  public ReleaseMemory() {
    super("Release Memory");
  }

  @Override
  void describe(Inputs inputs) {
    if (idleMinutes >= 0) {
      inputs.add("engine_idle", Integer.toString(idleMinutes));
    }
  }
}
