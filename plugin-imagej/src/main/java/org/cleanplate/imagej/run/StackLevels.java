package org.cleanplate.imagej.run;

import ij.CompositeImage;
import ij.ImagePlus;
import java.util.List;
import java.util.stream.IntStream;
import org.cleanplate.MattingException;
import org.cleanplate.engine.MattingOptions.Levels;
import org.cleanplate.imagej.image.ChannelLevels;
import org.cleanplate.imagej.image.StackSeries;
import org.cleanplate.imagej.parameters.LevelsChoice;

/** Black and white of a series' pixels, in raw pixel values. */
final class StackLevels {
  private StackLevels() {}

  /** The chosen levels; what is not chosen comes from the display range of each channel. */
  static ChannelLevels of(StackSeries series, LevelsChoice choice) {
    ImagePlus image = series.image();
    boolean deep = image.getBitDepth() == 16 || image.getBitDepth() == 32;
    if (!deep && !choice.equals(LevelsChoice.DISPLAY_RANGE)) {
      throw new MattingException(
          "black= and white= are for 16-bit and 32-bit images, but \""
              + image.getTitle()
              + "\" has 8 bits a sample: leave them out");
    }
    List<Levels> planes =
        IntStream.range(0, series.planesPerPicture())
            .mapToObj(plane -> deep ? plane(series, plane, choice) : Levels.FULL_RANGE)
            .toList();
    return new ChannelLevels(planes);
  }

  private static Levels plane(StackSeries series, int plane, LevelsChoice choice) {
    ImagePlus image = series.image();
    double black = choice.black().orElse(displayed(series, plane, true));
    double white = choice.white().orElse(displayed(series, plane, false));
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

  private static double displayed(StackSeries series, int plane, boolean minimum) {
    if (series.image() instanceof CompositeImage composite) {
      var table = composite.getChannelLut(series.channel(plane));
      return minimum ? table.min : table.max;
    }
    var shown = series.image().getProcessor();
    return minimum ? shown.getMin() : shown.getMax();
  }
}
