package org.cleanplate.detail;

import java.util.BitSet;
import org.cleanplate.detail.CellGrid.Box;

/**
 * What is certain in each cell, added up: of the background the products of frame and plate, of the
 * subject its colour. One value a cell, for each of three channels where there are three.
 */
final class CellSums {
  final float[] backgroundPixels;
  final float[][] frameTimesPlate;
  final float[][] plateSquared;
  final float[][] frameSquared;
  final float[] subjectPixels;
  final float[][] subjectColour;

  private CellSums(int cells) {
    backgroundPixels = new float[cells];
    frameTimesPlate = new float[3][cells];
    plateSquared = new float[3][cells];
    frameSquared = new float[3][cells];
    subjectPixels = new float[cells];
    subjectColour = new float[3][cells];
  }

  /**
   * Adds up.
   *
   * @param cells those that are needed; the others stay empty
   */
  static CellSums of(
      CellGrid grid, BitSet cells, CertainPixels certain, Pixels frame, Pixels plate) {
    CellSums sums = new CellSums(grid.cells());
    float[] seen = new float[3];
    float[] clean = new float[3];
    for (int cell = cells.nextSetBit(0); cell >= 0; cell = cells.nextSetBit(cell + 1)) {
      Box box = grid.pixelsOf(cell);
      for (int y = box.top(); y < box.bottom(); y++) {
        for (int x = box.left(); x < box.right(); x++) {
          int pixel = y * grid.width() + x;
          if (certain.isBackground(pixel)) {
            frame.read(pixel, seen);
            plate.read(pixel, clean);
            sums.addBackground(cell, seen, clean);
          } else if (certain.isSubject(pixel)) {
            frame.read(pixel, seen);
            sums.addSubject(cell, seen);
          }
        }
      }
    }
    return sums;
  }

  private void addBackground(int cell, float[] seen, float[] clean) {
    backgroundPixels[cell]++;
    for (int c = 0; c < 3; c++) {
      frameTimesPlate[c][cell] += seen[c] * clean[c];
      plateSquared[c][cell] += clean[c] * clean[c];
      frameSquared[c][cell] += seen[c] * seen[c];
    }
  }

  private void addSubject(int cell, float[] seen) {
    subjectPixels[cell]++;
    for (int c = 0; c < 3; c++) {
      subjectColour[c][cell] += seen[c];
    }
  }
}
