package org.cleanplate.training.torch;

import java.util.Map;
import org.cleanplate.MattingException;
import org.cleanplate.network.catalog.MattingModel;
import org.cleanplate.network.catalog.ModelCatalog;
import org.cleanplate.network.weights.Checkpoint;
import org.cleanplate.training.TrainingPlan;
import org.cleanplate.training.TrainingStart;
import org.cleanplate.training.run.InitialWeights;

/** The network that a run begins with. */
final class StartingModel {
  private StartingModel() {}

  /**
   * Draws or reads it, as the plan says.
   *
   * @throws MattingException if the plan names a model that is not there or holds no weights
   */
  static Checkpoint of(TrainingPlan plan) {
    if (plan.start() instanceof TrainingStart.Scratch scratch) {
      return new Checkpoint(
          scratch.architecture(),
          InitialWeights.draw(scratch.architecture(), plan.seed()),
          Map.of());
    }
    String name = ((TrainingStart.Model) plan.start()).nameOrPath();
    if (ModelCatalog.standard().open(name) instanceof MattingModel.Network network) {
      return new Checkpoint(network.architecture(), network.weights(), Map.of());
    }
    throw new MattingException(
        "start is " + name + ", a finished ONNX graph, expected weights: safetensors or .pth");
  }
}
