package org.cleanplate.plate.match;

import java.util.List;

/** What is left between a frame and the plate in some light. */
final class Residuals {
  private Residuals() {}

  /** In one square: the largest difference of a channel, as a share of white. */
  static double at(CellMeans frame, CellMeans plate, List<Tone> tones, int cell) {
    double largest = 0;
    for (int channel = 0; channel < tones.size(); channel++) {
      largest = Math.max(largest, at(frame, plate, tones.get(channel), channel, cell));
    }
    return largest;
  }

  /** In all of some squares. */
  static double[] of(CellMeans frame, CellMeans plate, List<Tone> tones, int[] cells) {
    double[] residuals = new double[cells.length];
    for (int channel = 0; channel < tones.size(); channel++) {
      Tone tone = tones.get(channel);
      for (int i = 0; i < cells.length; i++) {
        residuals[i] = Math.max(residuals[i], at(frame, plate, tone, channel, cells[i]));
      }
    }
    return residuals;
  }

  private static double at(CellMeans frame, CellMeans plate, Tone tone, int channel, int cell) {
    double value = plate.channels()[channel][cell];
    double lit =
        tone.isUniform()
            ? tone.apply(value, 0, 0)
            : tone.apply(value, plate.place(cell, true), plate.place(cell, false));
    return Math.abs(frame.channels()[channel][cell] - lit);
  }
}
