package org.cleanplate.samples.benchmark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Figures of one kind, such as milliseconds a frame. */
final class Timings {
  private final List<Double> values = new ArrayList<>();

  void add(double value) {
    values.add(value);
  }

  /** The one least disturbed by other programs, where less is better. */
  double minimum() {
    return Collections.min(values);
  }

  /** The one least disturbed by other programs, where more is better. */
  double maximum() {
    return Collections.max(values);
  }

  double median() {
    List<Double> ascending = values.stream().sorted().toList();
    int upper = ascending.size() / 2;
    return ascending.size() % 2 == 1
        ? ascending.get(upper)
        : (ascending.get(upper - 1) + ascending.get(upper)) / 2;
  }
}
