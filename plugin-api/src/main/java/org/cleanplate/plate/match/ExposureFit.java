package org.cleanplate.plate.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Fits tones to the squares that agree, by least squares with Tukey's weights (Beaton and Tukey,
 * 1974): what differs by more than the limit has no say, so neither subject nor shadow pulls.
 */
final class ExposureFit {
  private static final int ROUNDS = 6;
  private static final double NARROWEST_LIMIT = 0.01;

  /** From a median of residuals to the limit beyond which they are of something else. */
  private static final double LIMIT_PER_MEDIAN = 4.5;

  /** So many residuals, spread evenly, tell their median. */
  private static final int RESIDUALS_LOOKED_AT = 4000;

  /** Holds numbers that the squares do not tell at "no change". */
  private static final double RIDGE = 1e-3;

  private final CellMeans frame;
  private final CellMeans plate;
  private final int[] cells;
  private final MatchMode mode;

  /** Where the cells lie, from -1 to 1. */
  private final double[] across;

  private final double[] down;

  ExposureFit(CellMeans frame, CellMeans plate, int[] cells, MatchMode mode) {
    this.frame = frame;
    this.plate = plate;
    this.cells = cells;
    this.mode = mode;
    across = Arrays.stream(cells).mapToDouble(cell -> plate.place(cell, true)).toArray();
    down = Arrays.stream(cells).mapToDouble(cell -> plate.place(cell, false)).toArray();
  }

  /** Better tones close to {@code start}. */
  List<Tone> refine(List<Tone> start) {
    List<Tone> tones = start;
    double limit =
        mode == MatchMode.GAIN ? 1.5 * ExposureConsensus.AGREEING : 3 * ExposureConsensus.AGREEING;
    for (int round = 0; round < ROUNDS; round++) {
      double[] residuals = Residuals.of(frame, plate, tones, cells);
      List<Tone> next = new ArrayList<>();
      for (int channel = 0; channel < tones.size(); channel++) {
        next.add(fit(channel, tones.get(channel), residuals, limit));
      }
      tones = next;
      limit =
          Math.max(NARROWEST_LIMIT, Math.min(limit, LIMIT_PER_MEDIAN * median(residuals, limit)));
    }
    return tones;
  }

  private static double median(double[] residuals, double limit) {
    int step = Math.max(1, residuals.length / RESIDUALS_LOOKED_AT);
    double[] agreeing =
        IntStream.range(0, residuals.length / step)
            .mapToDouble(i -> residuals[i * step])
            .filter(residual -> residual < limit)
            .sorted()
            .toArray();
    return agreeing.length == 0 ? limit : agreeing[agreeing.length / 2];
  }

  /** Minimises the weighted squares of what is left after {@code start}. */
  private Tone fit(int channel, Tone start, double[] residuals, double limit) {
    int terms = Tone.terms(mode);
    NormalEquations equations = new NormalEquations(terms);
    double[] basis = new double[terms];
    for (int i = 0; i < cells.length; i++) {
      if (residuals[i] < limit) {
        double value = plate.channels()[channel][cells[i]];
        Tone.basis(value, across[i], down[i], basis);
        double inside = 1 - residuals[i] * residuals[i] / (limit * limit);
        // Against no change: the ridge then pulls there.
        equations.add(basis, frame.channels()[channel][cells[i]] - value, inside * inside);
      }
    }
    double[] change = equations.solve(RIDGE);
    if (change.length == 0) {
      return start;
    }
    change[0] += 1;
    return Tone.of(change);
  }
}
