package org.cleanplate.training.data.image;

/** What lies outside of a picture. */
public enum Border {
  ZERO,
  REPLICATE,
  REFLECT;

  /** The index to read, or -1 for nothing. */
  int index(int index, int length) {
    if (index >= 0 && index < length) {
      return index;
    }
    return switch (this) {
      case ZERO -> -1;
      case REPLICATE -> index < 0 ? 0 : length - 1;
      case REFLECT -> {
        int period = Math.max(1, 2 * length - 2);
        int folded = Math.floorMod(index, period);
        yield folded < length ? folded : period - folded;
      }
    };
  }
}
