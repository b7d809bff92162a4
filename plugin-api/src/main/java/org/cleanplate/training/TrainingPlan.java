package org.cleanplate.training;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.cleanplate.MattingException;

/**
 * All that a training run depends on. The same plan gives the same losses, whether it runs in one
 * go or is stopped and resumed, as long as the machine and its threads are the same.
 *
 * <p>As text it is a list of {@code key = value} lines; {@link #toText()} writes every key, {@link
 * #of(PlanText)} takes the stage's defaults for those that are left out.
 *
 * @param stage which part of the published order this is
 * @param start what the first step begins with
 * @param runFolder where checkpoints, logs and pictures go; made if it is missing. A run that it
 *     holds is resumed
 * @param seed of all that is random
 * @param refinement how the refiner is trained; empty in the base stage, which has none
 */
public record TrainingPlan(
    TrainingStage stage,
    TrainingStart start,
    Path runFolder,
    long seed,
    TrainingSchedule schedule,
    OptimizerPlan optimizer,
    LossPlan loss,
    Optional<RefinementPlan> refinement,
    TrainingData data,
    ComputePlan compute,
    MilestonePlan milestones) {

  private static final List<String> REFINEMENT_KEYS =
      List.of("backbone_scale", "refine_pixels", "freeze_base");

  public TrainingPlan {
    if (stage == TrainingStage.FINETUNE && !(start instanceof TrainingStart.Model)) {
      throw new MattingException(
          "stage is finetune, which starts from a trained model: name it with start = a model or"
              + " a file of weights");
    }
  }

  /**
   * A plan of which every key was checked.
   *
   * @throws MattingException naming the key, what it holds and what it should hold
   */
  public static TrainingPlan of(PlanText text) {
    PlanReader in = new PlanReader(text);
    TrainingStage stage = in.choice("stage", TrainingStage.values(), TrainingStage::id);
    TrainingPlan defaults = TrainingPreset.of(stage);
    Optional<RefinementPlan> refinement =
        defaults.refinement.map(preset -> RefinementPlan.read(in, preset));
    if (refinement.isEmpty()) {
      REFINEMENT_KEYS.forEach(key -> in.refuse(key, "in the base stage, which has no refiner"));
    }
    TrainingPlan plan =
        new TrainingPlan(
            stage,
            StartKeys.read(in, defaults.start),
            in.path("run_folder").orElse(in.base().resolve(defaults.runFolder)),
            in.longInteger("seed", defaults.seed),
            TrainingSchedule.read(in, defaults.schedule),
            OptimizerPlan.read(in, defaults.optimizer),
            LossPlan.read(in, defaults.loss),
            refinement,
            TrainingData.read(in, defaults.data),
            ComputePlan.read(in, defaults.compute),
            MilestonePlan.read(in, defaults.milestones));
    in.refuseUnknownKeys();
    return plan;
  }

  /** As {@link #of}, from a file. Relative paths in it start at its folder. */
  public static TrainingPlan read(Path file) {
    return of(PlanText.read(file));
  }

  /** Every key and its value, in the form that {@link #of} reads. */
  public String toText() {
    PlanWriter out = new PlanWriter();
    out.add("stage", stage.id());
    StartKeys.write(start, out);
    out.add("run_folder", runFolder.toString());
    out.add("seed", Long.toString(seed));
    schedule.write(out);
    optimizer.write(out);
    loss.write(out);
    refinement.ifPresent(plan -> plan.write(out));
    data.write(out);
    compute.write(out);
    milestones.write(out);
    return out.text();
  }
}
