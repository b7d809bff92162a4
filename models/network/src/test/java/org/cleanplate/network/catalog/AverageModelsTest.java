package org.cleanplate.network.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cleanplate.MattingException;
import org.cleanplate.Sha256;
import org.cleanplate.network.Architecture;
import org.cleanplate.network.Backbone;
import org.cleanplate.network.ParameterShapes;
import org.cleanplate.network.weights.Checkpoint;
import org.cleanplate.network.weights.CheckpointReader;
import org.cleanplate.network.weights.FloatTensor;
import org.cleanplate.network.weights.SafetensorsWriter;
import org.cleanplate.network.weights.SafetensorsWriter.Precision;
import org.cleanplate.network.weights.TinyNetwork;
import org.cleanplate.network.weights.Weights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AverageModelsTest {
  private static final Architecture OTHER =
      new Architecture(Backbone.MOBILENETV2, 0.25, 8, List.of(7, 6, 5), 5, List.of(9, 8, 7), 3);

  @TempDir private Path folder;

  @Test
  void eachParameterIsTheMeanOfTheModels() throws IOException {
    Path ones = filled("ones", TinyNetwork.ARCHITECTURE, 1);
    Path fours = filled("fours", TinyNetwork.ARCHITECTURE, 4);
    Path out = folder.resolve("mean.safetensors");
    AverageModels.main(
        new String[] {out.toString(), ones.toString(), fours.toString(), fours.toString()});
    Checkpoint mean = CheckpointReader.read(out);
    assertEquals(TinyNetwork.ARCHITECTURE, mean.architecture());
    assertEquals(ParameterShapes.of(TinyNetwork.ARCHITECTURE).keySet(), mean.weights().names());
    for (FloatTensor tensor : mean.weights().asMap().values()) {
      for (float value : tensor.values()) {
        assertEquals(3f, value);
      }
    }
  }

  @Test
  void theFileTellsWhatItIsTheMeanOf() throws IOException {
    Path ones = filled("ones", TinyNetwork.ARCHITECTURE, 1);
    Path twos = filled("twos", TinyNetwork.ARCHITECTURE, 2);
    Path out = folder.resolve("mean.safetensors");
    AverageModels.main(new String[] {out.toString(), ones.toString(), twos.toString()});
    Map<String, String> metadata = CheckpointReader.read(out).metadata();
    assertEquals("ones.safetensors twos.safetensors", metadata.get("averageOf"));
    assertEquals(Sha256.of(ones) + " " + Sha256.of(twos), metadata.get("averageOfSha256"));
  }

  @Test
  void modelsOfDifferentArchitecturesAreRefusedByName() {
    Path ones = filled("ones", TinyNetwork.ARCHITECTURE, 1);
    Path wider = filled("wider", OTHER, 1);
    Path out = folder.resolve("mean.safetensors");
    String[] arguments = {out.toString(), ones.toString(), wider.toString()};
    MattingException e = assertThrows(MattingException.class, () -> AverageModels.main(arguments));
    assertTrue(e.getMessage().contains("wider.safetensors"), e.getMessage());
    assertTrue(e.getMessage().contains("ones.safetensors"), e.getMessage());
    assertFalse(Files.exists(out));
  }

  @Test
  void oneModelAloneHasNoMean() {
    Path ones = filled("ones", TinyNetwork.ARCHITECTURE, 1);
    String[] arguments = {folder.resolve("mean.safetensors").toString(), ones.toString()};
    MattingException e = assertThrows(MattingException.class, () -> AverageModels.main(arguments));
    assertTrue(e.getMessage().contains("CHECKPOINT CHECKPOINT"), e.getMessage());
  }

  /** A model all of whose parameters are one number. */
  private Path filled(String name, Architecture architecture, float value) {
    Map<String, FloatTensor> tensors = new LinkedHashMap<>();
    ParameterShapes.of(architecture)
        .forEach(
            (parameter, shape) -> {
              float[] values = new float[(int) FloatTensor.elementCount(shape)];
              Arrays.fill(values, value);
              tensors.put(parameter, new FloatTensor(shape, values));
            });
    Path file = folder.resolve(name + ".safetensors");
    Checkpoint checkpoint = new Checkpoint(architecture, new Weights(tensors), Map.of());
    SafetensorsWriter.write(file, checkpoint, Precision.SINGLE);
    return file;
  }
}
