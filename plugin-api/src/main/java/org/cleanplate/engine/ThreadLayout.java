package org.cleanplate.engine;

/**
 * How the threads of a processor are shared out over frames. Whole frames side by side use the
 * cores best, but each takes memory of its own and none is ready sooner.
 *
 * @param frameWorkers frames computed at a time, at least 1
 * @param intraOpThreads threads that share the computation of one frame, at least 1
 */
public record ThreadLayout(int frameWorkers, int intraOpThreads) {

  public ThreadLayout {
    if (frameWorkers < 1 || intraOpThreads < 1) {
      throw new IllegalArgumentException(
          "Threads are " + frameWorkers + " x " + intraOpThreads + ", expected at least 1 x 1");
    }
  }

  /**
   * For many frames, none of which is waited for: a core for each of them.
   *
   * @param cores cores to use, at least 1
   * @param frames how many frames there are, at least 1
   */
  public static ThreadLayout batch(int cores, long frames) {
    return spread(cores, Math.min(cores, frames));
  }

  /**
   * For one frame that somebody waits for: all cores work on it.
   *
   * @param cores cores to use, at least 1
   */
  public static ThreadLayout interactive(int cores) {
    return new ThreadLayout(1, cores);
  }

  /** The same threads on fewer frames at a time, if there are more than {@code limit}. */
  public ThreadLayout withFrameWorkersUpTo(long limit) {
    return limit >= frameWorkers ? this : spread(frameWorkers * intraOpThreads, limit);
  }

  private static ThreadLayout spread(int cores, long frames) {
    int workers = (int) Math.max(1, frames);
    return new ThreadLayout(workers, Math.max(1, cores / workers));
  }
}
