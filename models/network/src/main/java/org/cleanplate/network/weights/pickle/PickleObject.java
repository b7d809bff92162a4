package org.cleanplate.network.weights.pickle;

import java.util.LinkedHashMap;
import java.util.Map;

/** An instance of a class that is not known here: its name and its attributes, in order. */
public final class PickleObject {
  private final String className;
  private final Map<String, Object> attributes = new LinkedHashMap<>();

  public PickleObject(String className) {
    this.className = className;
  }

  public String className() {
    return className;
  }

  /** The attributes themselves: filled while the pickle is read. */
  public Map<String, Object> attributes() {
    return attributes;
  }
}
