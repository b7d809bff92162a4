package org.cleanplate.matte;

/**
 * What one frame's matte measures. Values that a frame does not have are {@link Double#NaN}.
 *
 * @param index the frame's number, from 0
 * @param timeMicros when it is shown, from the start of the source
 * @param coverage the mean of alpha, 0..1
 * @param areaPixels the sum of alpha
 * @param components connected parts of the mask
 * @param centroidX mean position weighted by alpha, in pixels; the centre of the first pixel is 0.5
 * @param centroidY likewise, downwards
 * @param meanError mean of the error that the network expects of its coarse alpha, 0..1
 * @param refinedShare share of the blocks that were computed again at full resolution, 0..1
 * @param change mean difference of alpha from the frame before, 0..1
 * @param plateResidual mean difference of source and clean plate where alpha is almost 0, as a
 *     share of the range from black to white
 * @param outOfRange share of the source's samples outside black..white, which the network saw
 *     clamped
 * @param computeMillis how long the network took
 */
public record FrameMeasurement(
    long index,
    long timeMicros,
    double coverage,
    double areaPixels,
    int components,
    double centroidX,
    double centroidY,
    double meanError,
    double refinedShare,
    double change,
    double plateResidual,
    double outOfRange,
    double computeMillis) {}
