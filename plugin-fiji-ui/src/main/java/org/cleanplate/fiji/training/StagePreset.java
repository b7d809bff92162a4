package org.cleanplate.fiji.training;

import org.cleanplate.training.TrainingStage;

/** What the dashboard can train, with what it proposes for it. */
public enum StagePreset {
  BASE(
      "Base network",
      "The coarse network alone, on small pictures: the first of the published stages.",
      TrainingStage.BASE,
      6000,
      "192x192"),
  REFINE(
      "Refiner",
      "Hair and edges, on top of a base network that stays as it is.",
      TrainingStage.REFINE,
      2000,
      "512x512"),
  FOOTAGE(
      "Fine-tune on my footage",
      "A trained model learns one scene from a few frames whose mattes you have corrected.",
      TrainingStage.FINETUNE,
      300,
      "256x256");

  private final String title;
  private final String help;
  private final TrainingStage stage;
  private final int steps;
  private final String crops;

  StagePreset(String title, String help, TrainingStage stage, int steps, String crops) {
    this.title = title;
    this.help = help;
    this.stage = stage;
    this.steps = steps;
    this.crops = crops;
  }

  /** What it does, in a sentence. */
  public String help() {
    return help;
  }

  public TrainingStage stage() {
    return stage;
  }

  /** Steps that it proposes. */
  public int steps() {
    return steps;
  }

  /** Size of the training pictures that it proposes. */
  public String crops() {
    return crops;
  }

  /** As the window shows it. */
  @Override
  public String toString() {
    return title;
  }
}
