package org.cleanplate.imagej.image;

import ij.ImagePlus;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import org.cleanplate.MattingException;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.frame.LayoutConverter;
import org.cleanplate.network.graph.PixelLayout;
import org.cleanplate.plate.estimate.GhostMap;

/** Single pictures between ImageJ and frames. */
public final class FrameImages {
  private FrameImages() {}

  /** A new image, not shown, with a copy of the frame's pixels. */
  public static ImagePlus toImage(String title, Frame frame) {
    return new ImagePlus(title, StackFormat.processor(frame));
  }

  /** A map of doubt as 32-bit pixels from 0 to 1. */
  public static ImageProcessor toProcessor(GhostMap map) {
    return new FloatProcessor(map.width(), map.height(), map.doubt().clone());
  }

  /**
   * The shown slice of an image as a clean plate for frames of {@code format}. Grey and colour of 8
   * bits are converted into each other, 16 and 32 bits too, values kept.
   *
   * @throws MattingException if size or depth do not fit
   */
  public static Frame toPlate(ImagePlus image, FrameFormat format, String sourceName) {
    requireFit(image, format, sourceName);
    Frame plate = Frame.allocate(format);
    StackFormat.copy(image.getProcessor(), plate);
    return plate;
  }

  /**
   * The same for frames of a video or of picture files, whose samples are fractions of white at any
   * depth: a picture of 8 bits then fits deeper frames as well.
   *
   * @throws MattingException if size or depth do not fit
   */
  public static Frame toVideoPlate(ImagePlus image, FrameFormat format, String sourceName) {
    FrameFormat own = StackFormat.of(image);
    boolean spread = eightBit(own.layout()) && !eightBit(format.layout());
    return spread && own.sameSizeAs(format)
        ? LayoutConverter.convert(toPlate(image, own, sourceName), format.layout())
        : toPlate(image, format, sourceName);
  }

  /** Refuses a plate of another size, or whose values mean another light. */
  static void requireFit(ImagePlus image, FrameFormat format, String sourceName) {
    FrameFormat found = StackFormat.of(image);
    if (!found.sameSizeAs(format)) {
      throw new MattingException(
          "Background \""
              + image.getTitle()
              + "\" is "
              + found.size()
              + " but \""
              + sourceName
              + "\" is "
              + format.size()
              + ": scale the background or crop the source");
    }
    if (eightBit(found.layout()) != eightBit(format.layout())) {
      throw new MattingException(
          "Background \""
              + image.getTitle()
              + "\" has "
              + depth(found.layout())
              + " but \""
              + sourceName
              + "\" has "
              + depth(format.layout())
              + ": convert one of them with Image>Type, so that equal values mean equal light");
    }
  }

  private static boolean eightBit(PixelLayout layout) {
    return layout.bytesPerSample() == 1;
  }

  private static String depth(PixelLayout layout) {
    return switch (layout) {
      case GRAY_8, BGRA_8 -> "8 bits";
      case GRAY_16, RGB_16 -> "16 bits";
      case GRAY_FLOAT, RGB_FLOAT -> "32 bits";
    };
  }
}
