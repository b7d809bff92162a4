package org.cleanplate.fiji.window;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;
import javax.swing.SwingUtilities;

/**
 * Builds a window piece by piece, each in an event of its own: between them ImageJ draws and
 * listens. Used by the event thread.
 */
public final class Stages {
  private final Queue<Runnable> steps = new ArrayDeque<>();
  private final Consumer<LinkageError> failed;

  /**
   * @param failed hears that a library is missing; nothing more is built then
   */
  public Stages(Consumer<LinkageError> failed) {
    this.failed = failed;
  }

  /** Adds something that is done after all that was added before. */
  public Stages then(Runnable step) {
    steps.add(step);
    return this;
  }

  /** Begins. A step is done when what the one before has changed is laid out and drawn. */
  public void start() {
    SwingUtilities.invokeLater(this::next);
  }

  /** Leaves the rest undone. */
  public void cancel() {
    steps.clear();
  }

  private void next() {
    Runnable step = steps.poll();
    if (step == null) {
      return;
    }
    try {
      step.run();
      start();
    } catch (LinkageError e) {
      cancel();
      failed.accept(e);
    }
  }
}
