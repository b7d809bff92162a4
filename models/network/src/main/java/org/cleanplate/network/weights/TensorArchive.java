package org.cleanplate.network.weights;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.cleanplate.MattingException;

/**
 * Named tensors that are not, or not only, a network's weights: the state of a training run. In
 * files they are safetensors of 32 bits.
 *
 * @param tensors in the order of the file
 * @param metadata what the file says about itself
 */
public record TensorArchive(Map<String, FloatTensor> tensors, Map<String, String> metadata) {
  public TensorArchive {
    tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
    metadata = Collections.unmodifiableMap(new TreeMap<>(metadata));
  }

  /**
   * Reads a file that {@link #write} wrote. It is not trusted: sizes are checked before anything is
   * allocated.
   *
   * @throws MattingException if the file is missing, damaged or no safetensors file
   */
  public static TensorArchive read(Path file) {
    try (TensorFile open = SafetensorsFile.open(Files.newByteChannel(file))) {
      Map<String, FloatTensor> tensors = new LinkedHashMap<>();
      for (Map.Entry<String, StoredTensor> tensor : open.tensors().entrySet()) {
        tensors.put(tensor.getKey(), tensor.getValue().read());
      }
      return new TensorArchive(tensors, open.metadata());
    } catch (MattingException e) {
      throw new MattingException("Cannot read " + file + ": " + e.getMessage(), e);
    } catch (IOException e) {
      throw new MattingException("Cannot read " + file + ": " + e, e);
    }
  }

  /**
   * Writes a file; it is there whole or not at all.
   *
   * @throws MattingException if it cannot be written
   */
  public void write(Path file) {
    SafetensorsWriter.write(file, this, SafetensorsWriter.Precision.SINGLE);
  }
}
