package org.cleanplate.imagej.parameters;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.cleanplate.MattingException;

/** The kinds of file that a model can be exported to, told by the file's extension. */
public enum ExportFormat {
  SAFETENSORS(".safetensors"),
  TORCH(".pth"),
  ONNX(".onnx");

  private final String extension;

  ExportFormat(String extension) {
    this.extension = extension;
  }

  /**
   * The format that a file's name asks for.
   *
   * @throws MattingException if it ends like none
   */
  static ExportFormat of(String file) {
    return Arrays.stream(values())
        .filter(format -> file.toLowerCase(Locale.ROOT).endsWith(format.extension))
        .findFirst()
        .orElseThrow(
            () ->
                new MattingException(
                    "The export is to be \""
                        + file
                        + "\", expected a name that ends in "
                        + Arrays.stream(values())
                            .map(format -> format.extension)
                            .collect(Collectors.joining(", "))));
  }
}
