package org.cleanplate.network.weights;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.zip.ZipFile;
import org.apache.commons.io.channels.ByteArraySeekableByteChannel;
import org.cleanplate.MattingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files with some bytes changed at random are read or refused in words, and nothing else. */
class DamagedBytesTest {
  private static final int TRIALS = 300;

  private final Random random = new Random(7);

  @TempDir private Path folder;

  /** Opens and reads a damaged file. */
  private interface Reader {
    TensorFile open(byte[] damaged) throws IOException;
  }

  @Test
  void ofSafetensorsFiles() throws IOException {
    Path file = folder.resolve("tiny.safetensors");
    SafetensorsWriter.write(file, TinyNetwork.checkpoint(), SafetensorsWriter.Precision.HALF);
    byte[] whole = Files.readAllBytes(file);
    damage(
        whole, 2000, damaged -> SafetensorsFile.open(ByteArraySeekableByteChannel.wrap(damaged)));
  }

  @Test
  void ofPicklesOfTorch() throws IOException {
    Path original = folder.resolve("views.pth");
    TorchZip zip = new TorchZip();
    String key = zip.storage(TorchZip.floats(0, 1, 2, 3, 4, 5, 6, 7));
    zip.tensor("transposed", "FloatStorage", key, 8, 1, new long[] {2, 3}, new long[] {1, 2});
    zip.tensor("half", "HalfStorage", zip.storage(new byte[4]), 2, 0, 2);
    zip.save(original);
    Path file = folder.resolve("damaged.pth");
    byte[] pickle = entry(original);
    damage(
        pickle,
        pickle.length,
        damaged -> {
          Map<String, byte[]> entries =
              Map.of(
                  "archive/data.pkl", damaged,
                  "archive/data/0", new byte[32],
                  "archive/data/1", new byte[4]);
          TorchZip.save(file, entries);
          return TorchFile.open(file);
        });
  }

  @Test
  void ofZipFiles() throws IOException {
    Path file = folder.resolve("views.pth");
    TorchZip zip = new TorchZip();
    zip.tensor("w", "FloatStorage", zip.storage(TorchZip.floats(1, 2, 3, 4)), 4, 0, 2, 2);
    zip.save(file);
    byte[] whole = Files.readAllBytes(file);
    damage(
        whole,
        whole.length,
        damaged -> {
          Files.write(file, damaged);
          return TorchFile.open(file);
        });
  }

  @Test
  void ofPicklesOfNumpy() throws IOException {
    Path file = folder.resolve("damaged.pdparams");
    for (int protocol = 2; protocol <= 4; protocol++) {
      String name = "numpy-protocol-" + protocol + ".pdparams";
      byte[] whole;
      try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream(name))) {
        whole = in.readAllBytes();
      }
      damage(
          whole,
          whole.length,
          damaged -> {
            Files.write(file, damaged);
            return PaddleFile.open(file);
          });
    }
  }

  private void damage(byte[] whole, int damagedStart, Reader reader) {
    int refused = 0;
    for (int trial = 0; trial < TRIALS; trial++) {
      byte[] damaged = whole.clone();
      for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
        damaged[random.nextInt(damagedStart)] = (byte) random.nextInt(256);
      }
      try (TensorFile file = reader.open(damaged)) {
        for (StoredTensor tensor : file.tensors().values()) {
          if (tensor.type().floating()) {
            tensor.read();
          }
        }
      } catch (MattingException | IOException e) {
        refused++;
      } catch (RuntimeException e) {
        fail("trial " + trial, e);
      }
    }
    assertTrue(refused > TRIALS / 20, "only " + refused + " were refused");
  }

  private static byte[] entry(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return zip.getInputStream(zip.getEntry("archive/data.pkl")).readAllBytes();
    }
  }
}
