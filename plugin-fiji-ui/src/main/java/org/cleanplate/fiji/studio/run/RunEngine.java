package org.cleanplate.fiji.studio.run;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.cleanplate.MattingException;
import org.cleanplate.fiji.studio.worker.Daemons;
import org.cleanplate.imagej.parameters.MatteStackParameters;
import org.cleanplate.imagej.run.EngineProvider;
import org.cleanplate.imagej.run.Failures;
import org.cleanplate.imagej.run.RunLog;
import org.cleanplate.imagej.run.RunMonitor;
import org.cleanplate.imagej.run.StackMatting;
import org.cleanplate.progress.Cancellation;
import org.cleanplate.progress.Progress;

/**
 * Does what the macro command does, on a thread of its own: the same parameters give the same
 * images. Esc in ImageJ's window cancels as well. Any thread may call.
 */
public final class RunEngine {
  private final EngineProvider engines;
  private final Consumer<ImagePlus> opener;
  private final Executor listenersThread;
  private final RunListener listener;
  private Optional<Cancellation> running = Optional.empty();

  /**
   * Nothing runs yet.
   *
   * @param opener shows a result
   * @param listenersThread runs the calls of {@code listener}, one after the other
   */
  public RunEngine(
      EngineProvider engines,
      Consumer<ImagePlus> opener,
      Executor listenersThread,
      RunListener listener) {
    this.engines = engines;
    this.opener = opener;
    this.listenersThread = listenersThread;
    this.listener = listener;
  }

  /**
   * Starts a run and returns at once.
   *
   * @return whether it started; only one runs at a time
   */
  public synchronized boolean start(MatteStackParameters parameters) {
    if (running.isPresent()) {
      return false;
    }
    Cancellation cancellation = new Cancellation();
    running = Optional.of(cancellation);
    Daemons.of("run", () -> run(parameters, cancellation)).start();
    return true;
  }

  /** Asks the run to stop; it is over when the listener hears so. */
  public synchronized void cancel() {
    running.ifPresent(Cancellation::cancel);
  }

  private void run(MatteStackParameters parameters, Cancellation cancellation) {
    LocalDateTime started = LocalDateTime.now();
    long startNanos = System.nanoTime();
    AtomicLong frames = new AtomicLong();
    List<String> log = new CopyOnWriteArrayList<>();
    RunOutcome outcome = outcome(parameters, cancellation, frames, log);
    Duration elapsed = Duration.ofNanos(System.nanoTime() - startNanos);
    synchronized (this) {
      running = Optional.empty();
    }
    PastRun run = new PastRun(started, elapsed, frames.get(), parameters, outcome, log);
    listenersThread.execute(() -> listener.ended(run));
  }

  private RunOutcome outcome(
      MatteStackParameters parameters,
      Cancellation cancellation,
      AtomicLong frames,
      List<String> log) {
    try (RunMonitor monitor = new RunMonitor(this::tell, cancellation::isCancelled)) {
      StackMatting matting =
          StackMatting.watched(
              engines,
              new RunLog(line -> note(line, log)),
              (series, frame, coverage, error) -> {
                frames.incrementAndGet();
                listenersThread.execute(
                    () -> listener.matted(series, (int) frame, coverage, error));
              });
      List<ImagePlus> images = matting.run(parameters, monitor);
      images.forEach(opener);
      return new RunOutcome.Finished(images.stream().map(ImagePlus::getTitle).toList());
    } catch (CancellationException e) {
      IJ.showStatus("Matting cancelled");
      return new RunOutcome.Cancelled();
    } catch (MattingException | IOException | OutOfMemoryError | LinkageError e) {
      return new RunOutcome.Failed(Failures.message(e));
    } catch (RuntimeException e) {
      IJ.log(Failures.trace(e));
      return new RunOutcome.Failed("Internal error, see the Log: " + e);
    }
  }

  /** ImageJ's Log is written if it is open, but does not open over the window. */
  private static void note(String line, List<String> log) {
    log.add(line);
    if (WindowManager.getWindow("Log") != null) {
      IJ.log(line);
    }
  }

  private void tell(Progress progress) {
    listenersThread.execute(() -> listener.progress(progress));
  }
}
