package org.cleanplate.network.catalog;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.cleanplate.MattingException;
import org.cleanplate.network.graph.PublishedStyle;
import org.cleanplate.network.graph.PublishedStyleGraph;
import org.cleanplate.network.weights.Checkpoint;
import org.cleanplate.network.weights.SafetensorsWriter;
import org.cleanplate.network.weights.TorchWriter;
import org.cleanplate.network.weights.WholeFile;

/**
 * Writes a model for other programs. Each file is there whole or not at all; an older one is
 * replaced.
 */
public final class ModelExport {
  private final MattingModel.Network network;

  private ModelExport(MattingModel.Network network) {
    this.network = network;
  }

  /**
   * Prepares the export of a model.
   *
   * @throws MattingException if it is an ONNX file, whose weights are no longer apart
   */
  public static ModelExport of(MattingModel model) {
    if (model instanceof MattingModel.Network network) {
      return new ModelExport(network);
    }
    throw new MattingException(
        model.name()
            + " is an ONNX file, in which the weights are part of a finished graph: export a model"
            + " of weights");
  }

  /** Weights and architecture as this program keeps them, in half precision if nothing is lost. */
  public void toSafetensors(Path file) {
    Map<String, String> origin =
        Map.of("exportedFrom", network.name(), "exportedSha256", network.sha256());
    Checkpoint checkpoint = new Checkpoint(network.architecture(), network.weights(), origin);
    SafetensorsWriter.write(file, checkpoint, ModelImport.withoutLoss(network.weights()));
  }

  /** The weights as a {@code state_dict} of the published PyTorch network. */
  public void toTorch(Path file) {
    TorchWriter.write(file, new Checkpoint(network.architecture(), network.weights(), Map.of()));
  }

  /** A finished graph with the inputs and outputs of the authors' ONNX files. */
  public void toOnnx(Path file, PublishedStyle style) {
    byte[] graph = PublishedStyleGraph.build(network.architecture(), network.weights(), style);
    WholeFile.save(file, temporary -> Files.write(temporary, graph));
  }
}
