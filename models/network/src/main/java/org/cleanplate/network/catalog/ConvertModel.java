package org.cleanplate.network.catalog;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cleanplate.MattingException;
import org.cleanplate.Sha256;
import org.cleanplate.network.weights.Checkpoint;
import org.cleanplate.network.weights.SafetensorsWriter.Precision;

/**
 * Converts a checkpoint of any format to a safetensors file in half precision, as bundled models
 * are; the same checkpoint and texts give the same bytes. Arguments: the checkpoint, the file to
 * write, then texts for its metadata, {@code key=value} each.
 */
public final class ConvertModel {
  private ConvertModel() {}

  /** Converts a file from the command line and prints what came of it. */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length < 2) {
      throw new MattingException(
          "Got "
              + arguments.length
              + " arguments, expected: CHECKPOINT OUT.safetensors [KEY=VALUE]");
    }
    Map<String, String> metadata = new HashMap<>();
    for (String pair : List.of(arguments).subList(2, arguments.length)) {
      String[] keyAndValue = pair.split("=", 2);
      if (keyAndValue.length != 2) {
        throw new MattingException("Got \"" + pair + "\", expected KEY=VALUE");
      }
      metadata.put(keyAndValue[0], keyAndValue[1]);
    }
    Path out = Path.of(arguments[1]);
    Checkpoint checkpoint =
        ModelImport.convert(Path.of(arguments[0]), out, metadata, weights -> Precision.HALF);
    System.out.println(checkpoint.architecture());
    System.out.println(Sha256.of(out) + "  " + out);
  }
}
