package org.cleanplate.network.weights;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.cleanplate.MattingException;

/**
 * Writes safetensors files. The same weights and metadata give the same bytes: metadata sorted,
 * tensors in the order of the weights.
 */
public final class SafetensorsWriter {
  private static final int ALIGNMENT = 8;

  /** How values are stored. */
  public enum Precision {
    /** 32-bit floats: nothing is lost. */
    SINGLE(ElementType.F32),
    /** 16-bit floats: half the size, rounded to 11 significant bits. */
    HALF(ElementType.F16);

    private final ElementType type;

    Precision(ElementType type) {
      this.type = type;
    }
  }

  private SafetensorsWriter() {}

  /**
   * Writes a checkpoint: its weights, its architecture and its metadata. The file is there whole or
   * not at all; an older one is replaced.
   *
   * @throws MattingException if the file cannot be written, or a value is too large for half
   *     precision
   */
  public static void write(Path file, Checkpoint checkpoint, Precision precision) {
    Map<String, String> metadata = new TreeMap<>(checkpoint.metadata());
    metadata.putAll(checkpoint.architecture().toMetadata());
    write(file, new TensorArchive(checkpoint.weights().asMap(), metadata), precision);
  }

  /** As {@link #write(Path, Checkpoint, Precision)}, for tensors that are no network. */
  static void write(Path file, TensorArchive archive, Precision precision) {
    WholeFile.save(
        file,
        temporary -> {
          try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(temporary))) {
            write(out, archive, precision.type);
          }
        });
  }

  /** Whether every value survives half precision unchanged. */
  public static boolean fitsHalf(Weights weights) {
    for (FloatTensor tensor : weights.asMap().values()) {
      for (float value : tensor.values()) {
        if (Float16.toFloat(Float16.fromFloat(value)) != value) {
          return false;
        }
      }
    }
    return true;
  }

  private static void write(OutputStream out, TensorArchive archive, ElementType type)
      throws IOException {
    byte[] header = header(archive, type);
    int padding = -header.length & ALIGNMENT - 1;
    ByteBuffer length =
        ByteBuffer.allocate(SafetensorsFile.LENGTH_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    out.write(length.putLong(header.length + padding).array());
    out.write(header);
    out.write(" ".repeat(padding).getBytes(US_ASCII));
    for (Map.Entry<String, FloatTensor> tensor : archive.tensors().entrySet()) {
      out.write(bytes(tensor.getKey(), tensor.getValue().values(), type));
    }
  }

  private static byte[] header(TensorArchive archive, ElementType type) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = new JsonFactory().createGenerator(bytes)) {
      json.writeStartObject();
      json.writeObjectFieldStart(SafetensorsHeader.METADATA);
      for (Map.Entry<String, String> entry : archive.metadata().entrySet()) {
        json.writeStringField(entry.getKey(), entry.getValue());
      }
      json.writeEndObject();
      long begin = 0;
      for (Map.Entry<String, FloatTensor> tensor : archive.tensors().entrySet()) {
        long end = begin + (long) tensor.getValue().values().length * type.bytes();
        int[] shape = tensor.getValue().shape();
        json.writeObjectFieldStart(tensor.getKey());
        json.writeStringField(SafetensorsHeader.TYPE, type.name());
        json.writeFieldName(SafetensorsHeader.SHAPE);
        json.writeArray(shape, 0, shape.length);
        json.writeFieldName(SafetensorsHeader.OFFSETS);
        json.writeArray(new long[] {begin, end}, 0, 2);
        json.writeEndObject();
        begin = end;
      }
      json.writeEndObject();
    }
    return bytes.toByteArray();
  }

  private static byte[] bytes(String name, float[] values, ElementType type) {
    ByteBuffer bytes =
        ByteBuffer.allocate(values.length * type.bytes()).order(ByteOrder.LITTLE_ENDIAN);
    if (type == ElementType.F32) {
      bytes.asFloatBuffer().put(values);
      return bytes.array();
    }
    for (float value : values) {
      short half = Float16.fromFloat(value);
      if (Float.isInfinite(Float16.toFloat(half))) {
        throw new MattingException(
            "Tensor "
                + name
                + " holds "
                + value
                + ", half precision ends at "
                + Float16.MAX_VALUE
                + ": write single precision");
      }
      bytes.putShort(half);
    }
    return bytes.array();
  }
}
