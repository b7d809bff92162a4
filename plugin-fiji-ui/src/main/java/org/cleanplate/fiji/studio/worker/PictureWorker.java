package org.cleanplate.fiji.studio.worker;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.swing.SwingUtilities;

/** Makes pictures on a thread of its own and hands them to the event thread. */
public final class PictureWorker implements AutoCloseable {
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(task -> Daemons.of("pictures", task));

  /** Makes something and returns at once. */
  public <T> void make(Supplier<T> maker, Consumer<T> taker) {
    worker.execute(
        () -> {
          T made = maker.get();
          SwingUtilities.invokeLater(() -> taker.accept(made));
        });
  }

  /** Ends the thread; what was asked for before is still made. */
  @Override
  public void close() {
    worker.shutdown();
  }
}
