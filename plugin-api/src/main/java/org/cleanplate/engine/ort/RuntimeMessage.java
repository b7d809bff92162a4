package org.cleanplate.engine.ort;

import ai.onnxruntime.OrtException;
import java.util.regex.Pattern;

/** What the runtime says, without where in its own code it says so: it has to fit a dialog. */
final class RuntimeMessage {
  /** Such as {@code [ONNXRuntimeError] : 1 : FAIL : }; the innermost comes last. */
  private static final Pattern WHERE =
      Pattern.compile("^.*\\[ONNXRuntimeError] : \\d+ : [A-Z_]+ : ", Pattern.DOTALL);

  private static final Pattern CODE = Pattern.compile("^Error code - \\w+ - message: ");

  private RuntimeMessage() {}

  static String brief(OrtException e) {
    String message = CODE.matcher(e.getMessage()).replaceFirst("");
    return WHERE.matcher(message).replaceFirst("").replaceAll("\\s+", " ").strip();
  }
}
