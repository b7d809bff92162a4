package org.cleanplate.network.weights;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cleanplate.MattingException;
import org.cleanplate.network.weights.pickle.PickleWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointReaderTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"", "module.", "model.", "module.model."})
  void readsAStateDictWithAndWithoutItsWrappers(String prefix) throws IOException {
    Map<String, FloatTensor> wrapped = new LinkedHashMap<>();
    TinyNetwork.tensors().forEach((name, tensor) -> wrapped.put(prefix + name, tensor));
    Checkpoint read = CheckpointReader.read(torchFile(wrapped));
    assertEquals(TinyNetwork.ARCHITECTURE, read.architecture());
    assertEquals(TinyNetwork.tensors().keySet(), read.weights().names());
    TinyNetwork.tensors()
        .forEach(
            (name, tensor) ->
                assertArrayEquals(tensor.values(), read.weights().get(name).values(), name));
  }

  @Test
  void namesEveryMissingExtraAndMisshapenTensorAtOnce() {
    Map<String, FloatTensor> tensors = TinyNetwork.tensors();
    tensors.remove("refiner.bn2.running_var");
    tensors.remove("aspp.convs.1.1.bias");
    tensors.put("decoder.conv4.bias", new FloatTensor(new int[] {8}, new float[8]));
    tensors.put("optimizer.step", new FloatTensor(new int[0], new float[1]));
    String message = refusal(tensors);
    assertTrue(message.contains("test.pth"), message);
    assertTrue(message.contains("missing refiner.bn2.running_var"), message);
    assertTrue(message.contains("missing aspp.convs.1.1.bias"), message);
    assertTrue(message.contains("mis-shaped decoder.conv4.bias [8], expected [9]"), message);
    assertTrue(message.contains("extra optimizer.step"), message);
    assertFalse(message.contains("more"), message);
  }

  @Test
  void namesTenTensorsAndCountsTheRest() {
    Map<String, FloatTensor> tensors = TinyNetwork.tensors();
    for (int i = 0; i < 13; i++) {
      tensors.put("extra" + i, new FloatTensor(new int[0], new float[1]));
    }
    String message = refusal(tensors);
    assertTrue(message.contains("extra9; and 3 more"), message);
    assertFalse(message.contains("extra10"), message);
  }

  @Test
  void tellsACheckpointOfTheBaseAlone() {
    Map<String, FloatTensor> tensors = TinyNetwork.tensors();
    tensors.keySet().removeIf(name -> name.startsWith("refiner."));
    String message = refusal(tensors);
    assertTrue(message.contains("base network alone"), message);
  }

  @Test
  void refusesWeightsThatAreNoNumbers() {
    Map<String, FloatTensor> tensors = TinyNetwork.tensors();
    tensors.get("decoder.bn1.bias").values()[1] = Float.NaN;
    String message = refusal(tensors);
    assertTrue(message.contains("decoder.bn1.bias holds NaN"), message);
  }

  @Test
  void refusesScalarsInPlaceOfWeights() {
    Map<String, FloatTensor> tensors = TinyNetwork.tensors();
    for (String name :
        new String[] {"backbone.features.1.conv.1.weight", "backbone.features.0.0.weight"}) {
      tensors.put(name, new FloatTensor(new int[0], new float[1]));
      refusal(tensors);
    }
  }

  @Test
  void refusesAHostilePickleInAZipFileAndBare() throws IOException {
    byte[] hostile =
        new PickleWriter()
            .global("os", "system")
            .mark()
            .text("touch " + folder.resolve("owned"))
            .tuple()
            .reduce()
            .stop();
    Path zip = folder.resolve("hostile.pth");
    TorchZip.save(zip, Map.of("archive/data.pkl", hostile));
    Path bare = Files.write(folder.resolve("bare.pdparams"), hostile);
    for (Path file : new Path[] {zip, bare}) {
      String message =
          assertThrows(MattingException.class, () -> CheckpointReader.read(file)).getMessage();
      assertTrue(message.contains(file.getFileName().toString()), message);
      assertTrue(message.contains("os.system, which no checkpoint needs: refused"), message);
    }
    assertTrue(Files.notExists(folder.resolve("owned")));
  }

  @Test
  void refusesATruncatedFileOfAnyLength() throws IOException {
    Path file = torchFile(TinyNetwork.tensors());
    byte[] whole = Files.readAllBytes(file);
    for (int length : new int[] {0, 1, 3, 4, 100, 5000, whole.length / 2, whole.length - 1}) {
      Files.write(file, Arrays.copyOf(whole, length));
      String message =
          assertThrows(MattingException.class, () -> CheckpointReader.read(file)).getMessage();
      assertTrue(message.contains("test.pth"), message);
      assertTrue(length < 4 || message.contains("cut short"), message);
    }
  }

  @Test
  void saysWhatAFileOfAnotherKindStartsWith() throws IOException {
    Path file = Files.writeString(folder.resolve("model.pth"), "<html>404</html>");
    String message =
        assertThrows(MattingException.class, () -> CheckpointReader.read(file)).getMessage();
    assertTrue(message.contains("3c 68 74 6d 6c"), message);
    Path missing = folder.resolve("missing.pth");
    assertTrue(
        assertThrows(MattingException.class, () -> CheckpointReader.read(missing))
            .getMessage()
            .contains("There is no file"));
  }

  private String refusal(Map<String, FloatTensor> tensors) {
    return assertThrows(MattingException.class, () -> CheckpointReader.read(torchFile(tensors)))
        .getMessage();
  }

  private Path torchFile(Map<String, FloatTensor> tensors) throws IOException {
    Path file = folder.resolve("test.pth");
    TorchZip.write(file, tensors);
    return file;
  }
}
