package org.cleanplate.network.graph;

import java.util.List;

/**
 * The ways in which selected blocks may be refined. They give the same result; which one a frame
 * takes is decided on the frame, by what its selection would cost.
 *
 * @param tileBlocks sides, in blocks, of the tiles that windows may be cut round, each a multiple
 *     of the one before
 * @param wholeImage whether the whole image may be computed instead
 */
public record RefinementPaths(List<Integer> tileBlocks, boolean wholeImage) {

  /** Every way there is. */
  public static final RefinementPaths ALL = new RefinementPaths(List.of(1, 2, 4, 8), true);

  public RefinementPaths {
    tileBlocks = List.copyOf(tileBlocks);
    if (tileBlocks.isEmpty() && !wholeImage) {
      throw new IllegalArgumentException("No path is left");
    }
  }
}
