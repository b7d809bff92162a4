package org.cleanplate.live;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.cleanplate.MattingException;
import org.cleanplate.engine.MattingEngine;
import org.cleanplate.engine.MattingOptions;
import org.cleanplate.engine.MattingSession;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameSink;
import org.cleanplate.frame.FrameSource;
import org.cleanplate.frame.Matte;
import org.cleanplate.output.Closing;
import org.cleanplate.plate.FixedPlate;
import org.cleanplate.plate.FrameMean;
import org.cleanplate.progress.Cancellation;

/**
 * One live run. The source is read on a thread of its own; everything else happens on the caller's:
 * the background is grabbed when its key was pressed, each latest frame is matted, shown and
 * recorded. Run once.
 *
 * @param source read and closed by the run, at the latest when a frame that is awaited comes
 * @param plate the background to begin with; empty to grab it
 * @param grab the key; pressed by the run itself if there is no plate
 * @param engine the model; left open
 * @param options how to matte; its layers are those the view and the sinks read
 * @param sinks recordings; finished when the run ends, also if the user ended it
 * @param view watches
 * @param limit when to end
 */
public record LiveMatting(
    FrameSource source,
    Optional<FixedPlate> plate,
    BackgroundGrab grab,
    MattingEngine engine,
    MattingOptions options,
    List<FrameSink> sinks,
    LiveView view,
    LiveLimit limit) {

  private static final long WAIT_MILLIS = 100;

  public LiveMatting {
    sinks = List.copyOf(sinks);
  }

  /**
   * Runs until the limit, the end of the source, or until cancelled: for a live run the usual end,
   * after which recordings are whole.
   *
   * @return how it went
   * @throws IOException if the source or a recording fails; recordings are discarded then
   * @throws MattingException if the plate does not fit, or nothing was matted before the end
   */
  public LiveStatus run(Cancellation cancellation) throws IOException {
    try {
      LiveStatus status = follow(engine.open(source.format(), options), cancellation);
      if (status.frames() > 0) {
        finishSinks();
      }
      return status;
    } finally {
      Closing.all(sinks, FrameSink::close);
    }
  }

  /** Reads from now on: what came while the model was opened was not missed. */
  private LiveStatus follow(MattingSession session, Cancellation cancellation) throws IOException {
    LatestFrame latest = new LatestFrame(source.format());
    LiveReader reader = new LiveReader(source, latest);
    try {
      return new Loop(latest, session, cancellation).run();
    } finally {
      reader.close();
    }
  }

  private void finishSinks() throws IOException {
    for (FrameSink sink : sinks) {
      sink.complete();
    }
    for (FrameSink sink : sinks) {
      sink.finish();
    }
  }

  /** What changes during the run. */
  private final class Loop {
    private final LatestFrame latest;
    private final MattingSession session;
    private final Cancellation cancellation;
    private final Matte matte;
    private final LiveMeter meter = new LiveMeter();
    private Optional<FixedPlate> background = plate;
    private FrameMean mean;
    private long mattes;
    private long firstNanos;

    Loop(LatestFrame latest, MattingSession session, Cancellation cancellation) {
      this.latest = latest;
      this.session = session;
      this.cancellation = cancellation;
      this.matte = session.allocateMatte();
      if (plate.isEmpty()) {
        grab.press();
      }
    }

    LiveStatus run() throws IOException {
      try {
        while (!cancellation.isCancelled() && !latest.isOver() && !isAtLimit()) {
          Optional<Frame> frame = latest.take(WAIT_MILLIS);
          if (frame.isPresent()) {
            take(frame.get());
          }
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (CancellationException e) {
        // The usual end of a live run.
      }
      requireNoFailure();
      return meter.status(latest.dropped());
    }

    private boolean isAtLimit() {
      return limit.isReached(mattes, System.nanoTime() - firstNanos);
    }

    private void take(Frame frame) throws IOException {
      int wanted = grab.wanted();
      if (wanted > 0) {
        grabFrom(frame, wanted);
      } else {
        matte(frame);
      }
    }

    private void grabFrom(Frame frame, int wanted) {
      if (wanted == grab.frames()) {
        mean = new FrameMean(frame.format());
      }
      mean.add(frame);
      grab.taken(wanted);
      view.grabbed(frame, wanted - 1);
      if (wanted == 1) {
        background =
            Optional.of(
                FixedPlate.fromSource(mean.mean(), "mean of " + mean.count() + " live frames"));
      }
    }

    private void matte(Frame frame) throws IOException {
      Frame cleanPlate = background.orElseThrow().plateFor(frame);
      session.compute(frame, cleanPlate, matte, cancellation);
      long now = System.nanoTime();
      firstNanos = mattes == 0 ? now : firstNanos;
      mattes++;
      for (FrameSink sink : sinks) {
        sink.write(frame, cleanPlate, matte);
      }
      meter.count(latest.takenArrivedNanos(), now);
      view.matted(frame, matte, meter.status(latest.dropped()));
    }

    private void requireNoFailure() throws IOException {
      Optional<Throwable> failure = latest.failure();
      if (failure.isPresent() && failure.get() instanceof MattingException e) {
        throw e;
      }
      if (failure.isPresent()) {
        throw new IOException(source.name() + " cannot be read on: " + failure.get().getMessage());
      }
      if (mattes == 0 && !cancellation.isCancelled()) {
        throw new MattingException(
            source.name()
                + " ended before a frame was matted: the background takes the first "
                + grab.frames()
                + " frames, so give fewer of them or a background picture");
      }
    }
  }
}
