package org.cleanplate.training;

import org.cleanplate.progress.Progress;

/**
 * A step that was made.
 *
 * @param done steps made, this one included and those before a resume too
 * @param total steps in all
 * @param losses before the step
 * @param gradientNorm global, before clipping
 * @param learningRateFactor on the plan's learning rates, 0..1
 * @param progress of this session, for the time left
 */
public record TrainingStep(
    int done,
    int total,
    TrainingLosses losses,
    double gradientNorm,
    double learningRateFactor,
    Progress progress) {}
