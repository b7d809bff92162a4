package org.cleanplate.network.weights;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;
import org.cleanplate.MattingException;
import org.cleanplate.network.Architecture;
import org.cleanplate.network.Backbone;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Files that PyTorch itself wrote. */
class PublishedCheckpointTest {

  @Test
  void readsTheStateDictWhole() throws IOException {
    Path file = golden("mobilenetv2.pth");
    Checkpoint read = CheckpointReader.read(file);
    assertEquals(Architecture.published(Backbone.MOBILENETV2, 3), read.architecture());
    // PyTorch stores the first and the last tensor as its entries 0 and 380, and 381 is conv4's
    // bias.
    assertArrayEquals(
        entry(file, "mobilenetv2/data/0"),
        read.weights().get("backbone.features.0.0.weight").values());
    assertArrayEquals(
        entry(file, "mobilenetv2/data/380"), read.weights().get("refiner.conv4.weight").values());
    assertArrayEquals(
        entry(file, "mobilenetv2/data/381"), read.weights().get("refiner.conv4.bias").values());
  }

  @Test
  void theTorchScriptExportHoldsTheSameWeightsInHalfPrecision() {
    Checkpoint plain = CheckpointReader.read(golden("mobilenetv2.pth"));
    Checkpoint script = CheckpointReader.read(golden("torchscript_mobilenetv2_fp16.pth"));
    assertEquals(plain.architecture(), script.architecture());
    assertEquals(plain.weights().names(), script.weights().names());
    plain
        .weights()
        .asMap()
        .forEach(
            (name, tensor) -> {
              float[] rounded = script.weights().get(name).values();
              for (int i = 0; i < rounded.length; i++) {
                float exact = tensor.values()[i];
                double lastPlace = Math.max(Math.abs(exact) * 0x1p-11, 0x1p-25);
                assertEquals(exact, rounded[i], lastPlace, name + " " + i);
              }
            });
  }

  @Test
  void refinerTensorsAloneAreNoNetwork() {
    Path file = golden("mobilenetv2_refiner_k1.pth");
    String message =
        assertThrows(MattingException.class, () -> CheckpointReader.read(file)).getMessage();
    assertTrue(message.contains("mobilenetv2_refiner_k1.pth"), message);
  }

  private static float[] entry(Path file, String name) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      byte[] bytes = zip.getInputStream(zip.getEntry(name)).readAllBytes();
      FloatBuffer floats = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
      float[] values = new float[floats.remaining()];
      floats.get(values);
      return values;
    }
  }

  private static Path golden(String name) {
    Path file = Path.of(System.getProperty("cleanplate.golden"), "weights", name);
    Assumptions.assumeTrue(Files.exists(file), "no reference weights: " + file);
    return file;
  }
}
