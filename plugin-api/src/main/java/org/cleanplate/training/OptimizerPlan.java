package org.cleanplate.training;

/**
 * How a gradient becomes a step: AdamW (Loshchilov and Hutter 2019), which without weight decay is
 * plain Adam.
 *
 * @param encoderRate learning rate of the encoder at its highest
 * @param asppRate of the pyramid
 * @param decoderRate of the decoder
 * @param refinerRate of the refiner
 * @param weightDecay decoupled, times the learning rate
 * @param averageDecay the weights that are kept are a running average of those that are trained;
 *     this is the part of the average that stays at each step, 0 for no averaging
 * @param gradientClip longest global gradient, a longer one is scaled down; 0 for no limit
 */
public record OptimizerPlan(
    double encoderRate,
    double asppRate,
    double decoderRate,
    double refinerRate,
    double weightDecay,
    double averageDecay,
    double gradientClip) {

  static OptimizerPlan read(PlanReader in, OptimizerPlan defaults) {
    return new OptimizerPlan(
        in.number("encoder_rate", defaults.encoderRate, 0, 1),
        in.number("aspp_rate", defaults.asppRate, 0, 1),
        in.number("decoder_rate", defaults.decoderRate, 0, 1),
        in.number("refiner_rate", defaults.refinerRate, 0, 1),
        in.number("weight_decay", defaults.weightDecay, 0, 1),
        in.number("average_decay", defaults.averageDecay, 0, 0.999999),
        in.number("gradient_clip", defaults.gradientClip, 0, 1e6));
  }

  void write(PlanWriter out) {
    out.add("encoder_rate", encoderRate);
    out.add("aspp_rate", asppRate);
    out.add("decoder_rate", decoderRate);
    out.add("refiner_rate", refinerRate);
    out.add("weight_decay", weightDecay);
    out.add("average_decay", averageDecay);
    out.add("gradient_clip", gradientClip);
  }
}
