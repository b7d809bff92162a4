package org.cleanplate.training;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.cleanplate.MattingException;

/**
 * How long to train, and on how much at a time.
 *
 * @param steps optimizer steps in all
 * @param warmupSteps steps in which the learning rates rise from nothing; from there they fall
 *     along half a cosine, to nothing at the last step (Loshchilov and Hutter 2017)
 * @param batchSize samples in each step
 * @param accumulation parts that a batch is computed in, one after the other, to save memory; batch
 *     norm sees one part at a time
 * @param crops sizes of the pictures; each step draws one
 * @param batchStatistics whether batch norm takes mean and variance from each part of a batch, as
 *     published; else it keeps those of the starting model, as it must where parts are few samples
 *     that are much alike
 */
public record TrainingSchedule(
    int steps,
    int warmupSteps,
    int batchSize,
    int accumulation,
    List<CropSize> crops,
    boolean batchStatistics) {

  public TrainingSchedule {
    crops = List.copyOf(crops);
    if (warmupSteps > steps) {
      throw new MattingException(
          "warmup_steps is " + warmupSteps + ", expected at most the " + steps + " steps in all");
    }
    if (batchSize % accumulation != 0) {
      throw new MattingException(
          "batch_size is "
              + batchSize
              + ", which cannot be split evenly into accumulation = "
              + accumulation
              + " parts: make it a multiple");
    }
    if (crops.isEmpty()) {
      throw new MattingException("crops is empty, expected sizes such as 192x192, 144x192");
    }
  }

  /** Samples in each part of a batch. */
  public int partSize() {
    return batchSize / accumulation;
  }

  /** Factor on the learning rates at a step, 0..1. */
  public double learningRateFactor(int step) {
    if (step < warmupSteps) {
      return (step + 1.0) / (warmupSteps + 1.0);
    }
    double progress = (step - warmupSteps) / (double) Math.max(1, steps - warmupSteps);
    return (1 + Math.cos(Math.PI * progress)) / 2;
  }

  static TrainingSchedule read(PlanReader in, TrainingSchedule defaults) {
    int steps = in.integer("steps", defaults.steps, 1, 100_000_000);
    return new TrainingSchedule(
        steps,
        in.integer("warmup_steps", Math.min(defaults.warmupSteps, steps), 0, 1_000_000),
        in.integer("batch_size", defaults.batchSize, 1, 1024),
        in.integer("accumulation", defaults.accumulation, 1, 1024),
        in.text("crops").map(TrainingSchedule::parseCrops).orElse(defaults.crops),
        in.flag("batch_statistics", defaults.batchStatistics));
  }

  private static List<CropSize> parseCrops(String text) {
    return Arrays.stream(text.split(",")).map(CropSize::parse).toList();
  }

  void write(PlanWriter out) {
    out.add("steps", steps);
    out.add("warmup_steps", warmupSteps);
    out.add("batch_size", batchSize);
    out.add("accumulation", accumulation);
    out.add("crops", crops.stream().map(CropSize::toString).collect(Collectors.joining(", ")));
    out.add("batch_statistics", batchStatistics);
  }
}
