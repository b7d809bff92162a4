package org.cleanplate.training;

import org.cleanplate.network.Architecture;

/** What the first step begins with. */
public sealed interface TrainingStart {

  /** Random weights of an architecture. */
  record Scratch(Architecture architecture) implements TrainingStart {}

  /**
   * The weights of a model, which also says the architecture.
   *
   * @param nameOrPath a model of the catalogue, or the path of a file of weights
   */
  record Model(String nameOrPath) implements TrainingStart {}
}
