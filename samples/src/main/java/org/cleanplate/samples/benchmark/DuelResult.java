package org.cleanplate.samples.benchmark;

import java.util.Locale;

/**
 * What was measured at one frame size.
 *
 * @param size such as {@code 1920x1080}
 * @param ours processor milliseconds a frame of our graph
 * @param published the same of the published one
 * @param differingPercent pixels whose alpha differs by more than a grey level
 */
record DuelResult(String size, Timings ours, Timings published, double differingPercent) {
  static final String TABLE_HEAD =
      "%-11s %22s %26s %15s %11s%n%-11s %11s %10s %15s %10s %15s %11s"
          .formatted(
              "",
              "ours, CPU ms/frame",
              "published, CPU ms/frame",
              "ours/published",
              "alpha off",
              "frame",
              "min",
              "median",
              "min",
              "median",
              "of the minima",
              "by > 1/255");

  static final String CSV_HEAD =
      "frame,ours_min_ms,ours_median_ms,published_min_ms,published_median_ms,"
          + "ratio_of_minima,ratio_of_medians,alpha_differing_percent";

  double ratioOfMinima() {
    return ours.minimum() / published.minimum();
  }

  double ratioOfMedians() {
    return ours.median() / published.median();
  }

  String toTableRow() {
    return String.format(
        Locale.ROOT,
        "%-11s %11.1f %10.1f %15.1f %10.1f %15.2f %10.2f%%",
        size,
        ours.minimum(),
        ours.median(),
        published.minimum(),
        published.median(),
        ratioOfMinima(),
        differingPercent);
  }

  String toCsvRow() {
    return String.format(
        Locale.ROOT,
        "%s,%.2f,%.2f,%.2f,%.2f,%.4f,%.4f,%.4f",
        size,
        ours.minimum(),
        ours.median(),
        published.minimum(),
        published.median(),
        ratioOfMinima(),
        ratioOfMedians(),
        differingPercent);
  }
}
