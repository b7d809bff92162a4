package org.cleanplate.job;

import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import org.cleanplate.MattingException;
import org.cleanplate.engine.MattingEngine;
import org.cleanplate.engine.MattingOptions;
import org.cleanplate.engine.MattingSession;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameSink;
import org.cleanplate.frame.FrameSource;
import org.cleanplate.frame.Matte;
import org.cleanplate.plate.PlateModel;
import org.cleanplate.progress.Cancellation;
import org.cleanplate.progress.ProgressListener;

/**
 * The whole way: {@code FrameSource -> PlateModel -> MattingEngine -> FrameSink*}. Run once, on the
 * caller's thread, in memory that does not depend on the number of frames.
 *
 * @param source the frames; left open
 * @param plate the clean plate of each frame
 * @param engine the model; left open
 * @param options how to matte; its layers are replaced by those that the sinks read
 * @param sinks where the mattes go; closed at the end of {@link #run}, whatever the end is
 * @param range which frames
 */
public record MattingJob(
    FrameSource source,
    PlateModel plate,
    MattingEngine engine,
    MattingOptions options,
    List<FrameSink> sinks,
    FrameRange range) {

  public MattingJob {
    sinks = List.copyOf(sinks);
  }

  /** A job over all frames. */
  public MattingJob(
      FrameSource source,
      PlateModel plate,
      MattingEngine engine,
      MattingOptions options,
      List<FrameSink> sinks) {
    this(source, plate, engine, options, sinks, FrameRange.ALL);
  }

  /**
   * Mattes the frames. On success every output bears its final name; on an error or on cancelling
   * all are discarded.
   *
   * @return the outcome, which may be that the user cancelled
   * @throws IOException if a frame cannot be read or a matte cannot be written
   * @throws MattingException if the plate does not fit or there is no frame
   */
  public JobReport run(ProgressListener progress, Cancellation cancellation) throws IOException {
    FrameCounter counter = new FrameCounter(progress, expectedFrames());
    try (SinkGroup outputs = new SinkGroup(sinks)) {
      cancellation.check();
      Frame frame = Frame.allocate(source.format());
      readFirst(frame);
      // A plate that does not fit is refused before the model takes time and memory.
      plate.plateFor(frame);
      MattingSession session = engine.open(source.format(), options.withLayers(outputs.layers()));
      Matte matte = session.allocateMatte();
      do {
        cancellation.check();
        session.compute(frame, plate.plateFor(frame), matte, cancellation);
        outputs.write(matte);
        counter.countFrame();
      } while (counter.frames() < range.count() && source.read(frame));
      cancellation.check();
      outputs.finish();
      return report(counter, false);
    } catch (CancellationException e) {
      return report(counter, true);
    }
  }

  private void readFirst(Frame frame) throws IOException {
    source.skip(range.first());
    if (!source.read(frame)) {
      throw new MattingException(
          range.first() == 0
              ? source.name() + " has no frame, expected at least one"
              : "First frame is "
                  + range.first()
                  + " (counted from 0) but "
                  + source.name()
                  + " ends before it: choose an earlier one");
    }
  }

  private OptionalLong expectedFrames() {
    OptionalLong all = source.frameCountEstimate();
    return all.isPresent()
        ? OptionalLong.of(Math.max(0, Math.min(all.getAsLong() - range.first(), range.count())))
        : OptionalLong.empty();
  }

  private JobReport report(FrameCounter counter, boolean cancelled) {
    return new JobReport(
        counter.frames(),
        counter.elapsed(),
        cancelled,
        engine.modelName(),
        engine.device(),
        engine.fallback(),
        plate.description());
  }
}
