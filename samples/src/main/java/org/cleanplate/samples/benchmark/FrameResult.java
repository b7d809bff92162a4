package org.cleanplate.samples.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.cleanplate.network.graph.GraphStage;

/**
 * What was measured in one case.
 *
 * @param frame the case
 * @param ours processor milliseconds a frame of our graph
 * @param published the same of the published one
 * @param oursStages where our time goes
 * @param publishedStages where the published one's goes
 * @param differingPercent pixels whose alpha differs by more than a grey level; empty if the
 *     weights differ
 * @param cost multiply-adds of our network
 * @param floorMillis what that takes at the core's peak
 * @param oursPeakMegabytes memory of a process that runs ours alone
 * @param publishedPeakMegabytes memory of a process that runs the published one alone
 */
record FrameResult(
    FrameCase frame,
    Timings ours,
    Timings published,
    StageProfile oursStages,
    StageProfile publishedStages,
    OptionalDouble differingPercent,
    FrameCost cost,
    double floorMillis,
    long oursPeakMegabytes,
    long publishedPeakMegabytes) {

  static final List<String> HEAD =
      List.of(
          "model",
          "frame",
          "scale, pixels",
          "ours min",
          "median",
          "published min",
          "median",
          "ours/published",
          "alpha off",
          "GMAC base + refine",
          "floor",
          "ours / floor",
          "RSS ours",
          "RSS published");

  static final List<String> STAGE_HEAD =
      List.of("model", "frame", "", "pixels in, out", "backbone", "ASPP", "decoder", "refine");

  static final List<String> CSV_HEAD =
      List.of(
          "model",
          "frame",
          "scale",
          "pixels",
          "ours_min_ms",
          "ours_median_ms",
          "published_min_ms",
          "published_median_ms",
          "ratio_of_minima",
          "ratio_of_medians",
          "alpha_differing_percent",
          "base_multiply_adds",
          "patch_multiply_adds",
          "whole_image_multiply_adds",
          "floor_ms",
          "ours_pixels_ms",
          "ours_backbone_ms",
          "ours_aspp_ms",
          "ours_decoder_ms",
          "ours_refine_ms",
          "published_pixels_ms",
          "published_backbone_ms",
          "published_aspp_ms",
          "published_decoder_ms",
          "published_refine_ms",
          "ours_peak_mb",
          "published_peak_mb");

  double ratioOfMinima() {
    return ours.minimum() / published.minimum();
  }

  double ratioOfMedians() {
    return ours.median() / published.median();
  }

  List<String> toRow() {
    return List.of(
        frame.model().title(),
        frame.size().toString(),
        frame.settings(),
        number(1, ours.minimum()),
        number(1, ours.median()),
        number(1, published.minimum()),
        number(1, published.median()),
        number(2, ratioOfMinima()),
        differingPercent.isPresent()
            ? number(2, differingPercent.getAsDouble()) + " %"
            : "other weights",
        number(2, cost.base() / 1e9) + " + " + number(2, (cost.least() - cost.base()) / 1e9),
        number(1, floorMillis),
        number(1, ours.minimum() / floorMillis),
        Long.toString(oursPeakMegabytes),
        Long.toString(publishedPeakMegabytes));
  }

  /** Two rows: ours and the published one. */
  List<List<String>> toStageRows() {
    return List.of(stageRow("ours", oursStages), stageRow("published", publishedStages));
  }

  private List<String> stageRow(String whose, StageProfile profile) {
    return List.of(
        frame.model().title(),
        frame.size() + ", " + frame.settings(),
        whose,
        share(profile, pixels(profile)),
        share(profile, profile.millis(GraphStage.BACKBONE)),
        share(profile, profile.millis(GraphStage.ASPP)),
        share(profile, profile.millis(GraphStage.DECODER)),
        share(profile, profile.millis(GraphStage.REFINER)));
  }

  private static String share(StageProfile profile, double millis) {
    return number(1, millis) + " (" + number(0, 100 * millis / profile.total()) + " %)";
  }

  private static double pixels(StageProfile profile) {
    return profile.millis(GraphStage.INPUT) + profile.millis(GraphStage.OUTPUT);
  }

  List<String> toCsvRow() {
    return List.of(
        frame.model().title(),
        frame.size().toString(),
        Double.toString(frame.scale()),
        Integer.toString(frame.pixels()),
        number(2, ours.minimum()),
        number(2, ours.median()),
        number(2, published.minimum()),
        number(2, published.median()),
        number(4, ratioOfMinima()),
        number(4, ratioOfMedians()),
        differingPercent.isPresent() ? number(4, differingPercent.getAsDouble()) : "",
        Long.toString(cost.base()),
        Long.toString(cost.patches()),
        Long.toString(cost.wholeImage()),
        number(2, floorMillis),
        number(2, pixels(oursStages)),
        number(2, oursStages.millis(GraphStage.BACKBONE)),
        number(2, oursStages.millis(GraphStage.ASPP)),
        number(2, oursStages.millis(GraphStage.DECODER)),
        number(2, oursStages.millis(GraphStage.REFINER)),
        number(2, pixels(publishedStages)),
        number(2, publishedStages.millis(GraphStage.BACKBONE)),
        number(2, publishedStages.millis(GraphStage.ASPP)),
        number(2, publishedStages.millis(GraphStage.DECODER)),
        number(2, publishedStages.millis(GraphStage.REFINER)),
        Long.toString(oursPeakMegabytes),
        Long.toString(publishedPeakMegabytes));
  }

  private static String number(int decimals, double value) {
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }
}
