package org.cleanplate.launch;

import ij.IJ;
import ij.plugin.PlugIn;

/**
 * What every entry of the menu calls: {@code Run("class")} runs an ImageJ plugin of the engine, on
 * the thread that ImageJ started for the command, by whose name it finds the macro's options.
 */
public final class Run implements PlugIn {
  private static final String TITLE = "Cleanplate";

  @Override
  public void run(String className) {
    try {
      Engine.open().run(className);
    } catch (InstallationException e) {
      if (HostMacro.isUnattended()) {
        throw HostMacro.abort(TITLE, e.getMessage());
      }
      IJ.error(TITLE, e.getMessage());
    }
  }
}
