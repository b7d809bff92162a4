package org.cleanplate.imagej.result;

import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.gui.Wand;
import ij.process.FloatProcessor;
import java.util.List;
import org.cleanplate.matte.Components;
import org.cleanplate.matte.Components.Component;

/** The outer outline of each connected part of a mask. */
final class Outlines {
  private Outlines() {}

  /** Closed polygons along the edges of pixels, in the order of the parts. */
  static List<Roi> of(Components found) {
    FloatProcessor labels =
        new FloatProcessor(found.width(), found.labels().length / found.width(), found.labels());
    return found.components().stream().map(part -> trace(labels, part)).toList();
  }

  /** Starts in the uppermost row, where no hole can be met. */
  private static Roi trace(FloatProcessor labels, Component part) {
    Wand wand = new Wand(labels);
    wand.autoOutline(
        part.firstX(), part.firstY(), part.label(), part.label(), Wand.EIGHT_CONNECTED);
    return new PolygonRoi(wand.xpoints, wand.ypoints, wand.npoints, Roi.TRACED_ROI);
  }
}
