package org.cleanplate.imagej.dialog;

import ij.gui.GenericDialog;
import org.cleanplate.imagej.parameters.VideoChoice;

/** The fields for how a video is read and for its sound. */
final class VideoFields {
  private final GenericDialog dialog;

  VideoFields(GenericDialog dialog) {
    this.dialog = dialog;
    dialog.addCheckboxGroup(
        1,
        2,
        new String[] {"Deinterlace", "Keep sound"},
        new boolean[] {VideoChoice.DEFAULT.deinterlace(), VideoChoice.DEFAULT.sound()});
  }

  VideoChoice read() {
    boolean deinterlace = dialog.getNextBoolean();
    return VideoChoice.pictures(deinterlace, dialog.getNextBoolean());
  }
}
