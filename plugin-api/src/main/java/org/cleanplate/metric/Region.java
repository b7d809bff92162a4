package org.cleanplate.metric;

import java.util.BitSet;

/**
 * The pixels that an error is counted over.
 *
 * @param pixels a bit for each pixel, rows from top to bottom
 */
public record Region(int width, int height, BitSet pixels) {
  /** What a trimap marks as neither subject nor background, of 255. */
  private static final int UNKNOWN = 128;

  private static final int PADDLE_ITERATIONS = 10;

  /** Every pixel. */
  public static Region whole(int width, int height) {
    BitSet all = new BitSet(width * height);
    all.set(0, width * height);
    return new Region(width, height, all);
  }

  /** The unknown part of a trimap: where it is 128 of 255. */
  public static Region unknownOf(AlphaPlane trimap) {
    return where(trimap, value -> Math.round(value * 255) == UNKNOWN);
  }

  /**
   * The trimap of the Paddle reproduction, made of the true alpha: what is not certainly subject or
   * background once both were shrunk ten times by a 3x3 cross.
   */
  public static Region aroundTransitions(AlphaPlane truth) {
    BitSet visible = where(truth, value -> value > 0).pixels;
    BitSet translucent = where(truth, value -> value < 1).pixels;
    for (int i = 0; i < PADDLE_ITERATIONS; i++) {
      visible = dilated(visible, truth.width(), truth.height());
      translucent = dilated(translucent, truth.width(), truth.height());
    }
    visible.and(translucent);
    return new Region(truth.width(), truth.height(), visible);
  }

  private interface Condition {
    boolean holds(float value);
  }

  private static Region where(AlphaPlane plane, Condition condition) {
    BitSet chosen = new BitSet(plane.values().length);
    for (int i = 0; i < plane.values().length; i++) {
      chosen.set(i, condition.holds(plane.values()[i]));
    }
    return new Region(plane.width(), plane.height(), chosen);
  }

  /** Each pixel and its four neighbours. */
  private static BitSet dilated(BitSet pixels, int width, int height) {
    BitSet grown = (BitSet) pixels.clone();
    for (int i = pixels.nextSetBit(0); i >= 0; i = pixels.nextSetBit(i + 1)) {
      int x = i % width;
      grown.set(x > 0 ? i - 1 : i);
      grown.set(x < width - 1 ? i + 1 : i);
      grown.set(i >= width ? i - width : i);
      grown.set(i < width * (height - 1) ? i + width : i);
    }
    return grown;
  }

  /** The upper left part. */
  Region cropped(int newWidth, int newHeight) {
    if (newWidth == width && newHeight == height) {
      return this;
    }
    BitSet part = new BitSet(newWidth * newHeight);
    for (int i = 0; i < newWidth * newHeight; i++) {
      part.set(i, pixels.get(i / newWidth * width + i % newWidth));
    }
    return new Region(newWidth, newHeight, part);
  }

  /**
   * Whether a pixel counts.
   *
   * @param pixel counted along the rows from the upper left, from 0
   */
  public boolean includes(int pixel) {
    return pixels.get(pixel);
  }

  /** How many pixels. */
  public int size() {
    return pixels.cardinality();
  }
}
