package org.cleanplate.training;

/**
 * Additions to the published losses.
 *
 * @param laplacianWeight weight of the difference of Laplacian pyramids of 5 levels on alpha, as in
 *     the Paddle reproduction, which has 1; 0 for none
 * @param clampSlope slope of the clamp of alpha and error outside 0..1 while training. The
 *     published 0 passes no gradient from there; a small slope lets a pixel come back
 */
public record LossPlan(double laplacianWeight, double clampSlope) {

  static LossPlan read(PlanReader in, LossPlan defaults) {
    return new LossPlan(
        in.number("laplacian_weight", defaults.laplacianWeight, 0, 1000),
        in.number("clamp_slope", defaults.clampSlope, 0, 1));
  }

  void write(PlanWriter out) {
    out.add("laplacian_weight", laplacianWeight);
    out.add("clamp_slope", clampSlope);
  }
}
