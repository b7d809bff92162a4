package org.cleanplate.testing;

import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.cleanplate.engine.MattingEngine;
import org.cleanplate.engine.MattingOptions;
import org.cleanplate.engine.MattingSession;
import org.cleanplate.engine.ThreadLayout;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.frame.Matte;
import org.cleanplate.progress.Cancellation;

/** The difference key for several frames at a time, with something to happen before each. */
public final class ParallelEngine implements MattingEngine {
  private final DifferenceKeyEngine key = new DifferenceKeyEngine();
  private final ThreadLayout wanted;
  private final long workerBytes;
  private final Before before;
  private final AtomicInteger mattes = new AtomicInteger();
  private final Queue<ThreadLayout> opened = new ConcurrentLinkedQueue<>();

  public ParallelEngine(int frameWorkers, Before before) {
    this(frameWorkers, 0, before);
  }

  public ParallelEngine(int frameWorkers, long workerBytes, Before before) {
    this.wanted = new ThreadLayout(frameWorkers, 1);
    this.workerBytes = workerBytes;
    this.before = before;
  }

  /** How many mattes were allocated. */
  public int mattes() {
    return mattes.get();
  }

  /** The threads of each session that was opened. */
  public Queue<ThreadLayout> opened() {
    return opened;
  }

  @Override
  public String modelName() {
    return key.modelName();
  }

  @Override
  public String device() {
    return key.device();
  }

  @Override
  public Optional<String> fallback() {
    return key.fallback();
  }

  @Override
  public long estimateMemoryBytes(FrameFormat format, MattingOptions options) {
    return workerBytes;
  }

  @Override
  public ThreadLayout batchLayout(long frames) {
    return wanted;
  }

  @Override
  public MattingSession open(FrameFormat format, MattingOptions options) {
    return new Session(key.open(format, options));
  }

  @Override
  public MattingSession open(FrameFormat format, MattingOptions options, ThreadLayout threads) {
    opened.add(threads);
    return open(format, options);
  }

  @Override
  public void close() {
    key.close();
  }

  /** What happens on the worker's thread before a frame is computed. */
  @FunctionalInterface
  public interface Before {
    void compute(Frame source, Frame cleanPlate, Cancellation cancellation) throws Exception;
  }

  private final class Session implements MattingSession {
    private final MattingSession session;

    Session(MattingSession session) {
      this.session = session;
    }

    @Override
    public FrameFormat format() {
      return session.format();
    }

    @Override
    public MattingOptions options() {
      return session.options();
    }

    @Override
    public Matte allocateMatte() {
      mattes.incrementAndGet();
      return session.allocateMatte();
    }

    @Override
    public void compute(Frame source, Frame cleanPlate, Matte matte, Cancellation cancellation) {
      try {
        before.compute(source, cleanPlate, cancellation);
      } catch (RuntimeException e) {
        throw e;
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
      session.compute(source, cleanPlate, matte, cancellation);
    }
  }
}
