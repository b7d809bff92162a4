package org.cleanplate.fiji.studio.model;

import java.util.Arrays;

/**
 * What is known of each frame: how much the subject covers, and how wrong the network expects to
 * be. Frames that were matted with other options than those of now are stale. Used by one thread.
 */
public final class FrameFigures {
  /** Older than any options; 0 is nothing known. */
  private static final int STALE = 1;

  private final double[] coverage;
  private final double[] meanError;
  private final int[] generation;
  private int current = STALE + 1;

  /** Nothing is known of these frames. */
  public FrameFigures(int frames) {
    coverage = new double[frames];
    meanError = new double[frames];
    generation = new int[frames];
    Arrays.fill(coverage, Double.NaN);
    Arrays.fill(meanError, Double.NaN);
  }

  public int frameCount() {
    return coverage.length;
  }

  /**
   * Notes a frame that was matted.
   *
   * @param frame from 0; one that there is not is left aside
   * @param covered mean of alpha, 0..1
   * @param error mean of the expected error, 0..1; {@link Double#NaN} if it is not known
   * @param fresh whether it was with the options of now
   */
  public void put(int frame, double covered, double error, boolean fresh) {
    if (frame >= 0 && frame < coverage.length) {
      coverage[frame] = covered;
      meanError[frame] = error;
      generation[frame] = fresh ? current : STALE;
    }
  }

  /** The options have changed: what is known is of before. */
  public void age() {
    current++;
  }

  public boolean isKnown(int frame) {
    return generation[frame] > 0;
  }

  /** Whether the frame was matted with the options of now. */
  public boolean isFresh(int frame) {
    return generation[frame] == current;
  }

  /** Mean of alpha, 0..1; {@link Double#NaN} if it is not known. */
  public double coverage(int frame) {
    return coverage[frame];
  }

  /** Mean of the expected error, 0..1; {@link Double#NaN} if it is not known. */
  public double meanError(int frame) {
    return meanError[frame];
  }

  /** The largest mean error that is known, at least {@code least}. */
  public double largestError(double least) {
    return Arrays.stream(meanError).filter(value -> value > least).max().orElse(least);
  }

  /** The largest coverage that is known, at least {@code least}. */
  public double largestCoverage(double least) {
    return Arrays.stream(coverage).filter(value -> value > least).max().orElse(least);
  }

  /** How many frames are known. */
  public int knownCount() {
    return (int) Arrays.stream(generation).filter(value -> value > 0).count();
  }
}
