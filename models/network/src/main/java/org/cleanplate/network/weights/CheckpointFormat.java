package org.cleanplate.network.weights;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.cleanplate.MattingException;

/** The kinds of file a model comes in, told apart by their first bytes: names prove nothing. */
public enum CheckpointFormat {
  SAFETENSORS,
  /** PyTorch's zip file: a {@code state_dict} or a TorchScript module. */
  TORCH,
  /** A bare pickle: PaddlePaddle's {@code .pdparams}. */
  PADDLE,
  /** A finished graph rather than weights. */
  ONNX;

  private static final int LONGEST_SIGNATURE = 9;
  private static final int ZIP_SIGNATURE = 0x04034b50;
  private static final int PICKLE_SIGNATURE = 0x80;
  private static final int ONNX_VERSION_FIELD = 0x08;

  /**
   * Looks at the first bytes of a file.
   *
   * @throws MattingException if there is no such file, it cannot be read, or it is of no kind known
   *     here
   */
  public static CheckpointFormat of(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new MattingException("There is no file " + file + ": check the path");
    }
    try (InputStream in = Files.newInputStream(file)) {
      return of(file, in.readNBytes(LONGEST_SIGNATURE), Files.size(file));
    } catch (IOException e) {
      throw new MattingException("Cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  private static CheckpointFormat of(Path file, byte[] start, long size) {
    ByteBuffer bytes = ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN);
    if (start.length == LONGEST_SIGNATURE
        && start[Long.BYTES] == '{'
        && Long.compareUnsigned(bytes.getLong(0), size) < 0) {
      return SAFETENSORS;
    }
    if (start.length >= Integer.BYTES && bytes.getInt(0) == ZIP_SIGNATURE) {
      return TORCH;
    }
    if (start.length >= 2 && (start[0] & 0xff) == PICKLE_SIGNATURE) {
      return PADDLE;
    }
    if (start.length >= 2 && start[0] == ONNX_VERSION_FIELD) {
      return ONNX;
    }
    throw new MattingException(
        file.getFileName()
            + " is no model that can be read: its "
            + size
            + " bytes start with "
            + HexFormat.ofDelimiter(" ").formatHex(start)
            + ". Expected safetensors, PyTorch .pth, Paddle .pdparams or ONNX, whole");
  }
}
