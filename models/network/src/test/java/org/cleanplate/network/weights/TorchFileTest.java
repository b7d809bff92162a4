package org.cleanplate.network.weights;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.cleanplate.MattingException;
import org.cleanplate.network.weights.pickle.PickleWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TorchFileTest {
  @TempDir private Path folder;

  @Test
  void readsViewsOfASharedStorage() throws IOException {
    TorchZip zip = new TorchZip();
    String key = zip.storage(TorchZip.floats(0, 1, 2, 3, 4, 5, 6, 7));
    zip.tensor("tail", "FloatStorage", key, 8, 6, 2);
    zip.tensor("transposed", "FloatStorage", key, 8, 1, new long[] {2, 3}, new long[] {1, 2});
    zip.tensor("scalar", "FloatStorage", key, 8, 7);
    zip.tensor("empty", "FloatStorage", key, 8, 0, 0, 3);
    try (TorchFile file = open(zip)) {
      assertArrayEquals(new float[] {6, 7}, values(file, "tail"));
      assertArrayEquals(new float[] {1, 3, 5, 2, 4, 6}, values(file, "transposed"));
      assertArrayEquals(new float[] {7}, values(file, "scalar"));
      assertArrayEquals(new float[0], values(file, "empty"));
    }
  }

  @Test
  void readsEveryFloatingType() throws IOException {
    TorchZip zip = new TorchZip();
    zip.tensor("half", "HalfStorage", zip.storage(new byte[] {0, 0x3c, 0, (byte) 0xc0}), 2, 0, 2);
    zip.tensor("brain", "BFloat16Storage", zip.storage(new byte[] {(byte) 0x80, 0x3f}), 1, 0, 1);
    byte[] pi = new byte[Double.BYTES];
    ByteBuffer.wrap(pi).putLong(Long.reverseBytes(Double.doubleToLongBits(Math.PI)));
    zip.tensor("double", "DoubleStorage", zip.storage(pi), 1, 0, 1);
    zip.tensor("steps", "LongStorage", zip.storage(new byte[8]), 1, 0);
    try (TorchFile file = open(zip)) {
      assertArrayEquals(new float[] {1, -2}, values(file, "half"));
      assertArrayEquals(new float[] {1}, values(file, "brain"));
      assertArrayEquals(new float[] {(float) Math.PI}, values(file, "double"));
      assertThrows(MattingException.class, () -> values(file, "steps"));
    }
  }

  @Test
  void refusesTensorsThatReachOutsideOfTheirStorage() throws IOException {
    assertRefused(8, 0, new long[] {9}, new long[] {1});
    assertRefused(8, 7, new long[] {2}, new long[] {1});
    assertRefused(8, 0, new long[] {2}, new long[] {8});
    assertRefused(8, 0, new long[] {-1}, new long[] {1});
    assertRefused(8, -1, new long[] {1}, new long[] {1});
    assertRefused(8, 0, new long[] {2}, new long[] {-1});
    assertRefused(8, 0, new long[] {2, 2}, new long[] {1});
    assertRefused(8, 0, new long[] {3}, new long[] {Long.MAX_VALUE});
    assertRefused(8, 0, new long[] {1L << 40, 1L << 40}, new long[] {0, 0});
    assertRefused(8, 0, new long[] {1 << 30}, new long[] {0});
    assertRefused(8, 0, new long[] {0, 1L << 40}, new long[] {1, 1});
  }

  @Test
  void refusesStoragesThatTheFileDoesNotHold() throws IOException {
    assertRefused(9, 0, new long[] {8}, new long[] {1});
    assertRefused(1L << 40, 0, new long[] {8}, new long[] {1});
    assertRefused(-8, 0, new long[] {8}, new long[] {1});
    TorchZip zip = new TorchZip();
    zip.tensor("weight", "FloatStorage", "../../../etc/passwd", 1, 0, 1);
    String message = assertThrows(MattingException.class, () -> open(zip)).getMessage();
    assertTrue(message.contains("has no entry archive/data/../../../etc/passwd"), message);
  }

  @Test
  void takesAModuleAsItsTensorsByTheirPaths() throws IOException {
    PickleWriter pickle = new PickleWriter();
    pickle.global("__torch__", "Wrapper").raw(')', 0x81).dictionary().mark();
    pickle.text("training").raw(0x89).text("model");
    pickle.global("__torch__.a.b", "Model").raw(')', 0x81).dictionary().mark();
    pickle.text("padding").global("torch.jit._pickle", "build_intlist");
    pickle.mark().raw(']').tuple().reduce();
    pickle.text("weight");
    TorchPickle.rebuild(pickle, "FloatStorage", "0", 2, 0, new long[] {2}, new long[] {1});
    pickle.setItems().build().setItems().build();
    Map<String, byte[]> entries =
        Map.of("archive/data.pkl", pickle.stop(), "archive/data/0", TorchZip.floats(3, 4));
    Path path = folder.resolve("script.pth");
    TorchZip.save(path, entries);
    try (TorchFile file = TorchFile.open(path)) {
      assertEquals("[model.weight]", file.tensors().keySet().toString());
      assertArrayEquals(new float[] {3, 4}, values(file, "model.weight"));
    }
  }

  @Test
  void refusesAModuleThatHoldsItself() throws IOException {
    PickleWriter pickle = new PickleWriter();
    pickle.global("__torch__", "Wrapper").raw(')', 0x81).raw('q', 0);
    pickle.dictionary().mark().text("left").raw('h', 0).text("right").raw('h', 0);
    pickle.setItems().build();
    Path path = folder.resolve("script.pth");
    TorchZip.save(path, Map.of("archive/data.pkl", pickle.stop()));
    String message = assertThrows(MattingException.class, () -> TorchFile.open(path)).getMessage();
    assertTrue(message.contains("nested deeper"), message);
  }

  @Test
  void refusesModulesSharedIntoAnEndlessTree() throws IOException {
    PickleWriter pickle = new PickleWriter();
    pickle.global("__torch__", "Leaf").raw(')', 0x81).raw('q', 0);
    for (int level = 0; level < 60; level++) {
      pickle.global("__torch__", "Level").raw(')', 0x81).dictionary().mark();
      pickle.text("left").raw('h', level).text("right").raw('h', level).setItems().build();
      pickle.raw('q', level + 1);
    }
    Path path = folder.resolve("script.pth");
    TorchZip.save(path, Map.of("archive/data.pkl", pickle.stop()));
    String message = assertThrows(MattingException.class, () -> TorchFile.open(path)).getMessage();
    assertTrue(message.contains("attributes: refused"), message);
  }

  @Test
  void refusesEntriesThatPointOutsideAndWritesNothing() throws IOException {
    Path path = folder.resolve("escape.pth");
    TorchZip.save(
        path, Map.of("../escaped.txt", new byte[3], "archive/data.pkl", new PickleWriter().stop()));
    String message = assertThrows(MattingException.class, () -> TorchFile.open(path)).getMessage();
    assertTrue(message.contains("../escaped.txt"), message);
    assertTrue(Files.notExists(folder.resolve("escaped.txt")));
    assertTrue(Files.notExists(folder.resolveSibling("escaped.txt")));
  }

  @Test
  void refusesAPickleThatUnpacksBeyondAllMeasure() throws IOException {
    Path path = folder.resolve("bomb.pth");
    TorchZip.save(path, Map.of("archive/data.pkl", new byte[65 << 20]));
    assertTrue(Files.size(path) < 1 << 20);
    String message = assertThrows(MattingException.class, () -> TorchFile.open(path)).getMessage();
    assertTrue(message.contains("expected at most"), message);
  }

  @Test
  void refusesAnEntryThatIsThereTwice() throws IOException {
    Path path = folder.resolve("twice.pth");
    TorchZip.save(path, Map.of("archive/data/0", new byte[4], "archive/data/1", new byte[4]));
    String zip = new String(Files.readAllBytes(path), ISO_8859_1);
    Files.writeString(path, zip.replace("archive/data/1", "archive/data/0"), ISO_8859_1);
    String message = assertThrows(MattingException.class, () -> TorchFile.open(path)).getMessage();
    assertTrue(message.contains("archive/data/0 twice"), message);
  }

  @Test
  void refusesAnEntryThatClaimsMoreThanItHolds() throws IOException {
    Path path = folder.resolve("lie.pth");
    TorchZip.save(path, Map.of("archive/data.pkl", new PickleWriter().dictionary().stop()));
    byte[] bytes = Files.readAllBytes(path);
    // The uncompressed size in the table of contents, 24 bytes behind its signature "PK\1\2".
    for (int i = 0; i + 28 < bytes.length; i++) {
      if (bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 1 && bytes[i + 3] == 2) {
        bytes[i + 27] = 0x70;
      }
    }
    Files.write(path, bytes);
    String message = assertThrows(MattingException.class, () -> TorchFile.open(path)).getMessage();
    assertTrue(message.contains("claims"), message);
  }

  @Test
  void refusesZipFilesOfOtherThings() throws IOException {
    Path path = folder.resolve("plugin.jar");
    TorchZip.save(path, Map.of("META-INF/MANIFEST.MF", new byte[3]));
    String message = assertThrows(MattingException.class, () -> TorchFile.open(path)).getMessage();
    assertTrue(message.contains("no PyTorch checkpoint"), message);
  }

  @Test
  void namesTheEntryThatIsNoTensor() throws IOException {
    byte[] pickle =
        new PickleWriter().dictionary().mark().text("epoch").number(3).setItems().stop();
    Path path = folder.resolve("training.pth");
    TorchZip.save(path, Map.of("archive/data.pkl", pickle));
    String message = assertThrows(MattingException.class, () -> TorchFile.open(path)).getMessage();
    assertTrue(message.contains("\"epoch\""), message);
  }

  private void assertRefused(long elements, long offset, long[] shape, long[] strides)
      throws IOException {
    TorchZip zip = new TorchZip();
    zip.tensor("w", "FloatStorage", zip.storage(new byte[32]), elements, offset, shape, strides);
    assertThrows(MattingException.class, () -> open(zip));
  }

  private TorchFile open(TorchZip zip) throws IOException {
    Path path = folder.resolve("test.pth");
    zip.save(path);
    return TorchFile.open(path);
  }

  private static float[] values(TorchFile file, String name) throws IOException {
    return file.tensors().get(name).read().values();
  }
}
