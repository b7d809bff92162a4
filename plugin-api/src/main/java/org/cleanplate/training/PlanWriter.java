package org.cleanplate.training;

import java.math.BigDecimal;

/** Builds the text of a plan. */
final class PlanWriter {
  private final StringBuilder text = new StringBuilder();

  void add(String key, String value) {
    text.append(key).append(" = ").append(value).append('\n');
  }

  void add(String key, int value) {
    add(key, Integer.toString(value));
  }

  /** Without exponent, and exact. */
  void add(String key, double value) {
    add(key, new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString());
  }

  void add(String key, boolean value) {
    add(key, value ? "yes" : "no");
  }

  String text() {
    return text.toString();
  }
}
