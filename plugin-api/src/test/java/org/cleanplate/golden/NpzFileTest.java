package org.cleanplate.golden;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NpzFileTest {
  @TempDir Path folder;

  @Test
  void readsFloatsOfASmallArray() throws IOException {
    ByteBuffer data = data(6 * Float.BYTES);
    for (int i = 0; i < 6; i++) {
      data.putFloat(i - 2.5f);
    }
    NpyArray array = NpyArray.parse("a", npy("<f4", "2, 3", data));
    assertArrayEquals(new int[] {2, 3}, array.shape());
    assertArrayEquals(new float[] {-2.5f, -1.5f, -.5f, .5f, 1.5f, 2.5f}, array.values());
  }

  @Test
  void readsHalfPrecisionWithSubnormalsAndInfinity() throws IOException {
    short[] halves = {0x3c00, (short) 0xc000, 0x3555, 0x0001, 0x7bff, 0x7c00, (short) 0x8000};
    ByteBuffer data = data(halves.length * Short.BYTES);
    for (short half : halves) {
      data.putShort(half);
    }
    assertArrayEquals(
        new float[] {1, -2, 0.333251953125f, 0x1p-24f, 65504, Float.POSITIVE_INFINITY, -0f},
        NpyArray.parse("a", npy("<f2", "7,", data)).values());
  }

  @Test
  void readsIntegersAsUnsignedWhereTheyAre() throws IOException {
    assertArrayEquals(
        new float[] {255, 1},
        NpyArray.parse("a", npy("|u1", "2,", data(2).put((byte) -1).put((byte) 1))).values());
    assertArrayEquals(
        new float[] {65535},
        NpyArray.parse("a", npy("<u2", "1,", data(2).putShort((short) -1))).values());
    assertArrayEquals(
        new float[] {-7}, NpyArray.parse("a", npy("<i8", "", data(8).putLong(-7))).values());
    assertArrayEquals(
        new float[] {1, 0},
        NpyArray.parse("a", npy("|b1", "2,", data(2).put((byte) 1).put((byte) 0))).values());
  }

  @Test
  void refusesAShapeThatDoesNotFitTheData() {
    byte[] array = npy("<f4", "1000, 1000", data(8));
    IOException refusal = assertThrows(IOException.class, () -> NpyArray.parse("a", array));
    assertEquals("a has 8 bytes of data, its shape says 4000000", refusal.getMessage());
  }

  @Test
  void refusesUnknownElementsAndFortranOrder() {
    assertThrows(IOException.class, () -> NpyArray.parse("a", npy("|O", "1,", data(8))));
    byte[] fortran = npy("<f4", "True", "1,", data(4));
    IOException refusal = assertThrows(IOException.class, () -> NpyArray.parse("a", fortran));
    assertTrue(refusal.getMessage().contains("Fortran"), refusal::getMessage);
  }

  @Test
  void namesTheArraysOfAFileWhenOneIsMissing() throws IOException {
    Path file = folder.resolve("two.npz");
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("k1/mean.npy"));
      zip.write(npy("|u1", "1,", data(1).put((byte) 42)));
    }
    try (NpzFile npz = NpzFile.open(file)) {
      assertEquals(Set.of("k1/mean"), npz.names());
      assertArrayEquals(new float[] {42}, npz.get("k1/mean").values());
      IOException refusal = assertThrows(IOException.class, () -> npz.get("pha"));
      assertTrue(refusal.getMessage().contains("k1/mean"), refusal::getMessage);
    }
  }

  private static ByteBuffer data(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static byte[] npy(String type, String shape, ByteBuffer data) {
    return npy(type, "False", shape, data);
  }

  private static byte[] npy(String type, String fortranOrder, String shape, ByteBuffer data) {
    String header =
        "{'descr': '%s', 'fortran_order': %s, 'shape': (%s), }  \n"
            .formatted(type, fortranOrder, shape);
    return data(10 + header.length() + data.capacity())
        .put((byte) 0x93)
        .put("NUMPY".getBytes(StandardCharsets.US_ASCII))
        .put((byte) 1)
        .put((byte) 0)
        .putShort((short) header.length())
        .put(header.getBytes(StandardCharsets.US_ASCII))
        .put(data.array())
        .array();
  }
}
