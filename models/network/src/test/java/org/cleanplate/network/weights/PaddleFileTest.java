package org.cleanplate.network.weights;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cleanplate.MattingException;
import org.cleanplate.network.weights.pickle.PickleWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaddleFileTest {
  @TempDir private Path folder;

  /**
   * The fixtures are {@code pickle.dumps(d, protocol)} of numpy 2.4 for {@code d = {'conv.weight':
   * arange(6, 'f4').reshape(2, 3), 'turned.weight': the same in column order, 'bn._mean': [0.5,
   * -1.5], 'bn._variance': [255, 1e-3] as 'f2', 'steps': 300, 'StructuredToParameterName@@': {…}}}.
   */
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4})
  void readsWhatNumpyWrites(int protocol) throws IOException, URISyntaxException {
    String name = "numpy-protocol-" + protocol + ".pdparams";
    Path file = Path.of(Objects.requireNonNull(getClass().getResource(name)).toURI());
    try (PaddleFile paddle = PaddleFile.open(file)) {
      Map<String, StoredTensor> tensors = paddle.tensors();
      assertEquals(
          List.of("conv.weight", "turned.weight", "bn.running_mean", "bn.running_var", "steps"),
          List.copyOf(tensors.keySet()));
      for (String matrix : List.of("conv.weight", "turned.weight")) {
        assertArrayEquals(new int[] {2, 3}, tensors.get(matrix).shape());
        assertArrayEquals(
            new float[] {0, 1, 2, 3, 4, 5}, tensors.get(matrix).read().values(), matrix);
      }
      assertArrayEquals(new float[] {0.5f, -1.5f}, tensors.get("bn.running_mean").read().values());
      float[] variance = tensors.get("bn.running_var").read().values();
      assertEquals(255, variance[0]);
      assertEquals(1e-3, variance[1], 5e-7);
      assertEquals(ElementType.I64, tensors.get("steps").type());
    }
  }

  @Test
  void readsAWholeNetworkOfNumpyOne() throws IOException {
    Checkpoint network = TinyNetwork.checkpoint();
    PickleWriter pickle = new PickleWriter().dictionary().mark();
    network
        .weights()
        .asMap()
        .forEach(
            (name, tensor) ->
                array(
                    pickle.text(
                        name.replace("running_mean", "_mean").replace("running_var", "_variance")),
                    tensor.shape(),
                    TorchZip.floats(tensor.values())));
    Path file = Files.write(folder.resolve("stage2.pdparams"), pickle.setItems().stop());
    Checkpoint read = CheckpointReader.read(file);
    assertEquals(network.architecture(), read.architecture());
    network
        .weights()
        .asMap()
        .forEach(
            (name, tensor) ->
                assertArrayEquals(tensor.values(), read.weights().get(name).values(), name));
  }

  @Test
  void refusesArraysWhoseShapeIsNotThatOfTheirBytes() throws IOException {
    for (int[] shape : List.of(new int[] {4}, new int[] {1 << 30, 1 << 30}, new int[] {-3, -1})) {
      PickleWriter pickle = new PickleWriter().dictionary().mark().text("conv.weight");
      array(pickle, shape, new byte[12]);
      Path file = Files.write(folder.resolve("x.pdparams"), pickle.setItems().stop());
      assertThrows(MattingException.class, () -> PaddleFile.open(file), Arrays.toString(shape));
    }
  }

  @Test
  void namesTheEntryThatIsNoArray() throws IOException {
    byte[] pickle =
        new PickleWriter().dictionary().mark().text("epoch").number(3).setItems().stop();
    Path file = Files.write(folder.resolve("x.pdparams"), pickle);
    String message = assertThrows(MattingException.class, () -> PaddleFile.open(file)).getMessage();
    assertTrue(message.contains("\"epoch\""), message);
  }

  @Test
  void saysWhatToDoWithAnOldPyTorchFile() throws IOException {
    byte[] pickle =
        new PickleWriter()
            .raw(0x8a, 10, 0x6c, 0xfc, 0x9c, 0x46, 0xf9, 0x20, 0x6a, 0xa8, 0x50, 0x19)
            .stop();
    Path file = Files.write(folder.resolve("old.pth"), pickle);
    String message = assertThrows(MattingException.class, () -> PaddleFile.open(file)).getMessage();
    assertTrue(message.contains("before 1.6"), message);
  }

  private static void array(PickleWriter pickle, int[] shape, byte[] data) {
    pickle.global("numpy.core.multiarray", "_reconstruct").mark().global("numpy", "ndarray");
    pickle.tuple(0).data(new byte[] {'b'}).tuple().reduce();
    pickle.mark().number(1).tuple(shape);
    pickle.global("numpy", "dtype").mark().text("f4").raw(0x89, 0x88).tuple().reduce();
    pickle.mark().number(3).text("<").raw('N', 'N', 'N').number(-1).number(-1).number(0);
    pickle.tuple().build().raw(0x89).data(data).tuple().build();
  }
}
