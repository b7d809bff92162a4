package org.cleanplate.plate.match;

import java.util.Optional;

/**
 * What came of comparing the light of a frame with that of the plate.
 *
 * @param exposure the frame's light; unchanged with a fallback
 * @param agreeingShare the share of the picture that follows it, 0..1
 * @param residual how much these places differ afterwards, the median, as a share of white
 * @param fallback why the light was left as it is; empty if all is well
 */
record ExposureMatch(
    Exposure exposure, double agreeingShare, double residual, Optional<String> fallback) {}
