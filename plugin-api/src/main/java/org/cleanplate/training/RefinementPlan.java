package org.cleanplate.training;

import java.util.List;
import org.cleanplate.network.graph.Refinement;

/**
 * How the refiner is trained.
 *
 * @param backboneScales sizes of the base network's pictures against the crops, over 0 to 1; each
 *     step draws one, validation takes the first
 * @param refinement {@link Refinement.Full} or {@link Refinement.Sampling} of so many pixels of
 *     each crop
 * @param freezeBase whether the base network keeps its weights, so that its alpha, foreground and
 *     error stay what they are; its hidden channels, which serve the refiner alone, learn with it
 *     at the decoder's rate
 */
public record RefinementPlan(
    List<Double> backboneScales, Refinement refinement, boolean freezeBase) {
  private static final String FULL = "full";

  public RefinementPlan {
    backboneScales = List.copyOf(backboneScales);
  }

  static RefinementPlan read(PlanReader in, RefinementPlan defaults) {
    Refinement refinement =
        in.text("refine_pixels").filter(FULL::equals).isPresent()
            ? new Refinement.Full()
            : in.ifGiven("refine_pixels", () -> in.integer("refine_pixels", 0, 16, 1 << 24))
                .<Refinement>map(Refinement.Sampling::new)
                .orElse(defaults.refinement);
    return new RefinementPlan(
        in.numbers("backbone_scale", defaults.backboneScales, 0.01, 1),
        refinement,
        in.flag("freeze_base", defaults.freezeBase));
  }

  void write(PlanWriter out) {
    out.add("backbone_scale", backboneScales);
    out.add(
        "refine_pixels",
        refinement instanceof Refinement.Sampling sampling
            ? Integer.toString(sampling.pixels())
            : FULL);
    out.add("freeze_base", freezeBase);
  }
}
