package org.cleanplate.imagej.command;

/** A process of its own that runs <em>Matte Video...</em> slowly, to be killed meanwhile. */
public final class KilledRun {
  private static final int MILLIS_A_FRAME = 12;

  private KilledRun() {}

  /** The first argument is the macro's option string. */
  public static void main(String[] args) {
    boolean good;
    String log;
    try (MatteVideoRunner matting = new MatteVideoRunner()) {
      matting.engine().beforeFrame = KilledRun::pause;
      good = matting.run(args[0]);
      log = matting.log();
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
