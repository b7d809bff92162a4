package org.cleanplate.metric;

/** Finds the largest piece of a mask; neighbours are those above, below, left and right. */
final class LargestPiece {
  private final int width;
  private final int height;
  private final int[] stack;

  LargestPiece(int width, int height) {
    this.width = width;
    this.height = height;
    this.stack = new int[width * height];
  }

  /**
   * The pixels of the piece; of equally large ones that which comes first column by column, as
   * MATLAB counts.
   */
  boolean[] of(boolean[] mask) {
    int[] labels = new int[mask.length];
    int label = 0;
    int largest = 0;
    int largestSize = 0;
    for (int x = 0; x < width; x++) {
      for (int y = 0; y < height; y++) {
        int seed = y * width + x;
        if (mask[seed] && labels[seed] == 0) {
          int size = flood(mask, labels, seed, ++label);
          if (size > largestSize) {
            largestSize = size;
            largest = label;
          }
        }
      }
    }
    boolean[] piece = new boolean[mask.length];
    for (int i = 0; i < piece.length; i++) {
      piece[i] = largest > 0 && labels[i] == largest;
    }
    return piece;
  }

  private int flood(boolean[] mask, int[] labels, int seed, int label) {
    int depth = 0;
    int size = 0;
    labels[seed] = label;
    stack[depth++] = seed;
    while (depth > 0) {
      int pixel = stack[--depth];
      size++;
      int x = pixel % width;
      depth = visit(mask, labels, label, x > 0, pixel - 1, depth);
      depth = visit(mask, labels, label, x < width - 1, pixel + 1, depth);
      depth = visit(mask, labels, label, pixel >= width, pixel - width, depth);
      depth = visit(mask, labels, label, pixel < width * (height - 1), pixel + width, depth);
    }
    return size;
  }

  private int visit(boolean[] mask, int[] labels, int label, boolean inside, int pixel, int depth) {
    if (inside && mask[pixel] && labels[pixel] == 0) {
      labels[pixel] = label;
      stack[depth] = pixel;
      return depth + 1;
    }
    return depth;
  }
}
