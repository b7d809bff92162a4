package org.cleanplate.network.graph;

import java.util.OptionalInt;
import org.cleanplate.MattingException;

/**
 * The sizes a frame has on its way through the graph, in pixels.
 *
 * @param width of the frame
 * @param height of the frame
 * @param paddedWidth the next multiple of a block if there is a refiner, else the frame's
 * @param paddedHeight likewise
 * @param coarseWidth what the encoder sees
 * @param coarseHeight likewise
 */
public record GraphGeometry(
    int width, int height, int paddedWidth, int paddedHeight, int coarseWidth, int coarseHeight) {

  /** Side of a block in pixels: what is refined or left, as a whole. */
  public static final int BLOCK = 4;

  static GraphGeometry of(int width, int height, double scale, boolean refined) {
    int paddedWidth = refined ? roundUp(width) : width;
    int paddedHeight = refined ? roundUp(height) : height;
    int coarseWidth = (int) Math.floor(paddedWidth * scale);
    int coarseHeight = (int) Math.floor(paddedHeight * scale);
    if (coarseWidth < 1 || coarseHeight < 1) {
      throw new MattingException(
          "Frame of "
              + width
              + "x"
              + height
              + " at scale "
              + scale
              + " leaves nothing to look at: use a larger scale");
    }
    return new GraphGeometry(width, height, paddedWidth, paddedHeight, coarseWidth, coarseHeight);
  }

  private static int roundUp(int pixels) {
    return (pixels + BLOCK - 1) / BLOCK * BLOCK;
  }

  public boolean isPadded() {
    return width != paddedWidth || height != paddedHeight;
  }

  public int halfWidth() {
    return paddedWidth / 2;
  }

  public int halfHeight() {
    return paddedHeight / 2;
  }

  public int blocksAcross() {
    return roundUp(width) / BLOCK;
  }

  public int blocksDown() {
    return roundUp(height) / BLOCK;
  }

  public int blocks() {
    return blocksAcross() * blocksDown();
  }

  /** How many pixels a coarse pixel spans, if that is the same whole number in both directions. */
  public OptionalInt wholeRatio() {
    int ratio = paddedWidth / coarseWidth;
    return ratio * coarseWidth == paddedWidth && ratio * coarseHeight == paddedHeight
        ? OptionalInt.of(ratio)
        : OptionalInt.empty();
  }

  /** The size of a layer as {@code {width, height}}. */
  public int[] sizeOf(Layer layer) {
    return switch (layer.scale()) {
      case FULL -> new int[] {width, height};
      case COARSE -> new int[] {coarseWidth, coarseHeight};
      case BLOCKS -> new int[] {blocksAcross(), blocksDown()};
    };
  }
}
