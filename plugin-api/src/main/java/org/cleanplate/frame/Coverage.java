package org.cleanplate.frame;

import java.util.List;
import java.util.stream.Stream;

/**
 * What of a frame holds picture: all of it, or, of a plate that was moved, the convex part on which
 * it came to lie. Elsewhere its pixels are made up.
 *
 * @param borders the straight lines that bound the part; none if there is no bound
 */
public record Coverage(List<Border> borders) {
  /** No pixel is made up. */
  public static final Coverage EVERYTHING = new Coverage(List.of());

  /**
   * A straight line. In pixels whose centres have whole coordinates, picture lies where {@code
   * across * x + down * y + offset} is not negative.
   */
  public record Border(double across, double down, double offset) {

    boolean includes(double x, double y) {
      return across * x + down * y + offset >= 0;
    }

    /**
     * A pixel of the halved picture lies half a pixel beyond the first one that it is a mean of.
     */
    private Border halved() {
      return new Border(2 * across, 2 * down, offset + (across + down) / 2);
    }
  }

  public Coverage {
    borders = List.copyOf(borders);
  }

  /** A picture's own pixels, as far as their edges: half a pixel from their centres. */
  public static Coverage of(int width, int height) {
    return new Coverage(
        List.of(
            new Border(1, 0, 0.5),
            new Border(-1, 0, width - 0.5),
            new Border(0, 1, 0.5),
            new Border(0, -1, height - 0.5)));
  }

  /** Whether the pixel with this centre holds picture. */
  public boolean covers(double x, double y) {
    for (Border border : borders) {
      if (!border.includes(x, y)) {
        return false;
      }
    }
    return true;
  }

  /** Whether all pixels from column {@code left} to {@code right}, and rows alike, hold picture. */
  public boolean covers(int left, int top, int right, int bottom) {
    return covers(left, top) && covers(right, top) && covers(left, bottom) && covers(right, bottom);
  }

  /** Only what lies within both. */
  public Coverage and(Coverage other) {
    return new Coverage(Stream.concat(borders.stream(), other.borders.stream()).toList());
  }

  /** The same of the picture at half its size. */
  public Coverage halved() {
    return new Coverage(borders.stream().map(Border::halved).toList());
  }
}
