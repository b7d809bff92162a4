package org.cleanplate.fiji.studio.regions;

/**
 * What is painted on a frame. No pixel is in both.
 *
 * @param keep what is subject at any rate
 * @param remove what is background at any rate
 */
public record Painted(PixelMask keep, PixelMask remove) {
  public static final Painted NOTHING = new Painted(PixelMask.EMPTY, PixelMask.EMPTY);

  /** The same with a stroke over it, which hides what it covers. */
  Painted with(Brush brush, PixelMask stroke) {
    return new Painted(
        brush == Brush.KEEP ? keep.union(stroke) : keep.minus(stroke),
        brush == Brush.REMOVE ? remove.union(stroke) : remove.minus(stroke));
  }

  public boolean isNothing() {
    return keep.isEmpty() && remove.isEmpty();
  }
}
