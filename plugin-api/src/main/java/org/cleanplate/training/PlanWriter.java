package org.cleanplate.training;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** Builds the text of a plan. */
final class PlanWriter {
  private final StringBuilder text = new StringBuilder();

  void add(String key, String value) {
    text.append(key).append(" = ").append(value).append('\n');
  }

  void add(String key, int value) {
    add(key, Integer.toString(value));
  }

  void add(String key, double value) {
    add(key, exact(value));
  }

  void add(String key, List<Double> values) {
    add(key, values.stream().map(PlanWriter::exact).collect(Collectors.joining(", ")));
  }

  /** Without exponent. */
  private static String exact(double value) {
    return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
  }

  void add(String key, boolean value) {
    add(key, value ? "yes" : "no");
  }

  String text() {
    return text.toString();
  }
}
