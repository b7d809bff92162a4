package org.cleanplate.plate.align;

import java.util.Optional;

/**
 * How a plate was found to lie under a frame.
 *
 * @param motion what was looked for
 * @param frameToPlate sends a pixel of the frame to the place in the plate that shows the same
 * @param inliers how many matched features followed it, or the motion it was followed from, when
 *     they were last looked for; 0 with a fallback
 * @param residualPixels the median distance by which these miss; it holds the features' own
 *     inaccuracy of about half a pixel
 * @param shiftPixels how far it moves a pixel on average over the frame
 * @param fallback why no motion was found, so that {@code frameToPlate} is only the one that was
 *     assumed before; empty if all is well
 */
public record Alignment(
    Motion motion,
    Homography frameToPlate,
    int inliers,
    double residualPixels,
    double shiftPixels,
    Optional<String> fallback) {}
