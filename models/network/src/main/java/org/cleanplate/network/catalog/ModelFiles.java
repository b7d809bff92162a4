package org.cleanplate.network.catalog;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.cleanplate.MattingException;

/** The rules for names of model files. */
final class ModelFiles {
  static final String SAFETENSORS = ".safetensors";
  static final String ONNX = ".onnx";

  private static final Set<String> EXTENSIONS = Set.of(SAFETENSORS, ONNX, ".pth", ".pdparams");
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 ._+-]{0,79}");

  private ModelFiles() {}

  static boolean isModel(String fileName) {
    return !fileName.startsWith(".") && !extension(fileName).isEmpty();
  }

  /** The file's name without the extension of a model. */
  static String stem(String fileName) {
    return fileName.substring(0, fileName.length() - extension(fileName).length());
  }

  /**
   * Passes names that are a file's on every system and no path.
   *
   * @throws MattingException otherwise
   */
  static void checkName(String name) {
    if (!NAME.matcher(name).matches() || name.endsWith(".") || name.endsWith(" ")) {
      throw new MattingException(
          "\""
              + name
              + "\" cannot be a model's name: use up to 80 letters, digits, spaces and . _ + -,"
              + " with a letter or digit first");
    }
  }

  private static String extension(String fileName) {
    String lower = fileName.toLowerCase(Locale.ROOT);
    return EXTENSIONS.stream().filter(lower::endsWith).findFirst().orElse("");
  }
}
