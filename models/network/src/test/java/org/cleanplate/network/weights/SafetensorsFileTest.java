package org.cleanplate.network.weights;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.io.channels.ByteArraySeekableByteChannel;
import org.cleanplate.MattingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafetensorsFileTest {
  @TempDir private Path folder;

  @Test
  void readsTheFormatAsPublished() throws IOException {
    String header =
        """
        {"__metadata__":{"format":"pt"},\
        "a":{"dtype":"F32","shape":[2,1],"data_offsets":[0,8]},\
        "b":{"dtype":"F16","shape":[1],"data_offsets":[10,12]},\
        "c":{"dtype":"BF16","shape":[],"data_offsets":[8,10]},\
        "d":{"dtype":"F32","shape":[0,3],"data_offsets":[12,12]}}   \
        """;
    byte[] data = {0, 0, (byte) 0x80, 0x3f, 0, 0, 0, (byte) 0xc0, (byte) 0x80, 0x3f, 0, 0x38};
    try (SafetensorsFile file = open(header, data)) {
      assertEquals(Map.of("format", "pt"), file.metadata());
      assertEquals(List.of("a", "b", "c", "d"), List.copyOf(file.tensors().keySet()));
      assertArrayEquals(new int[] {2, 1}, file.tensors().get("a").shape());
      assertArrayEquals(new float[] {1, -2}, values(file, "a"));
      assertArrayEquals(new float[] {0.5f}, values(file, "b"));
      assertArrayEquals(new float[] {1}, values(file, "c"));
      assertArrayEquals(new float[0], values(file, "d"));
    }
  }

  @Test
  void whatIsWrittenIsReadBackUnchanged() {
    Path file = folder.resolve("network.safetensors");
    Checkpoint written = TinyNetwork.checkpoint();
    SafetensorsWriter.write(file, written, SafetensorsWriter.Precision.SINGLE);
    Checkpoint read = CheckpointReader.read(file);
    assertEquals(written.architecture(), read.architecture());
    assertEquals(Map.of("origin", "a test"), read.metadata());
    assertEquals(List.copyOf(written.weights().names()), List.copyOf(read.weights().names()));
    written
        .weights()
        .asMap()
        .forEach(
            (name, tensor) -> {
              assertArrayEquals(tensor.shape(), read.weights().get(name).shape());
              assertArrayEquals(tensor.values(), read.weights().get(name).values());
            });
  }

  @Test
  void halfPrecisionRoundsOnceAndIsStableFromThenOn() throws IOException {
    Path once = folder.resolve("once.safetensors");
    Path twice = folder.resolve("twice.safetensors");
    Checkpoint original = TinyNetwork.checkpoint();
    SafetensorsWriter.write(once, original, SafetensorsWriter.Precision.HALF);
    Checkpoint rounded = CheckpointReader.read(once);
    assertTrue(SafetensorsWriter.fitsHalf(rounded.weights()));
    original
        .weights()
        .asMap()
        .forEach(
            (name, tensor) ->
                // Values are below 1/2: half of their last place is at most 2^-13.
                assertArrayEquals(
                    tensor.values(), rounded.weights().get(name).values(), 0x1p-13f, name));
    SafetensorsWriter.write(twice, rounded, SafetensorsWriter.Precision.HALF);
    assertArrayEquals(Files.readAllBytes(once), Files.readAllBytes(twice));
  }

  @Test
  void valuesTooLargeForHalfPrecisionAreRefusedAndLeaveNoFile() throws IOException {
    Map<String, FloatTensor> tensors = TinyNetwork.tensors();
    tensors.put("decoder.conv4.bias", new FloatTensor(new int[] {1}, new float[] {1e6f}));
    Checkpoint large = new Checkpoint(TinyNetwork.ARCHITECTURE, new Weights(tensors), Map.of());
    Path file = folder.resolve("large.safetensors");
    String message =
        assertThrows(
                MattingException.class,
                () -> SafetensorsWriter.write(file, large, SafetensorsWriter.Precision.HALF))
            .getMessage();
    assertTrue(message.contains("decoder.conv4.bias"), message);
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(0, left.count());
    }
  }

  @Test
  void headersLargerThanTheFileAreRefusedBeforeTheyAreAllocated() {
    for (long length : new long[] {-1, Long.MAX_VALUE, 1L << 40, 3, 17L << 20}) {
      byte[] file = ByteBuffer.allocate(10).order(ByteOrder.LITTLE_ENDIAN).putLong(length).array();
      assertThrows(MattingException.class, () -> open(file));
    }
    assertThrows(MattingException.class, () -> open(new byte[7]));
    assertThrows(MattingException.class, () -> open(new byte[0]));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // outside of the file, backwards, negative, overlapping, with a gap, not to the end
        "{'a':{'dtype':'F32','shape':[3],'data_offsets':[0,12]}}",
        "{'a':{'dtype':'F32','shape':[2],'data_offsets':[8,0]}}",
        "{'a':{'dtype':'F32','shape':[4],'data_offsets':[-8,8]}}",
        "{'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8]},"
            + "'b':{'dtype':'F32','shape':[1],'data_offsets':[4,8]}}",
        "{'a':{'dtype':'F32','shape':[1],'data_offsets':[4,8]}}",
        "{'a':{'dtype':'F32','shape':[1],'data_offsets':[0,4]}}",
        // shapes that the bytes do not fill
        "{'a':{'dtype':'F32','shape':[3],'data_offsets':[0,8]}}",
        "{'a':{'dtype':'F32','shape':[-2,-1],'data_offsets':[0,8]}}",
        "{'a':{'dtype':'F32','shape':[4611686018427387904,4],'data_offsets':[0,8]}}",
        "{'a':{'dtype':'F64','shape':[],'data_offsets':[0,7]},"
            + "'b':{'dtype':'U8','shape':[1],'data_offsets':[7,8]}}",
        // not the header of a safetensors file
        "{'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8]},"
            + "'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8]}}",
        "{'a':{'dtype':'F32','dtype':'F32','shape':[2],'data_offsets':[0,8]}}",
        "{'a':{'dtype':'F8','shape':[8],'data_offsets':[0,8]}}",
        "{'a':{'shape':[2],'data_offsets':[0,8]}}",
        "{'a':{'dtype':'F32','shape':[2],'data_offsets':[0]}}",
        "{'a':{'dtype':'F32','shape':[2.0],'data_offsets':[0,8]}}",
        "{'a':{'dtype':'F32','shape':[99999999999999999999],'data_offsets':[0,8]}}",
        "{'a':{'dtype':'F32','shape':2,'data_offsets':[0,8]}}",
        "{'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8],'path':'x'}}",
        "{'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8]}} {}",
        "{'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8]}",
        "{'__metadata__':{'a':{}},'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8]}}",
        "[]"
      })
  void headersThatDoNotFitTheFileAreRefused(String header) {
    assertThrows(MattingException.class, () -> open(header.replace('\'', '"'), new byte[8]));
  }

  @Test
  void everyTruncationIsRefused() throws IOException {
    Path file = folder.resolve("network.safetensors");
    SafetensorsWriter.write(file, TinyNetwork.checkpoint(), SafetensorsWriter.Precision.HALF);
    byte[] whole = Files.readAllBytes(file);
    for (int length : new int[] {0, 1, 8, 9, 500, whole.length / 2, whole.length - 1}) {
      Files.write(file, Arrays.copyOf(whole, length));
      String message =
          assertThrows(MattingException.class, () -> CheckpointReader.read(file)).getMessage();
      assertTrue(message.contains("network.safetensors"), message);
    }
  }

  private static SafetensorsFile open(String header, byte[] data) throws IOException {
    byte[] json = header.getBytes(UTF_8);
    return open(
        ByteBuffer.allocate(Long.BYTES + json.length + data.length)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(json.length)
            .put(json)
            .put(data)
            .array());
  }

  private static SafetensorsFile open(byte[] file) throws IOException {
    return SafetensorsFile.open(ByteArraySeekableByteChannel.wrap(file));
  }

  private static float[] values(SafetensorsFile file, String name) throws IOException {
    return file.tensors().get(name).read().values();
  }
}
