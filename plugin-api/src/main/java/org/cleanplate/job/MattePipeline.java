package org.cleanplate.job;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.cleanplate.engine.MattingSession;
import org.cleanplate.progress.Cancellation;

/**
 * Reads, mattes and hands out frames at the same time: one thread reads the source and asks for the
 * plates, several compute, the caller's thread takes the mattes in the order of the frames.
 *
 * <p>Frames travel in a fixed number of slots, which go round: free, filled by the reader, computed
 * by a worker, taken by the caller, free. Whoever is ahead waits for a slot, so no queue grows and
 * memory does not depend on the number of frames. A failure takes its frame's place in the order
 * and ends the pipeline there.
 */
final class MattePipeline implements AutoCloseable {
  private final PlatedFrames frames;
  private final MattingSession session;
  private final Cancellation cancellation;

  /** Stops this pipeline's own threads: when the user cancels, and when the caller is done. */
  private final Cancellation stop = new Cancellation();

  private final Cancellation.Registration userCancels;
  private final FrameSlot firstSlot;
  private final BlockingQueue<FrameSlot> free;

  /** The slots in work in the order of their frames; after the last frame an empty one. */
  private final BlockingQueue<Future<Optional<FrameSlot>>> inOrder;

  private final ExecutorService workers;

  /** The workers' threads, started on the reader's as it needs them. */
  private final List<Thread> workerThreads = new CopyOnWriteArrayList<>();

  private final Thread reader;

  /**
   * Starts the threads.
   *
   * @param frames read by a thread of the pipeline until {@link #close()}
   * @param first the first of them, read already
   * @param session used by as many threads as {@code size} has frame workers
   */
  MattePipeline(
      PlatedFrames frames,
      PlatedFrame first,
      MattingSession session,
      PipelineSize size,
      Cancellation cancellation) {
    this.frames = frames;
    this.session = session;
    this.cancellation = cancellation;
    free = new ArrayBlockingQueue<>(size.slots());
    inOrder = new ArrayBlockingQueue<>(size.slots() + 1);
    firstSlot = new FrameSlot(first, session.allocateMatte());
    for (int i = 1; i < size.slots(); i++) {
      free.add(new FrameSlot(new PlatedFrame(frames.format()), session.allocateMatte()));
    }
    workers = Executors.newFixedThreadPool(size.threads().frameWorkers(), this::workerThread);
    reader = daemon(this::readAll, "cleanplate-read");
    userCancels = cancellation.onCancel(stop::cancel);
    reader.start();
  }

  /**
   * Hands out every matte in order, on the calling thread. An interrupt of that thread counts as
   * cancelling; its flag stays set.
   *
   * @throws CancellationException if cancelled
   * @throws IOException what the source or the plate failed with; so do unchecked exceptions
   */
  void forEach(SlotConsumer consumer) throws IOException {
    for (Optional<FrameSlot> slot = next(); slot.isPresent(); slot = next()) {
      consumer.accept(slot.get());
      free.add(slot.get());
    }
  }

  /** Takes one frame with its matte, which are filled again afterwards. */
  @FunctionalInterface
  interface SlotConsumer {
    void accept(FrameSlot slot) throws IOException;
  }

  private Optional<FrameSlot> next() throws IOException {
    try {
      Optional<FrameSlot> slot = inOrder.take().get();
      cancellation.check();
      return slot;
    } catch (ExecutionException e) {
      throw original(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("Interrupted");
    }
  }

  /** The failure itself, as if it had happened on the calling thread. */
  private static IOException original(ExecutionException e) {
    Throwable cause = e.getCause();
    if (cause instanceof RuntimeException unchecked) {
      throw unchecked;
    }
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof IOException checked ? checked : new IOException(cause);
  }

  private void readAll() {
    inOrder.add(readUntilEnd());
  }

  /** What follows the last frame: the end or a failure. */
  private Future<Optional<FrameSlot>> readUntilEnd() {
    try {
      FrameSlot slot = firstSlot;
      do {
        compute(slot);
        slot = free.take();
        stop.check();
      } while (frames.read(slot.input()));
      return CompletableFuture.completedFuture(Optional.empty());
    } catch (Throwable e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private void compute(FrameSlot slot) {
    inOrder.add(
        workers.submit(
            () -> {
              slot.compute(session, stop);
              return Optional.of(slot);
            }));
  }

  /**
   * Stops all threads and waits for them: afterwards nobody uses the source, the plate or the
   * session any more. Computations are cut short; a frame that is being read is read to its end, as
   * an interrupt would close the files of some sources for good.
   */
  @Override
  public void close() {
    userCancels.close();
    stop.cancel();
    // If the reader waits for a slot, any will do to wake it.
    free.offer(firstSlot);
    // Once the reader has ended, no worker is added.
    waitFor(reader);
    workers.shutdown();
    workerThreads.forEach(MattePipeline::waitFor);
  }

  /** Native memory is in use until the thread has ended, so an interrupt has to wait as well. */
  private static void waitFor(Thread thread) {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private Thread workerThread(Runnable work) {
    Thread thread = daemon(work, "cleanplate-matte-" + (workerThreads.size() + 1));
    workerThreads.add(thread);
    return thread;
  }

  private static Thread daemon(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }
}
