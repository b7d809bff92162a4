package org.cleanplate.metric;

/**
 * Errors over the frames of a sequence, whole frames, added one after the other: MAD, and dtSSD
 * (Erofeev et al., BMVC 2015), which is how much the alpha flickers where the true one does not.
 * Not thread-safe.
 */
public final class SequenceErrors {
  private AlphaPlane lastPredicted;
  private AlphaPlane lastTruth;
  private double absoluteSum;
  private double flickerSum;
  private long frames;

  /**
   * Takes the next frame.
   *
   * @throws org.cleanplate.MattingException if the maps differ in size, or from the frame before
   */
  public void add(AlphaPlane predicted, AlphaPlane truth) {
    absoluteSum += meanAbsoluteDifference(predicted, truth);
    if (frames > 0) {
      truth.requireSizeOf(lastTruth);
      flickerSum += flicker(predicted, truth);
    }
    lastPredicted = predicted;
    lastTruth = truth;
    frames++;
  }

  /** The mean of |predicted - true| over the whole frame. */
  public static double meanAbsoluteDifference(AlphaPlane predicted, AlphaPlane truth) {
    predicted.requireSizeOf(truth);
    Region whole = Region.whole(truth.width(), truth.height());
    return Differences.of(predicted, truth, whole).absolute() / whole.size();
  }

  /** The root of the mean squared difference of both changes since the frame before. */
  private double flicker(AlphaPlane predicted, AlphaPlane truth) {
    double sum = 0;
    for (int i = 0; i < truth.values().length; i++) {
      double change = (double) predicted.values()[i] - lastPredicted.values()[i];
      double trueChange = (double) truth.values()[i] - lastTruth.values()[i];
      sum += (change - trueChange) * (change - trueChange);
    }
    return Math.sqrt(sum / truth.values().length);
  }

  /** How many frames were added. */
  public long frames() {
    return frames;
  }

  /** Mean absolute difference over all frames, 0..1; 0 without a frame. */
  public double mad() {
    return frames == 0 ? 0 : absoluteSum / frames;
  }

  /**
   * dtSSD, averaged over the pairs of neighbouring frames; 0 with less than two frames. Some papers
   * give it times 100.
   */
  public double dtSsd() {
    return frames < 2 ? 0 : flickerSum / (frames - 1);
  }
}
