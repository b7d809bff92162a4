package org.cleanplate.network.weights;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.cleanplate.MattingException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TorchWriterTest {
  @TempDir private Path folder;

  @Test
  void whatIsWrittenIsReadBackUnchanged() {
    Checkpoint checkpoint = TinyNetwork.checkpoint();
    Path file = folder.resolve("tiny.pth");
    TorchWriter.write(file, checkpoint);
    Checkpoint read = CheckpointReader.read(file);
    assertEquals(checkpoint.architecture(), read.architecture());
    assertEquals(List.copyOf(checkpoint.weights().names()), List.copyOf(read.weights().names()));
    checkpoint
        .weights()
        .asMap()
        .forEach(
            (name, tensor) ->
                assertArrayEquals(tensor.values(), read.weights().get(name).values(), name));
  }

  @Test
  void hasTheNamesTypesAndShapesOfThePublishedFileInItsOrder() throws IOException {
    Path published = published();
    Path ours = folder.resolve("copy.pth");
    TorchWriter.write(ours, CheckpointReader.read(published));
    try (TorchFile expected = TorchFile.open(published);
        TorchFile found = TorchFile.open(ours)) {
      assertEquals(describe(expected), describe(found));
      assertEquals(382, found.tensors().size());
    }
  }

  /** Storage by storage: key, order, and every byte but those of the step counters. */
  @Test
  void holdsTheStoragesOfThePublishedFile() throws IOException {
    Path published = published();
    Path ours = folder.resolve("copy.pth");
    TorchWriter.write(ours, CheckpointReader.read(published));
    try (ZipFile expected = new ZipFile(published.toFile());
        ZipFile found = new ZipFile(ours.toFile())) {
      assertEquals(storages(expected), storages(found));
      for (String storage : storages(expected)) {
        byte[] there = read(expected, "mobilenetv2/" + storage);
        byte[] here = read(found, "model/" + storage);
        assertEquals(there.length, here.length, storage);
        if (there.length != Long.BYTES) {
          assertArrayEquals(there, here, storage);
        }
      }
      for (String note : List.of("byteorder", "version")) {
        assertArrayEquals(read(expected, "mobilenetv2/" + note), read(found, "model/" + note));
      }
    }
  }

  @Test
  void entriesAreStoredFromMultiplesOf64BytesOn() throws IOException {
    Path file = folder.resolve("tiny.pth");
    TorchWriter.write(file, TinyNetwork.checkpoint());
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    int entries = 0;
    int position = 0;
    while (bytes.getInt(position) == 0x04034b50) {
      assertEquals(0, bytes.getShort(position + 8), "stored");
      int content = position + 30 + bytes.getShort(position + 26) + bytes.getShort(position + 28);
      assertEquals(0, content % 64, "entry " + entries + " begins at " + content);
      position = content + bytes.getInt(position + 18);
      entries++;
    }
    try (ZipFile zip = new ZipFile(file.toFile())) {
      assertEquals(zip.size(), entries);
    }
  }

  @Test
  void theSameWeightsGiveTheSameBytes() throws IOException {
    Path first = folder.resolve("first.pth");
    Path second = folder.resolve("second.pth");
    TorchWriter.write(first, TinyNetwork.checkpoint());
    TorchWriter.write(second, TinyNetwork.checkpoint());
    assertEquals(-1, Files.mismatch(first, second));
  }

  @Test
  void leavesNothingWhereItCannotWrite() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "in the way").resolve("model.pth");
    assertThrows(MattingException.class, () -> TorchWriter.write(file, TinyNetwork.checkpoint()));
    assertTrue(Files.isRegularFile(folder.resolve("file")));
  }

  private static List<String> describe(TorchFile file) {
    List<String> lines = new ArrayList<>();
    file.tensors()
        .forEach(
            (name, tensor) ->
                lines.add(name + " " + tensor.type() + " " + List.of(boxed(tensor.shape()))));
    return lines;
  }

  private static Object[] boxed(int[] shape) {
    return Arrays.stream(shape).boxed().toArray();
  }

  private static List<String> storages(ZipFile zip) {
    return zip.stream()
        .map(ZipEntry::getName)
        .map(name -> name.substring(name.indexOf('/') + 1))
        .filter(name -> name.startsWith("data/"))
        .toList();
  }

  private static byte[] read(ZipFile zip, String name) throws IOException {
    return zip.getInputStream(zip.getEntry(name)).readAllBytes();
  }

  private static Path published() {
    Path file = Path.of(System.getProperty("cleanplate.golden"), "weights", "mobilenetv2.pth");
    Assumptions.assumeTrue(Files.exists(file), "not run: no reference weights: " + file);
    return file;
  }
}
