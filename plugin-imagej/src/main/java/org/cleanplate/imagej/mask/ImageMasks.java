package org.cleanplate.imagej.mask;

import ij.ImagePlus;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import java.util.Optional;
import java.util.function.LongUnaryOperator;
import org.cleanplate.MattingException;
import org.cleanplate.frame.FrameFormat;

/** Masks from an image: one for all frames, or a slice for each. What is not 0 is inside. */
public final class ImageMasks implements FrameMasks {
  private final ImagePlus image;
  private final LongUnaryOperator slices;
  private long shown = -1;
  private ByteProcessor mask = new ByteProcessor(1, 1);

  private ImageMasks(ImagePlus image, LongUnaryOperator slices) {
    this.image = image;
    this.slices = slices;
  }

  /**
   * Checks the image.
   *
   * @param format of the frames
   * @param planes how many planes the source has, each of which may have its mask
   * @param plane the plane, from 1, of a frame, from 0
   * @throws MattingException if its size or its number of slices does not fit
   */
  public static ImageMasks of(
      ImagePlus image, FrameFormat format, long planes, LongUnaryOperator plane) {
    if (image.getWidth() != format.width() || image.getHeight() != format.height()) {
      throw new MattingException(
          "Mask \""
              + image.getTitle()
              + "\" is "
              + image.getWidth()
              + "x"
              + image.getHeight()
              + " but the source is "
              + format.size()
              + ": give a mask of the source's size");
    }
    int slices = image.getStackSize();
    if (slices != 1 && slices != planes) {
      throw new MattingException(
          "Mask \""
              + image.getTitle()
              + "\" has "
              + slices
              + " slices but the source has "
              + planes
              + ": give one for all, or one for each");
    }
    return new ImageMasks(image, slices == 1 ? frame -> 1 : plane);
  }

  @Override
  public Optional<ByteProcessor> maskFor(long frame) {
    long slice = slices.applyAsLong(frame);
    if (slice != shown) {
      mask = inside(image.getStack().getProcessor((int) slice));
      shown = slice;
    }
    return Optional.of(mask);
  }

  /** Black is outside in RGB, whatever its alpha. */
  private static ByteProcessor inside(ImageProcessor slice) {
    ByteProcessor inside = new ByteProcessor(slice.getWidth(), slice.getHeight());
    boolean rgb = slice.getBitDepth() == 24;
    for (int i = 0; i < slice.getPixelCount(); i++) {
      boolean black = rgb ? (slice.get(i) & 0xFFFFFF) == 0 : slice.getf(i) == 0;
      inside.set(i, black ? 0 : 255);
    }
    return inside;
  }
}
