package org.cleanplate.training.data.synthesis;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.LongFunction;

/**
 * Pictures that are functions of their number, kept as long as they are used: the least recently
 * used one goes when there are too many, and is made again should it be asked for again.
 * Thread-safe; a picture is made by the thread that first asks, others that ask for it wait.
 */
public final class Bank {
  private final LongFunction<BytePicture> maker;
  private final Map<Long, FutureTask<BytePicture>> kept;

  /**
   * An empty bank.
   *
   * @param capacity how many pictures are kept at most
   * @param maker a pure function
   */
  public Bank(int capacity, LongFunction<BytePicture> maker) {
    this.maker = maker;
    kept =
        new LinkedHashMap<>(2 * capacity, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<Long, FutureTask<BytePicture>> eldest) {
            return size() > capacity;
          }
        };
  }

  /** The picture of a number. */
  public BytePicture get(long number) {
    FutureTask<BytePicture> task;
    synchronized (kept) {
      task = kept.computeIfAbsent(number, key -> new FutureTask<>(() -> maker.apply(key)));
    }
    task.run();
    return await(task);
  }

  /** How many are kept now. */
  public int size() {
    synchronized (kept) {
      return kept.size();
    }
  }

  private static BytePicture await(FutureTask<BytePicture> task) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return task.get();
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (ExecutionException e) {
          throw new CompletionException(e.getCause());
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
