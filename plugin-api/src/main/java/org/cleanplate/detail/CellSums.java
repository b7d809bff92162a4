package org.cleanplate.detail;

import java.util.Arrays;
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
    Cell sum = new Cell();
    for (int cell = cells.nextSetBit(0); cell >= 0; cell = cells.nextSetBit(cell + 1)) {
      Box box = grid.pixelsOf(cell);
      for (int y = box.top(); y < box.bottom(); y++) {
        for (int x = box.left(); x < box.right(); x++) {
          int pixel = y * grid.width() + x;
          if (certain.isBackground(pixel)) {
            frame.read(pixel, seen);
            plate.read(pixel, clean);
            sum.addBackground(seen, clean);
          } else if (certain.isSubject(pixel)) {
            frame.read(pixel, seen);
            sum.addSubject(seen);
          }
        }
      }
      sums.take(cell, sum);
    }
    return sums;
  }

  /** Takes over the sums of a cell, and empties them for the next one. */
  private void take(int cell, Cell sum) {
    backgroundPixels[cell] = sum.backgroundPixels;
    subjectPixels[cell] = sum.subjectPixels;
    for (int c = 0; c < 3; c++) {
      frameTimesPlate[c][cell] = sum.frameTimesPlate[c];
      plateSquared[c][cell] = sum.plateSquared[c];
      frameSquared[c][cell] = sum.frameSquared[c];
      subjectColour[c][cell] = sum.subjectColour[c];
    }
    sum.clear();
  }

  /** One cell, small enough to stay at hand. */
  private static final class Cell {
    private final float[] frameTimesPlate = new float[3];
    private final float[] plateSquared = new float[3];
    private final float[] frameSquared = new float[3];
    private final float[] subjectColour = new float[3];
    private int backgroundPixels;
    private int subjectPixels;

    void addBackground(float[] seen, float[] clean) {
      backgroundPixels++;
      for (int c = 0; c < 3; c++) {
        frameTimesPlate[c] += seen[c] * clean[c];
        plateSquared[c] += clean[c] * clean[c];
        frameSquared[c] += seen[c] * seen[c];
      }
    }

    void addSubject(float[] seen) {
      subjectPixels++;
      for (int c = 0; c < 3; c++) {
        subjectColour[c] += seen[c];
      }
    }

    void clear() {
      backgroundPixels = 0;
      subjectPixels = 0;
      Arrays.fill(frameTimesPlate, 0);
      Arrays.fill(plateSquared, 0);
      Arrays.fill(frameSquared, 0);
      Arrays.fill(subjectColour, 0);
    }
  }
}
