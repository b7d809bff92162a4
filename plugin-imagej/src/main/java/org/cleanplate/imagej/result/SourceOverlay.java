package org.cleanplate.imagej.result;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;

/** The user's own overlay, taken over by results of the same size. */
final class SourceOverlay {
  private SourceOverlay() {}

  /** Copies all but what an earlier run drew. */
  static void copy(ImagePlus source, ImagePlus result) {
    Overlay overlay = source.getOverlay();
    if (overlay == null) {
      return;
    }
    Overlay copy = new Overlay();
    for (Roi roi : overlay.toArray()) {
      if (!MatteOverlay.isOurs(roi)) {
        copy.add(fitted((Roi) roi.clone(), result));
      }
    }
    if (copy.size() > 0) {
      result.setOverlay(copy);
    }
  }

  /** A result may have one channel where the source has several. */
  private static Roi fitted(Roi roi, ImagePlus result) {
    if (roi.hasHyperStackPosition() && roi.getCPosition() > result.getNChannels()) {
      roi.setPosition(0, roi.getZPosition(), roi.getTPosition());
    }
    return roi;
  }
}
