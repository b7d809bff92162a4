package org.cleanplate.network.catalog;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.cleanplate.Sha256;
import org.cleanplate.network.weights.Checkpoint;
import org.cleanplate.network.weights.CheckpointReader;
import org.cleanplate.network.weights.SafetensorsWriter;
import org.cleanplate.network.weights.SafetensorsWriter.Precision;
import org.cleanplate.network.weights.Weights;

/** Makes a safetensors file of ours from a checkpoint of any format. */
final class ModelImport {
  private ModelImport() {}

  /**
   * Converts a checkpoint. The file says where it comes from: {@code importedFrom}, {@code
   * importedSha256}.
   *
   * @param texts what else the file is to say about itself
   * @param precision chooses how the weights are stored
   * @return what was written, before rounding
   * @throws org.cleanplate.MattingException if the checkpoint cannot be read or the file not be
   *     written
   */
  static Checkpoint convert(
      Path checkpoint,
      Path target,
      Map<String, String> texts,
      Function<Weights, Precision> precision)
      throws IOException {
    Checkpoint read = CheckpointReader.read(checkpoint);
    Map<String, String> metadata = new HashMap<>(read.metadata());
    metadata.putAll(texts);
    metadata.put("importedFrom", checkpoint.getFileName().toString());
    metadata.put("importedSha256", Sha256.of(checkpoint));
    Checkpoint converted = new Checkpoint(read.architecture(), read.weights(), metadata);
    SafetensorsWriter.write(target, converted, precision.apply(converted.weights()));
    return converted;
  }

  /** Half precision if no value changes by it. */
  static Precision withoutLoss(Weights weights) {
    return SafetensorsWriter.fitsHalf(weights) ? Precision.HALF : Precision.SINGLE;
  }
}
