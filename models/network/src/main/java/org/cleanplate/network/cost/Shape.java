package org.cleanplate.network.cost;

/** The size of a feature map: all that {@link CostOps} knows of a value. */
public record Shape(int channels, int height, int width) {
  public long elements() {
    return (long) channels * height * width;
  }
}
