package org.cleanplate.job;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.cleanplate.MattingException;
import org.cleanplate.engine.MattingEngine;
import org.cleanplate.engine.MattingOptions;
import org.cleanplate.engine.MattingSession;
import org.cleanplate.engine.MemoryBudget;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.frame.FrameSink;
import org.cleanplate.frame.FrameSource;
import org.cleanplate.plate.PlateModel;
import org.cleanplate.progress.Cancellation;
import org.cleanplate.progress.ProgressListener;

/**
 * The whole way: {@code FrameSource -> PlateModel -> MattingEngine -> FrameSink*}. Run once, in
 * memory that does not depend on the number of frames. Reading, computing and writing overlap: the
 * source and the plate are used by a thread of the job's own, the session by as many as the engine
 * wants and memory allows, the sinks and the listener by the caller's. All of them have ended when
 * {@link #run} returns.
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
   * Mattes the frames, after those that the sinks have of an earlier run. Cancelling ends the
   * computations at once, after the frame that is being read or written; an interrupt of the
   * calling thread counts as cancelling. On success every output bears its final name; on an error
   * or on cancelling all are discarded.
   *
   * @return the outcome, which may be that the user cancelled
   * @throws IOException if a frame cannot be read or a matte cannot be written
   * @throws MattingException if the plate does not fit or there is no frame
   */
  public JobReport run(ProgressListener progress, Cancellation cancellation) throws IOException {
    SinkGroup group = new SinkGroup(sinks);
    PlatedFrames frames = new PlatedFrames(source, plate, range, group.framesDone());
    FrameCounter counter = new FrameCounter(progress, frames.expected(), group.framesDone());
    try (SinkGroup outputs = group) {
      cancellation.check();
      // A plate that does not fit is refused before the model takes time and memory.
      Optional<PlatedFrame> first = frames.readFirst(cancellation);
      if (first.isPresent()) {
        matte(frames, first.get(), outputs, counter, cancellation);
      }
      cancellation.check();
      outputs.finish();
      return report(counter, false, notes(outputs));
    } catch (CancellationException e) {
      return report(counter, true, source.notes());
    }
  }

  private void matte(
      PlatedFrames frames,
      PlatedFrame first,
      SinkGroup outputs,
      FrameCounter counter,
      Cancellation cancellation)
      throws IOException {
    MattingOptions wanted = options.withLayers(outputs.layers());
    PipelineSize size = size(wanted, frames.expected().orElse(Long.MAX_VALUE));
    MattingSession session = engine.open(source.format(), wanted, size.threads());
    try (MattePipeline mattes = new MattePipeline(frames, first, session, size, cancellation)) {
      mattes.forEach(
          slot -> {
            outputs.write(slot.input().frame(), slot.input().plate(), slot.matte());
            counter.countFrame();
          });
    }
  }

  private PipelineSize size(MattingOptions wanted, long frames) {
    FrameFormat format = source.format();
    long inputBytes = format.byteCount() * (plate.isFixed() ? 1 : 2);
    long matteBytes =
        wanted.layers().stream()
            .mapToLong(layer -> layer.layout().byteCount(format.width(), format.height()))
            .sum();
    return PipelineSize.fitting(
        engine.batchLayout(Math.max(1, frames)),
        frames,
        engine.estimateMemoryBytes(format, wanted),
        inputBytes + matteBytes,
        MemoryBudget.now());
  }

  private List<String> notes(SinkGroup outputs) {
    return Stream.concat(source.notes().stream(), outputs.notes().stream()).toList();
  }

  private JobReport report(FrameCounter counter, boolean cancelled, List<String> notes) {
    return new JobReport(
        counter.frames(),
        counter.elapsed(),
        cancelled,
        engine.modelName(),
        engine.device(),
        engine.fallback(),
        plate.description(),
        notes);
  }
}
