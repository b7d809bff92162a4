package org.cleanplate.imagej.command;

import org.cleanplate.imagej.parameters.MatteVideoParameters;
import org.cleanplate.imagej.run.DifferenceEngine;

/** A process of its own that runs <em>Matte Video...</em> slowly, to be killed meanwhile. */
public final class KilledRun {
  private static final int MILLIS_A_FRAME = 12;

  private KilledRun() {}

  /** The first argument is the macro's option string. */
  public static void main(String[] args) {
    DifferenceEngine engine = new DifferenceEngine();
    engine.beforeFrame = KilledRun::pause;
    boolean good;
    String log;
    try (MacroRunner macro = new MacroRunner()) {
      good =
          macro.run(
              arg ->
                  Launcher.launch(
                      MatteVideoParameters.COMMAND,
                      () -> MatteVideoCommand.command((model, device) -> engine.opened())),
              args[0]);
      log = macro.log();
    }
    System.out.println(log);
    System.exit(good ? 0 : 1);
  }

  private static void pause() {
    try {
      Thread.sleep(MILLIS_A_FRAME);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
