package org.cleanplate.training.torch;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.ToDoubleFunction;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.cleanplate.MattingException;
import org.cleanplate.network.Architecture;
import org.cleanplate.network.weights.FloatTensor;
import org.cleanplate.network.weights.Weights;
import org.cleanplate.progress.Cancellation;
import org.cleanplate.training.RefinementPlan;
import org.cleanplate.training.TrainingLosses;
import org.cleanplate.training.TrainingPlan;
import org.cleanplate.training.TrainingStage;
import org.cleanplate.training.data.SampleLoader;
import org.cleanplate.training.data.TrainingSample;

/**
 * The network in training, with its optimizer and its average: what changes from step to step, and
 * nothing of files or listeners. Used by one thread.
 */
final class TrainingSession implements AutoCloseable {
  private final TrainingPlan plan;
  private final Device device;
  private final Cancellation cancellation;
  private final Parameters parameters;
  private final AdamW optimizer;
  private final WeightAverage average;
  private final TorchNetwork network;
  private final TorchNetwork averagedNetwork;
  private final MattingLoss loss;
  private final StepSeeds seeds;
  private final Tensor statisticsBefore;
  private final Optional<FrozenHead> frozenHead;

  /** A step that was made. */
  record Outcome(TrainingLosses losses, double gradientNorm) {}

  TrainingSession(
      TrainingPlan plan,
      Architecture architecture,
      Weights start,
      Device device,
      Cancellation cancellation) {
    this.plan = plan;
    this.device = device;
    this.cancellation = cancellation;
    this.parameters = new Parameters(start, learning(plan), device);
    this.optimizer = new AdamW(parameters, plan.optimizer());
    this.average = new WeightAverage(start, plan.optimizer().averageDecay(), device);
    this.network = new TorchNetwork(architecture, parameters.views());
    this.averagedNetwork = new TorchNetwork(architecture, average.parameters().views());
    this.loss = new MattingLoss(plan.loss().laplacianWeight(), device);
    this.seeds = new StepSeeds(plan.seed());
    this.statisticsBefore = Tensors.keep(parameters.statistics().clone());
    this.frozenHead =
        plan.refinement()
            .filter(RefinementPlan::freezeBase)
            .map(frozen -> new FrozenHead(parameters.views()));
  }

  private static Set<NetworkPart> learning(TrainingPlan plan) {
    if (plan.stage() == TrainingStage.BASE) {
      return EnumSet.complementOf(EnumSet.of(NetworkPart.REFINER));
    }
    return plan.refinement().filter(RefinementPlan::freezeBase).isPresent()
        ? EnumSet.of(NetworkPart.HEAD, NetworkPart.REFINER)
        : EnumSet.allOf(NetworkPart.class);
  }

  /**
   * Makes a step.
   *
   * @param number of the step, from 0
   * @throws CancellationException if the user stops meanwhile; all is as before the step
   * @throws MattingException if the loss or its gradient is no number; nothing was learnt from it
   */
  Outcome step(int number, SampleLoader samples) {
    Scopes.freeing(() -> statisticsBefore.copy_(parameters.statistics()));
    try {
      List<TrainingLosses> parts = new ArrayList<>();
      for (int part = 0; part < plan.schedule().accumulation(); part++) {
        List<TrainingSample> batch = samples.take(plan.schedule().partSize(), cancellation);
        torch.manual_seed(seeds.dropout(number, part));
        parts.add(Scopes.freeing(() -> addGradients(number, batch)));
      }
      TrainingLosses losses = TrainingLosses.mean(parts);
      double norm = parameters.gradientNorm();
      requireFinite(number, losses.total(), norm);
      cancellation.check();
      Scopes.freeing(() -> learn(number, norm));
      return new Outcome(losses, norm);
    } catch (CancellationException e) {
      Scopes.freeing(() -> parameters.statistics().copy_(statisticsBefore));
      throw e;
    } finally {
      parameters.clearGradients();
    }
  }

  private TrainingLosses addGradients(int number, List<TrainingSample> samples) {
    Batch batch = Batch.of(samples, device);
    TorchOps.Mode mode =
        new TorchOps.Mode(
            plan.schedule().batchStatistics(),
            true,
            plan.compute().bfloat16(),
            plan.loss().clampSlope(),
            cancellation::check);
    MattingLoss.Terms terms =
        loss.of(
            predict(network, batch, mode, scales -> seeds.backboneScale(number, scales)), batch);
    TrainingLosses values = terms.values();
    cancellation.check();
    // A frozen base that expects no error in the whole batch leaves the refiner nothing to learn.
    if (terms.total().requires_grad()) {
      terms.total().div(new Scalar((double) plan.schedule().accumulation())).backward();
    }
    return values;
  }

  private TorchNetwork.Prediction predict(
      TorchNetwork which,
      Batch batch,
      TorchOps.Mode mode,
      ToDoubleFunction<List<Double>> chooseScale) {
    return plan.refinement()
        .map(
            refinement ->
                which.refined(
                    batch,
                    chooseScale.applyAsDouble(refinement.backboneScales()),
                    refinement,
                    mode))
        .orElseGet(() -> which.base(batch, mode));
  }

  private static void requireFinite(int number, double total, double norm) {
    if (!Double.isFinite(total) || !Double.isFinite(norm)) {
      throw new MattingException(
          "At step "
              + number
              + " the loss is "
              + total
              + " and its gradient's length "
              + norm
              + ": training diverged. The last checkpoint is from before that. Lower the learning"
              + " rates or set gradient_clip, and look at the samples for values that are no"
              + " numbers");
    }
  }

  private void learn(int number, double norm) {
    double limit = plan.optimizer().gradientClip();
    if (limit > 0 && norm > limit) {
      parameters.scaleGradients(limit / norm);
    }
    optimizer.step(number, plan.schedule().learningRateFactor(number));
    frozenHead.ifPresent(FrozenHead::putBack);
    average.add(parameters, number);
  }

  /** The averaged network's alphas, one array a sample, computed in 32 bits. */
  List<float[]> alphas(List<TrainingSample> samples) {
    return Scopes.freeing(
        () ->
            Scopes.withoutGradients(
                () -> {
                  TorchOps.Mode exact =
                      new TorchOps.Mode(false, false, false, 0, cancellation::check);
                  Batch batch = Batch.of(samples, device);
                  Tensor alpha =
                      predict(averagedNetwork, batch, exact, scales -> scales.get(0)).alpha();
                  List<float[]> alphas = new ArrayList<>();
                  for (int i = 0; i < samples.size(); i++) {
                    alphas.add(Tensors.toArray(alpha.narrow(0, i, 1)));
                  }
                  return alphas;
                }));
  }

  /** The averaged weights as they are now. */
  Weights averagedWeights() {
    return average.parameters().toWeights();
  }

  /** Everything that steps change, by name. */
  private Map<String, Tensor> state() {
    Map<String, Tensor> state = new LinkedHashMap<>();
    for (NetworkPart part : parameters.learning()) {
      String name = part.name().toLowerCase(Locale.ROOT);
      state.put(name + ".values", parameters.values(part));
      state.put(name + ".first_moment", optimizer.firstMoment(part));
      state.put(name + ".second_moment", optimizer.secondMoment(part));
      state.put(name + ".average", average.parameters().values(part));
    }
    state.put("statistics.values", parameters.statistics());
    state.put("statistics.average", average.parameters().statistics());
    return state;
  }

  /** A copy of everything that steps change. */
  Map<String, FloatTensor> save() {
    Map<String, FloatTensor> saved = new LinkedHashMap<>();
    state().forEach((name, tensor) -> saved.put(name, Tensors.toFloatTensor(tensor)));
    return saved;
  }

  /**
   * Puts everything back to what {@link #save} gave.
   *
   * @throws MattingException if it is of another network
   */
  void restore(Map<String, FloatTensor> saved) {
    Map<String, Tensor> state = state();
    if (!state.keySet().equals(saved.keySet())) {
      throw new MattingException(
          "The checkpoint holds " + saved.keySet() + ", expected " + state.keySet());
    }
    state.forEach(
        (name, tensor) -> {
          float[] values = saved.get(name).values();
          if (values.length != tensor.numel()) {
            throw new MattingException(
                "The checkpoint's "
                    + name
                    + " has "
                    + values.length
                    + " numbers, expected "
                    + tensor.numel());
          }
          Scopes.freeing(() -> tensor.copy_(Tensors.of(values, device, values.length)));
        });
  }

  @Override
  public void close() {
    frozenHead.ifPresent(FrozenHead::close);
    statisticsBefore.close();
    average.close();
    optimizer.close();
    parameters.close();
  }
}
