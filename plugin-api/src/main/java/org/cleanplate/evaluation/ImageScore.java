package org.cleanplate.evaluation;

import java.time.Duration;
import org.cleanplate.metric.MatteErrors;

/**
 * How well one picture was matted.
 *
 * @param sample name of the picture
 * @param predictor name of what matted it
 * @param meanAbsoluteDifference of alpha over the whole picture, 0..1
 * @param field errors as the field counts them
 * @param paddle errors as the Paddle reproduction counts them
 * @param elapsed time to matte it
 */
public record ImageScore(
    String sample,
    String predictor,
    double meanAbsoluteDifference,
    MatteErrors field,
    MatteErrors paddle,
    Duration elapsed) {}
