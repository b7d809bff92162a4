package org.cleanplate.samples.benchmark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Milliseconds a frame, one figure a round. */
final class Timings {
  private final List<Double> millis = new ArrayList<>();

  void add(double millisPerFrame) {
    millis.add(millisPerFrame);
  }

  /** The round least disturbed by other programs. */
  double minimum() {
    return Collections.min(millis);
  }

  double median() {
    List<Double> ascending = millis.stream().sorted().toList();
    int upper = ascending.size() / 2;
    return ascending.size() % 2 == 1
        ? ascending.get(upper)
        : (ascending.get(upper - 1) + ascending.get(upper)) / 2;
  }
}
