package org.cleanplate.fiji.studio.preview;

import ij.IJ;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.cleanplate.MattingException;
import org.cleanplate.fiji.studio.worker.Daemons;
import org.cleanplate.imagej.run.EngineProvider;
import org.cleanplate.imagej.run.Failures;
import org.cleanplate.imagej.run.FrameMatting;
import org.cleanplate.imagej.run.MattedFrame;
import org.cleanplate.imagej.run.RunMonitor;
import org.cleanplate.network.graph.Layer;
import org.cleanplate.plate.check.PlateCheck;
import org.cleanplate.plate.check.PlateInspector;
import org.cleanplate.progress.Cancellation;
import org.cleanplate.progress.Progress;

/**
 * Mattes single frames on a thread of its own. A newer request ends the one before it, so the last
 * one wins and nobody waits. Any thread may ask.
 */
public final class PreviewEngine implements AutoCloseable {
  /** All that a window may show. */
  private static final Set<Layer> LAYERS =
      EnumSet.of(
          Layer.ALPHA_FLOAT,
          Layer.FOREGROUND_8,
          Layer.COMPOSITE_8,
          Layer.CUTOUT_8,
          Layer.ERROR_MAP,
          Layer.REFINED_REGIONS);

  /** Somebody who types, or drags a slider, is not done yet. */
  private static final long QUIET_MILLIS = 60;

  private final FrameMatting matting;
  private final Executor listenersThread;
  private final PreviewListener listener;
  private final ScheduledExecutorService worker =
      Executors.newSingleThreadScheduledExecutor(task -> Daemons.of("preview", task));

  /** What the plate was found to be that was looked at last; used by the worker. */
  private Optional<Checked> checked = Optional.empty();

  private Cancellation running = new Cancellation();

  private record Checked(PlateKey plate, PlateCheck check) {}

  /** What makes a plate another one. */
  private record PlateKey(int imageId, String background, String description) {
    static PlateKey of(PreviewRequest request, MattedFrame matted) {
      return new PlateKey(
          request.image().getID(),
          request.parameters().background().text("slice"),
          matted.plateDescription());
    }
  }

  /**
   * Nothing is computed yet.
   *
   * @param listenersThread runs the calls of {@code listener}, one after the other
   */
  public PreviewEngine(EngineProvider engines, Executor listenersThread, PreviewListener listener) {
    this.matting = new FrameMatting(engines);
    this.listenersThread = listenersThread;
    this.listener = listener;
  }

  /** Asks for a frame and returns at once; nothing comes of it after {@link #close()}. */
  public synchronized void request(PreviewRequest request) {
    running.cancel();
    if (worker.isShutdown()) {
      return;
    }
    Cancellation cancellation = new Cancellation();
    running = cancellation;
    worker.schedule(() -> compute(request, cancellation), QUIET_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Ends what is computed; nothing more is told of it. */
  public synchronized void cancel() {
    running.cancel();
  }

  /** The next request estimates and checks its background anew. */
  public void forgetPlate() {
    worker.execute(
        () -> {
          matting.forgetPlate();
          checked = Optional.empty();
        });
  }

  private void compute(PreviewRequest request, Cancellation cancellation) {
    try {
      cancellation.check();
      tell(cancellation, source(request)::tellTo);
      long startNanos = System.nanoTime();
      MattedFrame matted =
          matting.matte(
              request.parameters(),
              request.image(),
              request.frame(),
              LAYERS,
              new RunMonitor(cancellation, progress -> tellProgress(cancellation, progress)));
      Duration took = Duration.ofNanos(System.nanoTime() - startNanos);
      tell(cancellation, heard -> heard.matted(matted, took));
      check(request, matted, cancellation);
    } catch (CancellationException e) {
      // A newer request has taken its place, or nobody wants one.
    } catch (MattingException | IOException | OutOfMemoryError | LinkageError e) {
      tell(cancellation, heard -> heard.failed(Failures.message(e)));
    } catch (RuntimeException e) {
      IJ.log(Failures.trace(e));
      tell(cancellation, heard -> heard.failed("Internal error, see the Log: " + e));
    }
  }

  private static Telling source(PreviewRequest request) throws IOException {
    var frame = FrameMatting.read(request.parameters(), request.image(), request.frame());
    return heard -> heard.sourceRead(frame);
  }

  private void check(PreviewRequest request, MattedFrame matted, Cancellation cancellation)
      throws IOException {
    if (cancellation.isCancelled()) {
      return;
    }
    PlateKey plate = PlateKey.of(request, matted);
    if (checked.filter(known -> known.plate().equals(plate)).isEmpty()) {
      PlateCheck check = PlateInspector.inspect(matted.source(), matted.givenPlate());
      checked = Optional.of(new Checked(plate, check));
    }
    PlateCheck found = checked.orElseThrow().check();
    tell(cancellation, heard -> heard.checked(found));
  }

  private void tellProgress(Cancellation cancellation, Progress progress) {
    tell(cancellation, heard -> heard.progress(progress));
  }

  private interface Telling {
    void tellTo(PreviewListener listener);
  }

  /** Tells the listener unless a newer request has come by the time it hears of it. */
  private void tell(Cancellation cancellation, Telling telling) {
    if (cancellation.isCancelled()) {
      return;
    }
    listenersThread.execute(
        () -> {
          if (!cancellation.isCancelled()) {
            telling.tellTo(listener);
          }
        });
  }

  /** Ends what is computed, and the thread. */
  @Override
  public synchronized void close() {
    running.cancel();
    worker.shutdown();
  }
}
