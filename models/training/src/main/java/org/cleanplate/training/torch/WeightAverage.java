package org.cleanplate.training.torch;

import java.util.Set;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Scalar;
import org.cleanplate.network.weights.Weights;

/**
 * Running average of the weights (Polyak and Juditsky 1992), exponential: what is validated and
 * kept. Running statistics are averaged alike, as they belong to the weights they were measured
 * with.
 */
final class WeightAverage implements AutoCloseable {
  private final Parameters averages;
  private final double decay;

  /**
   * Starts at the weights given.
   *
   * @param decay part of the average that stays at each step
   */
  WeightAverage(Weights weights, double decay, Device device) {
    this.averages = new Parameters(weights, Set.of(), device);
    this.decay = decay;
  }

  /** The averaged weights. */
  Parameters parameters() {
    return averages;
  }

  /**
   * Takes in the weights after a step. Early averages are shorter, so that random first weights are
   * forgotten soon.
   *
   * @param number of the step, from 0
   */
  void add(Parameters trained, int number) {
    Scalar part = new Scalar(1 - Math.min(decay, (1.0 + number) / (10.0 + number)));
    trained.learning().forEach(p -> averages.values(p).lerp_(trained.values(p), part));
    averages.statistics().lerp_(trained.statistics(), part);
  }

  @Override
  public void close() {
    averages.close();
  }
}
