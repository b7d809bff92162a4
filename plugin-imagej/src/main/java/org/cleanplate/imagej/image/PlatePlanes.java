package org.cleanplate.imagej.image;

import ij.ImagePlus;
import ij.process.ImageProcessor;
import org.cleanplate.MattingException;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;

/**
 * The planes of an image that are the clean plate of a series. Along channels and slices an image
 * with as many as the source has one for each; with one, it is the plate of all; otherwise, and in
 * time, the one that is shown counts.
 */
public final class PlatePlanes {
  private final ImagePlus image;
  private final StackSeries series;

  /**
   * @param image the plate or plates
   */
  public PlatePlanes(ImagePlus image, StackSeries series) {
    this.image = image;
    this.series = series;
  }

  /**
   * The plate as a frame like those of the series.
   *
   * @param levels of the series, which count for the plate as well
   * @throws MattingException if size, depth or channels do not fit
   */
  public Frame picture(FrameFormat format, ChannelLevels levels) {
    FrameImages.requireFit(image, format, series.image().getTitle());
    Frame plate = Frame.allocate(format);
    if (!series.isColour() || image.getBitDepth() == 24) {
      requireColoursAsTheSource(format);
      StackFormat.copy(processor(0), plate);
      return plate;
    }
    int channels = image.getNChannels();
    if (channels != 1 && channels != series.planesPerPicture()) {
      throw new MattingException(
          "Background \""
              + image.getTitle()
              + "\" has "
              + channels
              + " channels but \""
              + series.image().getTitle()
              + "\" has "
              + series.planesPerPicture()
              + ": give one of as many channels, or of one");
    }
    for (int plane = 0; plane < series.planesPerPicture(); plane++) {
      StackFormat.copyColour(processor(plane), plate, plane, levels);
    }
    return plate;
  }

  /** An RGB plate fits colours of bytes only. */
  private void requireColoursAsTheSource(FrameFormat format) {
    if (series.isColour() && !format.layout().packed()) {
      throw new MattingException(
          "Background \""
              + image.getTitle()
              + "\" is RGB but \""
              + series.image().getTitle()
              + "\" has channels of "
              + series.image().getBitDepth()
              + " bits: give a background of such channels");
    }
  }

  private ImageProcessor processor(int plane) {
    return image.getStackSize() == 1
        ? image.getProcessor()
        : image.getStack().getProcessor(index(plane));
  }

  private int index(int plane) {
    // ImageJ's own getters of the position lag behind without a window.
    int[] shown = image.convertIndexToPosition(image.getCurrentSlice());
    ImagePlus source = series.image();
    int channel =
        matches(image.getNChannels(), source.getNChannels()) ? series.channel(plane) : shown[0];
    int slice =
        !series.isAlongZ() && matches(image.getNSlices(), source.getNSlices())
            ? series.slice(0)
            : shown[1];
    int timePoint =
        series.isAlongZ() && matches(image.getNFrames(), source.getNFrames())
            ? series.timePoint(0)
            : shown[2];
    return image.getStackIndex(channel, slice, timePoint);
  }

  private static boolean matches(int own, int ofSource) {
    return own > 1 && own == ofSource;
  }

  /** Which plane it is, for the results to record; empty if there is only one. */
  public String describe() {
    if (image.getStackSize() == 1) {
      return "";
    }
    if (series.isColour() && image.getStackSize() == image.getNChannels()) {
      return ", all channels";
    }
    return ", slice " + index(0);
  }
}
