package org.cleanplate.imagej.image;

import ij.ImagePlus;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.matte.Backdrop;
import org.cleanplate.network.graph.PixelLayout;

/**
 * An image as backdrop. It is scaled to cover the frame and cut to it around its middle. The slices
 * of a stack go along with the frames and start anew at the end.
 */
public final class BackdropPictures implements Backdrop.Pictures {
  private final ImagePlus image;
  private final Frame picture;
  private int shown;

  /**
   * @param format of the frames
   */
  public BackdropPictures(ImagePlus image, FrameFormat format) {
    this.image = image;
    this.picture =
        Frame.allocate(new FrameFormat(format.width(), format.height(), PixelLayout.BGRA_8));
  }

  @Override
  public Frame pictureFor(long index) {
    int slice = (int) (index % image.getStackSize()) + 1;
    if (slice != shown) {
      StackFormat.copy(covering(slice), picture);
      shown = slice;
    }
    return picture;
  }

  private ColorProcessor covering(int slice) {
    int width = picture.format().width();
    int height = picture.format().height();
    ImageProcessor colour = shownAs(slice);
    double scale =
        Math.max((double) width / colour.getWidth(), (double) height / colour.getHeight());
    int scaledWidth = Math.max(width, (int) Math.round(scale * colour.getWidth()));
    int scaledHeight = Math.max(height, (int) Math.round(scale * colour.getHeight()));
    if (scaledWidth != colour.getWidth() || scaledHeight != colour.getHeight()) {
      colour.setInterpolationMethod(ImageProcessor.BILINEAR);
      colour = colour.resize(scaledWidth, scaledHeight, true);
    }
    colour.setRoi((scaledWidth - width) / 2, (scaledHeight - height) / 2, width, height);
    return (ColorProcessor) colour.crop();
  }

  /** Deep pixels within the display range. */
  private ImageProcessor shownAs(int slice) {
    ImageProcessor pixels = image.getStack().getProcessor(slice);
    if (pixels.getBitDepth() == 16 || pixels.getBitDepth() == 32) {
      pixels.setMinAndMax(image.getDisplayRangeMin(), image.getDisplayRangeMax());
    }
    return pixels.convertToColorProcessor();
  }
}
