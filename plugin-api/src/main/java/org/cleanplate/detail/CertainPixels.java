package org.cleanplate.detail;

import java.util.BitSet;
import org.cleanplate.detail.CellGrid.Box;

/**
 * Where the network's alpha leaves no doubt, and where it does.
 *
 * @param alpha of the network, 0..1, row by row
 */
record CertainPixels(CellGrid grid, float[] alpha) {
  /** Under this alpha a pixel is background. */
  private static final float BACKGROUND_BELOW = 0.05f;

  /** Over this alpha a pixel is subject: its own colour is to be seen. */
  private static final float SUBJECT_ABOVE = 0.9f;

  /** Up to this alpha there may be background. */
  private static final float DOUBTFUL_TO = 0.95f;

  /** How far, in pixels, the outline may lie from where the network drew it. */
  private static final int REACH = 3;

  boolean isBackground(int pixel) {
    return alpha[pixel] < BACKGROUND_BELOW;
  }

  boolean isSubject(int pixel) {
    return alpha[pixel] > SUBJECT_ABOVE;
  }

  /** The cells with at least one doubtful pixel. */
  BitSet doubtfulCells() {
    BitSet cells = new BitSet(grid.cells());
    for (int y = 0; y < grid.height(); y++) {
      int row = y / CellGrid.SIDE * grid.across();
      for (int column = 0; column < grid.across(); column++) {
        int left = column * CellGrid.SIDE;
        int right = Math.min(grid.width(), left + CellGrid.SIDE);
        if (isAnyDoubtful(y * grid.width() + left, y * grid.width() + right)) {
          cells.set(row + column);
        }
      }
    }
    return cells;
  }

  private boolean isAnyDoubtful(int first, int end) {
    boolean any = false;
    for (int pixel = first; pixel < end; pixel++) {
      any |= isDoubtful(pixel);
    }
    return any;
  }

  /**
   * Which pixels of a cell lie within {@link #REACH} pixels, along rows and columns, of a doubtful
   * one: row by row.
   */
  BitSet openPixels(Box cell) {
    Box seen = grid.around(cell, REACH);
    boolean[] inRows = new boolean[seen.height() * cell.width()];
    for (int y = 0; y < seen.height(); y++) {
      for (int x = 0; x < cell.width(); x++) {
        inRows[y * cell.width() + x] = doubtInRow(cell.left() + x, seen.top() + y);
      }
    }
    BitSet open = new BitSet(cell.width() * cell.height());
    for (int y = 0; y < cell.height(); y++) {
      int first = Math.max(0, cell.top() + y - REACH - seen.top());
      int end = Math.min(seen.height(), cell.top() + y + REACH + 1 - seen.top());
      for (int x = 0; x < cell.width(); x++) {
        for (int row = first; row < end; row++) {
          if (inRows[row * cell.width() + x]) {
            open.set(y * cell.width() + x);
            break;
          }
        }
      }
    }
    return open;
  }

  private boolean doubtInRow(int x, int y) {
    int end = Math.min(grid.width(), x + REACH + 1);
    for (int column = Math.max(0, x - REACH); column < end; column++) {
      if (isDoubtful(y * grid.width() + column)) {
        return true;
      }
    }
    return false;
  }

  private boolean isDoubtful(int pixel) {
    return alpha[pixel] >= BACKGROUND_BELOW & alpha[pixel] <= DOUBTFUL_TO;
  }
}
