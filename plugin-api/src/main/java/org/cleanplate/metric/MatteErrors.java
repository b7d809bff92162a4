package org.cleanplate.metric;

import java.util.OptionalDouble;

/**
 * How far an alpha map is from the true one, in the units of a {@link MetricConvention}; 0 is best.
 *
 * @param sad sum of absolute differences
 * @param mse mean of squared differences
 * @param grad difference of the gradients, if the convention has one
 * @param conn difference of what hangs together with the subject, if the convention has one
 */
public record MatteErrors(double sad, double mse, OptionalDouble grad, OptionalDouble conn) {}
