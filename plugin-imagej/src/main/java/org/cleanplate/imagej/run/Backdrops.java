package org.cleanplate.imagej.run;

import org.cleanplate.frame.FrameFormat;
import org.cleanplate.imagej.image.BackdropPictures;
import org.cleanplate.imagej.parameters.BackdropChoice;
import org.cleanplate.matte.Backdrop;

/** Finds what a user wants to see behind the subject. */
final class Backdrops {
  private Backdrops() {}

  /**
   * The colour, or the image of that name.
   *
   * @param format of the frames
   * @throws org.cleanplate.MattingException if there is no such image
   */
  static Backdrop of(BackdropChoice choice, FrameFormat format) {
    return choice instanceof BackdropChoice.Named named
        ? new BackdropPictures(NamedImages.require(named.name(), "Backdrop"), format)
        : new Backdrop.Colour(choice.networkColour());
  }
}
