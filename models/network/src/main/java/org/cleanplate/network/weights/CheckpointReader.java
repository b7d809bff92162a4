package org.cleanplate.network.weights;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.io.channels.ByteArraySeekableByteChannel;
import org.cleanplate.MattingException;
import org.cleanplate.network.Architecture;
import org.cleanplate.network.ParameterShapes;

/**
 * Reads a network's weights from any of the formats they are published in: safetensors, PyTorch
 * {@code .pth} (state_dict or TorchScript), Paddle {@code .pdparams}. The file is not trusted:
 * names, sizes and shapes are checked before values are read, and nothing in it is run.
 */
public final class CheckpointReader {
  private static final String REFINER = "refiner.";

  private CheckpointReader() {}

  /**
   * Reads a file of any format that holds weights.
   *
   * @throws MattingException if the file is missing, damaged, of another kind, or does not hold
   *     exactly the tensors of one network; the message names the file and every fault
   */
  public static Checkpoint read(Path file) {
    CheckpointFormat format = CheckpointFormat.of(file);
    return read(file.getFileName().toString(), () -> open(file, format));
  }

  /**
   * Reads a safetensors file that is in memory.
   *
   * @param name what to call it in messages
   * @throws MattingException as {@link #read(Path)}
   */
  public static Checkpoint readSafetensors(byte[] file, String name) {
    return read(name, () -> SafetensorsFile.open(ByteArraySeekableByteChannel.wrap(file)));
  }

  /** Opens a file of tensors. */
  private interface Opener {
    TensorFile open() throws IOException;
  }

  private static TensorFile open(Path file, CheckpointFormat format) throws IOException {
    return switch (format) {
      case SAFETENSORS -> SafetensorsFile.open(Files.newByteChannel(file));
      case TORCH -> TorchFile.open(file);
      case PADDLE -> PaddleFile.open(file);
      case ONNX ->
          throw new MattingException(
              "it is an ONNX file, a finished graph rather than weights: open it as it is");
    };
  }

  private static Checkpoint read(String name, Opener opener) {
    try (TensorFile file = opener.open()) {
      return load(file);
    } catch (MattingException e) {
      throw new MattingException("Cannot read " + name + ": " + e.getMessage(), e);
    } catch (IOException e) {
      throw new MattingException(
          "Cannot read " + name + ": " + e.getMessage() + ". Copy or download it again", e);
    }
  }

  private static Checkpoint load(TensorFile file) throws IOException {
    Map<String, StoredTensor> tensors = ParameterNames.canonical(file.tensors());
    Map<String, int[]> shapes = new LinkedHashMap<>();
    tensors.forEach((name, tensor) -> shapes.put(name, tensor.shape()));
    checkHasRefiner(shapes);
    Architecture architecture = architecture(file.metadata(), shapes);
    Map<String, int[]> needed = ParameterShapes.of(architecture);
    StrictMatch.check(needed, shapes, architecture.backbone().id());
    Map<String, FloatTensor> values = new LinkedHashMap<>();
    for (String name : needed.keySet()) {
      values.put(name, value(name, tensors.get(name)));
    }
    return new Checkpoint(architecture, new Weights(values), provenance(file, architecture));
  }

  private static void checkHasRefiner(Map<String, int[]> shapes) {
    boolean hasBase = shapes.keySet().stream().anyMatch(name -> name.startsWith("backbone."));
    boolean hasRefiner = shapes.keySet().stream().anyMatch(name -> name.startsWith(REFINER));
    if (hasBase && !hasRefiner) {
      throw new MattingException(
          "it holds the base network alone, no "
              + REFINER
              + "* tensors: a checkpoint of the first training stage. Use one of the whole network,"
              + " from the second stage");
    }
  }

  /** As the file says, or as the shapes tell: the tensors are compared with it either way. */
  private static Architecture architecture(
      Map<String, String> metadata, Map<String, int[]> shapes) {
    return metadata.containsKey("backbone")
        ? Architecture.fromMetadata(metadata)
        : ParameterShapes.architectureOf(shapes);
  }

  private static Map<String, String> provenance(TensorFile file, Architecture architecture) {
    Map<String, String> provenance = new HashMap<>(file.metadata());
    provenance.keySet().removeAll(architecture.toMetadata().keySet());
    return provenance;
  }

  private static FloatTensor value(String name, StoredTensor stored) throws IOException {
    FloatTensor tensor;
    try {
      tensor = stored.read();
    } catch (MattingException e) {
      throw new MattingException("tensor " + name + ": " + e.getMessage(), e);
    }
    for (float value : tensor.values()) {
      if (!Float.isFinite(value)) {
        throw new MattingException(
            "tensor " + name + " holds " + value + ": its training diverged, or it is damaged");
      }
    }
    return tensor;
  }
}
