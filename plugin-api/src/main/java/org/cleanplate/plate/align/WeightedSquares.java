package org.cleanplate.plate.align;

import java.util.Arrays;
import java.util.Optional;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;

/** A linear least-squares problem of a few unknowns and many observations. */
final class WeightedSquares {
  private final int unknowns;

  /** The upper triangle of the normal equations, row by row, each followed by its right side. */
  private final double[] sums;

  WeightedSquares(int unknowns) {
    this.unknowns = unknowns;
    this.sums = new double[unknowns * (unknowns + 3) / 2];
  }

  void clear() {
    Arrays.fill(sums, 0);
  }

  /** Adds an observation: {@code value} as a sum of unknowns times {@code factors}. */
  void add(float[] factors, float value, float weight) {
    int next = 0;
    for (int i = 0; i < unknowns; i++) {
      float weighted = weight * factors[i];
      for (int j = i; j < unknowns; j++) {
        sums[next++] += weighted * factors[j];
      }
      sums[next++] += weighted * value;
    }
  }

  /** The unknowns; empty if the observations do not tell them. */
  Optional<double[]> solve() {
    Mat matrix = new Mat(unknowns, unknowns, opencv_core.CV_64FC1);
    Mat right = new Mat(unknowns, 1, opencv_core.CV_64FC1);
    DoublePointer entries = new DoublePointer(matrix.data());
    DoublePointer values = new DoublePointer(right.data());
    int next = 0;
    for (int i = 0; i < unknowns; i++) {
      for (int j = i; j < unknowns; j++) {
        entries.put((long) i * unknowns + j, sums[next]);
        entries.put((long) j * unknowns + i, sums[next++]);
      }
      values.put(i, sums[next++]);
    }
    Mat solution = new Mat();
    if (!opencv_core.solve(matrix, right, solution, opencv_core.DECOMP_CHOLESKY)) {
      return Optional.empty();
    }
    double[] found = new double[unknowns];
    new DoublePointer(solution.data()).get(found, 0, unknowns);
    return Optional.of(found);
  }
}
