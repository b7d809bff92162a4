package org.cleanplate.plate.match;

import java.util.List;

/** What is left between a frame and the plate in some light. */
final class Residuals {
  private Residuals() {}

  /** In one square: the largest difference of a channel, as a share of white. */
  static double at(CellMeans frame, CellMeans plate, List<Tone> tones, int cell) {
    double x = plate.place(cell, true);
    double y = plate.place(cell, false);
    double largest = 0;
    for (int channel = 0; channel < tones.size(); channel++) {
      double lit = tones.get(channel).apply(plate.channels()[channel][cell], x, y);
      largest = Math.max(largest, Math.abs(frame.channels()[channel][cell] - lit));
    }
    return largest;
  }

  /** In all of some squares. */
  static double[] of(CellMeans frame, CellMeans plate, List<Tone> tones, int[] cells) {
    double[] residuals = new double[cells.length];
    for (int i = 0; i < cells.length; i++) {
      residuals[i] = at(frame, plate, tones, cells[i]);
    }
    return residuals;
  }
}
