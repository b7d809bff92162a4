package org.cleanplate.imagej.image;

import ij.ImagePlus;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.cleanplate.MattingException;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.frame.Samples;
import org.cleanplate.network.graph.PixelLayout;

/**
 * How ImageJ's pixels become those of a {@link Frame} and back. Whole arrays are copied, pixel by
 * pixel nothing is: ImageJ's {@code int} pixel is blue, green, red, alpha in memory.
 */
public final class StackFormat {
  private StackFormat() {}

  /**
   * The format in which an image is matted: 8, 16 and 32 bits as they are, RGB and 8-bit colour
   * through a look-up table as colour.
   */
  public static FrameFormat of(ImagePlus image) {
    return new FrameFormat(image.getWidth(), image.getHeight(), layout(image));
  }

  /** The same for a series; colours in planes of 16 or 32 bits become fractions of white. */
  public static FrameFormat of(StackSeries series) {
    if (!series.isColour()) {
      return of(series.image());
    }
    PixelLayout layout =
        series.image().getBitDepth() == 8 ? PixelLayout.BGRA_8 : PixelLayout.RGB_FLOAT;
    return new FrameFormat(series.image().getWidth(), series.image().getHeight(), layout);
  }

  private static PixelLayout layout(ImagePlus image) {
    return switch (image.getBitDepth()) {
      case 8 -> coloursByTable(image) ? PixelLayout.BGRA_8 : PixelLayout.GRAY_8;
      case 16 -> PixelLayout.GRAY_16;
      case 32 -> PixelLayout.GRAY_FLOAT;
      case 24 -> PixelLayout.BGRA_8;
      default ->
          throw new MattingException(
              "Image \""
                  + image.getTitle()
                  + "\" has "
                  + image.getBitDepth()
                  + " bits a pixel, expected 8, 16, 32 or RGB: convert it with Image>Type");
    };
  }

  /**
   * Whether what the user sees differs from the values: by a colour table or an inverting one. The
   * tables of a composite image only tell its channels apart and are left aside.
   */
  private static boolean coloursByTable(ImagePlus image) {
    ImageProcessor shown = image.getProcessor();
    return !image.isComposite() && (shown.isColorLut() || shown.isInvertedLut());
  }

  /** The pixels of {@code slice} as they lie in a frame of {@code layout}: a primitive array. */
  static Object pixels(ImageProcessor slice, PixelLayout layout) {
    return switch (layout) {
      case GRAY_8 -> slice.convertToByteProcessor(false).getPixels();
      case GRAY_16 -> slice.convertToShortProcessor(false).getPixels();
      case GRAY_FLOAT -> slice.convertToFloatProcessor().getPixels();
      case BGRA_8 -> slice.convertToColorProcessor().getPixels();
      case RGB_16, RGB_FLOAT -> throw planar(layout);
    };
  }

  /** Copies a slice of the frame's size into it. */
  static void copy(ImageProcessor slice, Frame frame) {
    ByteBuffer target = frame.pixels();
    PixelLayout layout = frame.format().layout();
    switch (layout) {
      case GRAY_8 -> target.put((byte[]) pixels(slice, layout));
      case GRAY_16 -> target.asShortBuffer().put((short[]) pixels(slice, layout));
      case GRAY_FLOAT -> target.asFloatBuffer().put((float[]) pixels(slice, layout));
      case BGRA_8 ->
          target.order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().put((int[]) pixels(slice, layout));
      case RGB_16, RGB_FLOAT -> throw planar(layout);
    }
  }

  /** Copies a plane into one channel of a frame of colours; a missing third one stays black. */
  static void copyColour(ImageProcessor slice, Frame frame, int plane, ChannelLevels levels) {
    Samples samples = Samples.of(frame);
    boolean bytes = frame.format().layout() == PixelLayout.BGRA_8;
    for (int i = 0; i < slice.getPixelCount(); i++) {
      float value = slice.getf(i);
      samples.set(i, plane, bytes ? value : levels.toUnit(plane, value));
    }
  }

  /** One channel of a frame of colours at the depth of the image it belongs to. */
  public static ImageProcessor plane(Frame frame, int plane, int bitDepth, ChannelLevels levels) {
    Samples samples = Samples.of(frame);
    int width = frame.format().width();
    int height = frame.format().height();
    boolean bytes = frame.format().layout() == PixelLayout.BGRA_8;
    FloatProcessor values = new FloatProcessor(width, height);
    for (int i = 0; i < width * height; i++) {
      float value = samples.get(i, plane);
      values.setf(i, bytes ? value : levels.fromUnit(plane, value));
    }
    return switch (bitDepth) {
      case 8 -> values.convertToByteProcessor(false);
      case 16 -> values.convertToShortProcessor(false);
      default -> values;
    };
  }

  /** A copy of the frame's pixels as ImageJ keeps them. */
  public static ImageProcessor processor(Frame frame) {
    int width = frame.format().width();
    int height = frame.format().height();
    int count = width * height;
    ByteBuffer source = frame.pixels();
    return switch (frame.format().layout()) {
      case GRAY_8 -> {
        byte[] pixels = new byte[count];
        source.get(pixels);
        yield new ByteProcessor(width, height, pixels);
      }
      case GRAY_16 -> {
        short[] pixels = new short[count];
        source.asShortBuffer().get(pixels);
        yield new ShortProcessor(width, height, pixels, null);
      }
      case GRAY_FLOAT -> {
        float[] pixels = new float[count];
        source.asFloatBuffer().get(pixels);
        yield new FloatProcessor(width, height, pixels);
      }
      case BGRA_8 -> {
        int[] pixels = new int[count];
        source.order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(pixels);
        yield new ColorProcessor(width, height, pixels);
      }
      case RGB_16, RGB_FLOAT -> throw planar(frame.format().layout());
    };
  }

  private static IllegalArgumentException planar(PixelLayout layout) {
    return new IllegalArgumentException("ImageJ has no pixels of layout " + layout);
  }
}
