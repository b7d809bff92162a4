package org.cleanplate.network.graph;

/**
 * Where the pixels of one axis come from when a picture is resized bilinearly: each is a mixture of
 * two neighbours. Computed in single precision like the published network does it, as in a picture
 * of a thousand pixels the rounding of the coordinate alone moves the result by 3e-5, which a deep
 * encoder makes ten times more of.
 *
 * @param first index of the left or upper neighbour
 * @param second index of the other one, at the edge the same
 * @param share what the second one contributes, 0..1
 */
record BilinearAxis(long[] first, long[] second, float[] share) {

  static BilinearAxis of(int inputs, int outputs) {
    long[] first = new long[outputs];
    long[] second = new long[outputs];
    float[] share = new float[outputs];
    float step = (float) inputs / outputs;
    for (int i = 0; i < outputs; i++) {
      float position = Math.max(0, step * (i + 0.5f) - 0.5f);
      int index = Math.min((int) position, inputs - 1);
      first[i] = index;
      second[i] = Math.min(index + 1, inputs - 1);
      share[i] = position - index;
    }
    return new BilinearAxis(first, second, share);
  }

  /** The shares, each so many times. */
  float[] sharesRepeated(int times) {
    float[] repeated = new float[share.length * times];
    for (int i = 0; i < repeated.length; i++) {
      repeated[i] = share[i / times];
    }
    return repeated;
  }
}
