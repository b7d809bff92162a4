package org.cleanplate.imagej.run;

import ij.ImagePlus;
import org.cleanplate.MattingException;
import org.cleanplate.engine.MattingOptions.Levels;
import org.cleanplate.imagej.parameters.LevelsChoice;

/** Black and white of an image's pixels, in raw pixel values. */
final class StackLevels {
  private StackLevels() {}

  /** The chosen levels; what is not chosen comes from the display range. */
  static Levels of(ImagePlus image, LevelsChoice choice) {
    if (image.getBitDepth() != 16 && image.getBitDepth() != 32) {
      if (!choice.equals(LevelsChoice.DISPLAY_RANGE)) {
        throw new MattingException(
            "black= and white= are for 16-bit and 32-bit images, but \""
                + image.getTitle()
                + "\" has 8 bits a sample: leave them out");
      }
      return Levels.FULL_RANGE;
    }
    double black = choice.black().orElse(image.getProcessor().getMin());
    double white = choice.white().orElse(image.getProcessor().getMax());
    if (!(white > black)) {
      throw new MattingException(
          "\""
              + image.getTitle()
              + "\" is shown from "
              + black
              + " to "
              + white
              + ": set its display range with Image>Adjust>Brightness/Contrast, or give black= and"
              + " white=");
    }
    return new Levels(black, white);
  }
}
