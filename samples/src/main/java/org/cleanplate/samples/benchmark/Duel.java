package org.cleanplate.samples.benchmark;

/**
 * Our graph against the published one on the same frame, in turns, so that whatever else the
 * machine does meets both.
 */
final class Duel {
  /** Grey levels: one, and half a one for what is rounded and what is not. */
  private static final double MOST_BY_ROUNDING = 1.5;

  private final ProcessCpuClock clock = new ProcessCpuClock();
  private final Contestant ours;
  private final Contestant published;

  Duel(Contestant ours, Contestant published) {
    this.ours = ours;
    this.published = published;
  }

  /**
   * Runs the rounds.
   *
   * @param rounds how often each is measured
   * @param roundMillis about how much processor time each measurement takes
   */
  DuelResult fight(String size, int rounds, int roundMillis) {
    int oursRuns = runsFor(ours, roundMillis);
    int publishedRuns = runsFor(published, roundMillis);
    Timings oursTimings = new Timings();
    Timings publishedTimings = new Timings();
    for (int round = 0; round < rounds; round++) {
      boolean oursFirst = round % 2 == 0;
      if (oursFirst) {
        oursTimings.add(clock.millisPerRun(ours, oursRuns));
      }
      publishedTimings.add(clock.millisPerRun(published, publishedRuns));
      if (!oursFirst) {
        oursTimings.add(clock.millisPerRun(ours, oursRuns));
      }
    }
    return new DuelResult(size, oursTimings, publishedTimings, differingPercent());
  }

  /** Warms up, and finds how many runs fill a round. */
  private int runsFor(Contestant contestant, int roundMillis) {
    clock.millisPerRun(contestant, 2);
    double millis = Math.max(1, clock.millisPerRun(contestant, 3));
    return (int) Math.max(1, Math.ceil(roundMillis / millis));
  }

  /** How many pixels' alpha differs by more than a grey level: both are to do the same work. */
  private double differingPercent() {
    float[] oursAlpha = ours.alpha();
    float[] publishedAlpha = published.alpha();
    int differing = 0;
    for (int i = 0; i < publishedAlpha.length; i++) {
      differing += Math.abs(oursAlpha[i] - publishedAlpha[i]) * 255 > MOST_BY_ROUNDING ? 1 : 0;
    }
    return 100.0 * differing / publishedAlpha.length;
  }
}
