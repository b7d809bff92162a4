package org.cleanplate.matte;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.stream.IntStream;
import org.cleanplate.engine.MattingOptions.Levels;
import org.cleanplate.frame.Frame;

/** The weighted mean of alpha over neighbouring frames; rows are computed in parallel. */
final class BilateralAlpha {
  private final float[] distanceWeights;
  private final Levels levels;
  private Frame result;

  BilateralAlpha(int radius, Levels levels) {
    this.levels = levels;
    this.distanceWeights = new float[radius + 1];
    for (int d = 0; d <= radius; d++) {
      // The outermost frame still counts for a third.
      distanceWeights[d] = (float) Math.exp(-(double) d * d / (radius * radius));
    }
  }

  /** Smooths the alpha of frame {@code centre}; the result is valid until the next call. */
  Frame filter(List<KeptFrame> frames, int centre) {
    KeptFrame own = frames.get(centre);
    if (result == null) {
      result = Frame.allocate(own.alpha().format());
    }
    List<Neighbour> neighbours =
        IntStream.range(0, frames.size())
            .filter(i -> i != centre && Math.abs(i - centre) < distanceWeights.length)
            .mapToObj(i -> neighbour(own, frames.get(i), distanceWeights[Math.abs(i - centre)]))
            .toList();
    FloatBuffer alpha = own.alpha().pixels().asFloatBuffer();
    FloatBuffer target = result.pixels().asFloatBuffer();
    int width = own.alpha().format().width();
    IntStream.range(0, own.alpha().format().height())
        .parallel()
        .forEach(
            row -> {
              for (int i = row * width; i < (row + 1) * width; i++) {
                target.put(i, mean(alpha.get(i), neighbours, i));
              }
            });
    return result;
  }

  private static float mean(float own, List<Neighbour> neighbours, int pixel) {
    float sum = own;
    float weights = 1;
    for (int k = 0; k < neighbours.size(); k++) {
      float weight = neighbours.get(k).weight(pixel);
      sum += weight * neighbours.get(k).alpha().get(pixel);
      weights += weight;
    }
    return Math.max(0, Math.min(1, sum / weights));
  }

  private Neighbour neighbour(KeptFrame own, KeptFrame other, float distanceWeight) {
    return new Neighbour(
        other.alpha().pixels().asFloatBuffer(),
        new SourceChange(own.source(), other.source(), levels),
        distanceWeight);
  }

  /** A frame that is averaged in. */
  private record Neighbour(FloatBuffer alpha, SourceChange change, float distanceWeight) {
    float weight(int pixel) {
      return distanceWeight * change.likeness(pixel);
    }
  }
}
