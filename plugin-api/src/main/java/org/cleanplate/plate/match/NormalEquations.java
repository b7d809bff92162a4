package org.cleanplate.plate.match;

/** A small linear least-squares problem. */
final class NormalEquations {
  private final int terms;
  private final double[][] rows;
  private double totalWeight;

  NormalEquations(int terms) {
    this.terms = terms;
    this.rows = new double[terms][terms + 1];
  }

  /** Adds one observation. */
  void add(double[] basis, double value, double weight) {
    for (int i = 0; i < terms; i++) {
      double weighted = weight * basis[i];
      for (int j = 0; j < terms; j++) {
        rows[i][j] += weighted * basis[j];
      }
      rows[i][terms] += weighted * value;
    }
    totalWeight += weight;
  }

  /**
   * The solution, by Gauss's elimination.
   *
   * @param ridge pulls every number towards 0, as that share of the observations would
   * @return empty if there are no observations
   */
  double[] solve(double ridge) {
    if (totalWeight == 0) {
      return new double[0];
    }
    // The first number is what the others are small corrections to.
    for (int i = 1; i < terms; i++) {
      rows[i][i] += ridge * totalWeight;
    }
    rows[0][0] += 1e-9 * totalWeight;
    for (int pivot = 0; pivot < terms; pivot++) {
      // The matrix is positive definite, so no pivot vanishes.
      for (int row = pivot + 1; row < terms; row++) {
        double factor = rows[row][pivot] / rows[pivot][pivot];
        for (int column = pivot; column <= terms; column++) {
          rows[row][column] -= factor * rows[pivot][column];
        }
      }
    }
    double[] solution = new double[terms];
    for (int row = terms - 1; row >= 0; row--) {
      double value = rows[row][terms];
      for (int column = row + 1; column < terms; column++) {
        value -= rows[row][column] * solution[column];
      }
      solution[row] = value / rows[row][row];
    }
    return solution;
  }
}
