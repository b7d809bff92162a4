package org.cleanplate.training;

import java.nio.file.Path;

/**
 * How good the averaged weights are on samples never trained on.
 *
 * @param step steps made before it
 * @param meanAbsoluteDifference of alpha, 0..1, over all validation samples
 * @param meanSquaredDifference of alpha
 * @param best whether it is the smallest mean absolute difference so far
 * @param picture some of the samples as PNG: frame, plate, true alpha, found alpha
 */
public record ValidationResult(
    int step,
    double meanAbsoluteDifference,
    double meanSquaredDifference,
    boolean best,
    Path picture) {}
