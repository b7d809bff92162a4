package org.cleanplate.fiji;

import java.util.LinkedHashMap;
import java.util.Map;

/** The inputs of a SciJava command as options of the ImageJ command. */
final class Inputs {
  private final Map<String, String> keys = new LinkedHashMap<>();
  private final StringBuilder options = new StringBuilder();

  /** A value, unless it was left empty. */
  void add(String key, String value) {
    if (value != null && !value.trim().isEmpty()) {
      keys.put(key, value);
    }
  }

  /** A bare key, if it is chosen. */
  void flag(String key, boolean chosen) {
    if (chosen) {
      text(key);
    }
  }

  /** Options that the user wrote as in a macro. */
  void text(String written) {
    if (written != null) {
      options.append(' ').append(written);
    }
  }

  /** Values by their keys, in order. */
  Map<String, String> keys() {
    return keys;
  }

  String options() {
    return options.toString();
  }
}
