package org.cleanplate.fiji.studio.regions;

import ij.gui.Roi;
import ij.plugin.filter.ThresholdToSelection;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import java.awt.Rectangle;
import java.util.BitSet;
import java.util.Locale;
import java.util.Optional;
import org.cleanplate.MattingException;

/**
 * A set of pixels. Immutable; two are equal if they hold the same pixels.
 *
 * <p>Whole pixels, not curves: the outline of such a set, filled again, is that set, so what was
 * painted is what a run gets from a file of regions.
 */
public final class PixelMask {
  public static final PixelMask EMPTY = new PixelMask(new Rectangle(), new BitSet());

  private static final int INSIDE = 255;

  private final Rectangle bounds;

  /** Row by row within the bounds. */
  private final BitSet bits;

  private PixelMask(Rectangle bounds, BitSet bits) {
    this.bounds = bounds;
    this.bits = bits;
  }

  /** A run of pixels in a row, {@code x0} to {@code x1 - 1}. */
  @FunctionalInterface
  public interface RunConsumer {
    void accept(int y, int x0, int x1);
  }

  /** Makes a set of runs of pixels within a rectangle. */
  public static final class Builder {
    private final Rectangle room;
    private final BitSet bits = new BitSet();

    /**
     * @param room that all pixels lie in
     */
    public Builder(Rectangle room) {
      this.room = new Rectangle(room);
    }

    /** Adds pixels; those that do not lie in the room are left out. */
    public Builder add(int y, int x0, int x1) {
      set(y, x0, x1, true);
      return this;
    }

    private void set(int y, int x0, int x1, boolean inside) {
      int from = Math.max(x0, room.x) - room.x;
      int to = Math.min(x1, room.x + room.width) - room.x;
      if (y >= room.y && y < room.y + room.height && from < to) {
        int row = (y - room.y) * room.width;
        bits.set(row + from, row + to, inside);
      }
    }

    public PixelMask build() {
      return new PixelMask(room, bits).trimmed();
    }
  }

  /**
   * The pixels inside a selection, as ImageJ fills it.
   *
   * @param width of the image; what lies outside of it is left out
   * @throws MattingException if it is a line or points, which have no inside
   */
  public static PixelMask of(Roi roi, int width, int height) {
    if (!roi.isArea()) {
      throw new MattingException(
          "The selection is a "
              + roi.getTypeAsString().toLowerCase(Locale.ROOT)
              + " without an inside: draw a rectangle, an oval, a polygon or a freehand area");
    }
    ByteProcessor filled = new ByteProcessor(width, height);
    filled.setValue(INSIDE);
    filled.fill(roi);
    Builder mask = new Builder(new Rectangle(width, height));
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        if (filled.get(x, y) != 0) {
          mask.add(y, x, x + 1);
        }
      }
    }
    return mask.build();
  }

  public boolean isEmpty() {
    return bits.isEmpty();
  }

  /** The smallest rectangle that holds all pixels. */
  public Rectangle bounds() {
    return new Rectangle(bounds);
  }

  public boolean contains(int x, int y) {
    return bounds.contains(x, y) && bits.get((y - bounds.y) * bounds.width + x - bounds.x);
  }

  /** Hands out all pixels, from above. */
  public void forEachRun(RunConsumer consumer) {
    for (int from = bits.nextSetBit(0); from >= 0; ) {
      int row = from / bounds.width;
      int to = Math.min(bits.nextClearBit(from), (row + 1) * bounds.width);
      int left = bounds.x - row * bounds.width;
      consumer.accept(bounds.y + row, left + from, left + to);
      from = bits.nextSetBit(to);
    }
  }

  /** The pixels of either. */
  public PixelMask union(PixelMask other) {
    Builder both = new Builder(bounds.isEmpty() ? other.bounds : bounds.union(other.bounds));
    forEachRun(both::add);
    other.forEachRun(both::add);
    return both.build();
  }

  /** These pixels without those. */
  public PixelMask minus(PixelMask other) {
    Builder rest = new Builder(bounds);
    forEachRun(rest::add);
    other.forEachRun((y, x0, x1) -> rest.set(y, x0, x1, false));
    return rest.build();
  }

  /** The pixels of both. */
  public PixelMask intersection(PixelMask other) {
    return minus(minus(other));
  }

  /** The outline along the edges of the pixels; empty if there are none. */
  public Optional<Roi> toRoi() {
    if (isEmpty()) {
      return Optional.empty();
    }
    ByteProcessor picture = new ByteProcessor(bounds.width, bounds.height);
    picture.setValue(INSIDE);
    forEachRun(
        (y, x0, x1) -> {
          for (int x = x0; x < x1; x++) {
            picture.set(x - bounds.x, y - bounds.y, INSIDE);
          }
        });
    picture.setThreshold(INSIDE, INSIDE, ImageProcessor.NO_LUT_UPDATE);
    Roi roi = new ThresholdToSelection().convert(picture);
    Rectangle at = roi.getBounds();
    roi.setLocation(at.x + bounds.x, at.y + bounds.y);
    return Optional.of(roi);
  }

  private PixelMask trimmed() {
    if (isEmpty()) {
      return EMPTY;
    }
    Rectangle tight = new Rectangle(-1, -1);
    forEachRun((y, x0, x1) -> tight.add(new Rectangle(x0, y, x1 - x0, 1)));
    if (tight.equals(bounds)) {
      return this;
    }
    BitSet moved = new BitSet();
    forEachRun(
        (y, x0, x1) -> {
          int row = (y - tight.y) * tight.width - tight.x;
          moved.set(row + x0, row + x1);
        });
    return new PixelMask(tight, moved);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PixelMask mask && bounds.equals(mask.bounds) && bits.equals(mask.bits);
  }

  @Override
  public int hashCode() {
    return 31 * bounds.hashCode() + bits.hashCode();
  }

  @Override
  public String toString() {
    return bits.cardinality() + " pixels in " + bounds;
  }
}
