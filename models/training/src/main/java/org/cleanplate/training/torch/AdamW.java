package org.cleanplate.training.torch;

import java.util.EnumMap;
import java.util.Map;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.cleanplate.training.OptimizerPlan;

/**
 * AdamW (Loshchilov and Hutter 2019, algorithm 2), in the order of operations that PyTorch has.
 * Each part of the network is one vector with a learning rate of its own.
 */
final class AdamW implements AutoCloseable {
  private static final double FIRST_DECAY = 0.9;
  private static final double SECOND_DECAY = 0.999;
  private static final double EPSILON = 1e-8;

  private final Parameters parameters;
  private final OptimizerPlan plan;
  private final Map<NetworkPart, Tensor> firstMoments = new EnumMap<>(NetworkPart.class);
  private final Map<NetworkPart, Tensor> secondMoments = new EnumMap<>(NetworkPart.class);

  AdamW(Parameters parameters, OptimizerPlan plan) {
    this.parameters = parameters;
    this.plan = plan;
    for (NetworkPart part : parameters.learning()) {
      firstMoments.put(part, Tensors.keep(torch.zeros_like(parameters.values(part).detach())));
      secondMoments.put(part, Tensors.keep(torch.zeros_like(parameters.values(part).detach())));
    }
  }

  /** Running mean of a part's gradients. */
  Tensor firstMoment(NetworkPart part) {
    return firstMoments.get(part);
  }

  /** Running mean of their squares. */
  Tensor secondMoment(NetworkPart part) {
    return secondMoments.get(part);
  }

  /**
   * Changes the parameters along their gradients.
   *
   * @param number of the step, from 0
   * @param factor on the learning rates
   */
  void step(int number, double factor) {
    parameters.learning().forEach(part -> step(part, number + 1, factor * part.rate(plan)));
  }

  private void step(NetworkPart part, int count, double rate) {
    Tensor values = parameters.values(part);
    Tensor gradient = parameters.gradients(part);
    Tensor first = firstMoments.get(part);
    Tensor second = secondMoments.get(part);
    values.mul_(new Scalar(1 - rate * plan.weightDecay()));
    first.lerp_(gradient, new Scalar(1 - FIRST_DECAY));
    second
        .mul_(new Scalar(SECOND_DECAY))
        .addcmul_(gradient, gradient, new Scalar(1 - SECOND_DECAY));
    double secondBias = Math.sqrt(1 - Math.pow(SECOND_DECAY, count));
    Tensor spread = second.sqrt().div_(new Scalar(secondBias)).add_(new Scalar(EPSILON));
    values.addcdiv_(first, spread, new Scalar(-rate / (1 - Math.pow(FIRST_DECAY, count))));
  }

  @Override
  public void close() {
    firstMoments.values().forEach(Tensor::close);
    secondMoments.values().forEach(Tensor::close);
  }
}
