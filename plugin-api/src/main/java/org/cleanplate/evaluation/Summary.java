package org.cleanplate.evaluation;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * The means over all pictures of one predictor.
 *
 * @param predictor its name
 * @param images how many pictures
 * @param meanAbsoluteDifference of alpha, 0..1
 * @param worstAbsoluteDifference the largest of a picture
 * @param squaredDifference MSE as the field counts it
 * @param sad in thousands of pixels
 * @param grad the sum over a picture
 * @param conn the sum over a picture
 * @param paddleSad SAD as the Paddle reproduction counts it
 * @param paddleMse MSE as the Paddle reproduction counts it
 * @param flicker dtSSD if the pictures are frames of sequences
 * @param millis time to matte a picture
 */
public record Summary(
    String predictor,
    int images,
    double meanAbsoluteDifference,
    double worstAbsoluteDifference,
    double squaredDifference,
    double sad,
    double grad,
    double conn,
    double paddleSad,
    double paddleMse,
    OptionalDouble flicker,
    double millis) {

  /** Averages the scores of one predictor, at least one. */
  static Summary of(List<ImageScore> scores, OptionalDouble flicker) {
    return new Summary(
        scores.get(0).predictor(),
        scores.size(),
        mean(scores, ImageScore::meanAbsoluteDifference),
        scores.stream().mapToDouble(ImageScore::meanAbsoluteDifference).max().orElseThrow(),
        mean(scores, score -> score.field().mse()),
        mean(scores, score -> score.field().sad()),
        mean(scores, score -> score.field().grad().orElseThrow()),
        mean(scores, score -> score.field().conn().orElseThrow()),
        mean(scores, score -> score.paddle().sad()),
        mean(scores, score -> score.paddle().mse()),
        flicker,
        mean(scores, score -> score.elapsed().toNanos() / 1e6));
  }

  private static double mean(List<ImageScore> scores, ToDoubleFunction<ImageScore> value) {
    return scores.stream().mapToDouble(value).average().orElseThrow();
  }
}
