package org.cleanplate.training;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.cleanplate.engine.Device;
import org.cleanplate.network.Architecture;
import org.cleanplate.network.graph.Refinement;

/**
 * What holds for a stage where a plan says nothing: made for a CPU of few cores and the slim
 * network.
 */
final class TrainingPreset {
  private static final long SEED = 1;

  /** For the refiner, whose pictures are few and large. */
  private static final List<CropSize> LARGE_CROPS = List.of(new CropSize(512, 512));

  private TrainingPreset() {}

  static TrainingPlan of(TrainingStage stage) {
    return switch (stage) {
      case BASE -> base();
      case REFINE -> refine();
      case FINETUNE -> finetune();
    };
  }

  private static TrainingPlan base() {
    return new TrainingPlan(
        TrainingStage.BASE,
        new TrainingStart.Scratch(Architecture.slim()),
        Path.of("base-run"),
        SEED,
        new TrainingSchedule(
            6000,
            100,
            8,
            1,
            List.of(new CropSize(192, 192), new CropSize(168, 224), new CropSize(224, 168)),
            true),
        new OptimizerPlan(2e-3, 2e-3, 2e-3, 2e-3, 0.01, 0.998, 1),
        new LossPlan(0, 0.05),
        Optional.empty(),
        TrainingData.procedural(),
        compute(),
        new MilestonePlan(250, 64, 0, 250, 2));
  }

  private static TrainingPlan refine() {
    return new TrainingPlan(
        TrainingStage.REFINE,
        new TrainingStart.Scratch(Architecture.slim()),
        Path.of("refine-run"),
        SEED,
        new TrainingSchedule(2000, 50, 4, 1, LARGE_CROPS, true),
        new OptimizerPlan(2e-4, 2e-4, 4e-4, 2e-3, 0.01, 0.998, 1),
        new LossPlan(0, 0.05),
        Optional.of(new RefinementPlan(List.of(0.25), new Refinement.Sampling(32_768), true)),
        TrainingData.procedural(),
        compute(),
        new MilestonePlan(200, 32, 0, 200, 2));
  }

  /**
   * The Paddle reproduction's third stage: the whole network, refined everywhere, gently. Batch
   * norm keeps its statistics: those of two pictures of one scene throw the network off.
   */
  private static TrainingPlan finetune() {
    return new TrainingPlan(
        TrainingStage.FINETUNE,
        new TrainingStart.Model("cleanplate-slim"),
        Path.of("finetune-run"),
        SEED,
        new TrainingSchedule(1000, 50, 2, 1, LARGE_CROPS, false),
        new OptimizerPlan(3e-5, 3e-5, 3e-5, 3e-5, 0, 0.99, 1),
        new LossPlan(1, 0.05),
        Optional.of(new RefinementPlan(List.of(0.25), new Refinement.Full(), false)),
        TrainingData.procedural(),
        compute(),
        new MilestonePlan(100, 32, 5, 100, 2));
  }

  private static ComputePlan compute() {
    return new ComputePlan(new Device.Auto(), true, 0, 2);
  }
}
