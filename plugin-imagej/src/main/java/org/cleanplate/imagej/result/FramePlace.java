package org.cleanplate.imagej.result;

import ij.ImagePlus;
import ij.gui.Roi;

/**
 * Where a frame is in its source, each from 1; 0 if it stands for all.
 *
 * @param frame in its series
 */
public record FramePlace(int channel, int slice, int timePoint, int frame) {

  /** Gives a region its place in an image, which has to be of the source's shape. */
  public void assignTo(Roi roi, ImagePlus image) {
    if (image.isHyperStack() || image.isComposite()) {
      roi.setPosition(channel, slice, timePoint);
    } else if (image.getStackSize() > 1) {
      roi.setPosition(frame);
    }
  }
}
