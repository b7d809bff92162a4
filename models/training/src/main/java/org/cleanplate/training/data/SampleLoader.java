package org.cleanplate.training.data;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongFunction;
import org.cleanplate.MattingException;
import org.cleanplate.progress.Cancellation;
import org.cleanplate.training.CropSize;

/**
 * Draws samples ahead of their use in threads of its own, and hands them out in order. So many are
 * held as one thread each is at work on, and {@code ahead} more.
 */
public final class SampleLoader implements AutoCloseable {
  private static final int POLL_MILLIS = 50;

  private final SampleSource source;
  private final LongFunction<CropSize> sizes;
  private final ExecutorService threads;
  private final Deque<Future<TrainingSample>> drawn = new ArrayDeque<>();
  private final long end;
  private long next;

  /**
   * Starts drawing.
   *
   * @param sizes the size of each sample, by its number
   * @param first number of the first sample to hand out
   * @param end the number after the last
   * @param threadCount how many samples to draw at a time
   * @param ahead how many to hold besides
   */
  public SampleLoader(
      SampleSource source,
      LongFunction<CropSize> sizes,
      long first,
      long end,
      int threadCount,
      int ahead) {
    this.source = source;
    this.sizes = sizes;
    this.next = first;
    this.end = end;
    this.threads =
        Executors.newFixedThreadPool(
            threadCount,
            task -> {
              Thread thread = new Thread(task, "cleanplate-samples");
              thread.setDaemon(true);
              return thread;
            });
    for (int i = 0; i < threadCount + ahead; i++) {
      drawNext();
    }
  }

  private void drawNext() {
    if (next < end) {
      long number = next++;
      CropSize size = sizes.apply(number);
      drawn.add(threads.submit(() -> source.draw(number, size.width(), size.height())));
    }
  }

  /**
   * The next samples, in order. Waits for them.
   *
   * @throws MattingException if one cannot be drawn
   * @throws java.util.concurrent.CancellationException if the user stops meanwhile
   */
  public List<TrainingSample> take(int count, Cancellation cancellation) {
    List<TrainingSample> samples = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      samples.add(await(drawn.remove(), cancellation));
      drawNext();
    }
    return samples;
  }

  private static TrainingSample await(Future<TrainingSample> sample, Cancellation cancellation) {
    while (true) {
      cancellation.check();
      try {
        return sample.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        // Looks whether the user has had enough, then waits on.
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        cancellation.cancel();
      } catch (ExecutionException e) {
        throw failure(e.getCause());
      }
    }
  }

  private static RuntimeException failure(Throwable cause) {
    if (cause instanceof IOException) {
      return new MattingException("A sample cannot be read: " + cause.getMessage(), cause);
    }
    if (cause instanceof OutOfMemoryError) {
      return new MattingException(
          "Not enough memory for the samples: give Java more, or train on smaller crops with fewer"
              + " loader_threads",
          cause);
    }
    if (cause instanceof RuntimeException unchecked) {
      return unchecked;
    }
    return new IllegalStateException("A sample cannot be drawn", cause);
  }

  @Override
  public void close() {
    threads.shutdownNow();
    drawn.clear();
  }
}
