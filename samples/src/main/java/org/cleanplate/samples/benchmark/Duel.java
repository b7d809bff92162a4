package org.cleanplate.samples.benchmark;

/**
 * Our graph against the published one on the same frame, in turns, so that whatever else the
 * machine does meets both.
 */
final class Duel {
  /** Grey levels: one, and half a one for what is rounded and what is not. */
  private static final double MOST_BY_ROUNDING = 1.5;

  private static final int WARM_UP_RUNS = 3;

  private final Contestant ours;
  private final Contestant published;
  private final Timings oursMillis = new Timings();
  private final Timings publishedMillis = new Timings();
  private long threadNanos;
  private long processNanos;

  Duel(Contestant ours, Contestant published) {
    this.ours = ours;
    this.published = published;
  }

  /**
   * Runs the rounds.
   *
   * @param rounds how often it is each one's turn
   * @param roundMillis about how much processor time a turn takes
   */
  void fight(int rounds, int roundMillis) {
    int oursRuns = runsFor(ours, roundMillis);
    int publishedRuns = runsFor(published, roundMillis);
    for (int round = 0; round < rounds; round++) {
      boolean oursFirst = round % 2 == 0;
      if (oursFirst) {
        turn(ours, oursRuns, oursMillis);
      }
      turn(published, publishedRuns, publishedMillis);
      if (!oursFirst) {
        turn(ours, oursRuns, oursMillis);
      }
    }
  }

  /** Processor milliseconds of each of our frames. */
  Timings oursMillis() {
    return oursMillis;
  }

  Timings publishedMillis() {
    return publishedMillis;
  }

  /**
   * Processor time that other threads took meanwhile, such as the compiler's and the collector's,
   * against that of the measured one.
   */
  double percentOffThread() {
    return 100.0 * (processNanos - threadNanos) / threadNanos;
  }

  /** How many pixels' alpha differs by more than a grey level: both are to do the same work. */
  double differingPercent() {
    float[] oursAlpha = ours.alpha();
    float[] publishedAlpha = published.alpha();
    int differing = 0;
    for (int i = 0; i < publishedAlpha.length; i++) {
      differing += Math.abs(oursAlpha[i] - publishedAlpha[i]) * 255 > MOST_BY_ROUNDING ? 1 : 0;
    }
    return 100.0 * differing / publishedAlpha.length;
  }

  /** Warms up, and finds how many runs fill a turn. */
  private static int runsFor(Contestant contestant, int roundMillis) {
    long leastNanos = Long.MAX_VALUE;
    for (int i = 0; i < WARM_UP_RUNS; i++) {
      leastNanos = Math.min(leastNanos, nanosOf(contestant));
    }
    return (int) Math.max(1, Math.ceil(roundMillis * 1e6 / leastNanos));
  }

  private void turn(Contestant contestant, int runs, Timings millis) {
    // The other one has left nothing in the caches.
    contestant.run();
    long processStart = CpuClock.processNanos();
    for (int i = 0; i < runs; i++) {
      long nanos = nanosOf(contestant);
      threadNanos += nanos;
      millis.add(nanos / 1e6);
    }
    processNanos += CpuClock.processNanos() - processStart;
  }

  private static long nanosOf(Contestant contestant) {
    long start = CpuClock.threadNanos();
    contestant.run();
    return CpuClock.threadNanos() - start;
  }
}
