package org.cleanplate.imagej.image;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.Blitter;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;
import java.io.IOException;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.cleanplate.MattingException;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.frame.FrameSource;
import org.cleanplate.network.graph.PixelLayout;

/**
 * The pictures of an image as they are seen: grey from the black to the white of its display range,
 * colour tables and composite channels as colour. Grey of 16 and 32 bits stays 16 bits deep if that
 * is wanted. The image is not changed; its shown slice stays where it is.
 */
public final class ShownStackSource implements FrameSource {
  private static final double DEFAULT_FRAMES_PER_SECOND = 25;
  private static final int WHITE_16 = 65_535;

  private final ImagePlus image;
  private final ImageStack stack;
  private final FrameFormat format;
  private final double framesPerSecond;
  private final boolean ownTimes;
  private final double black;
  private final double white;
  private final LUT[] channelTables;
  private int next;

  /**
   * Opens an image.
   *
   * @param deep whether deep grey keeps 16 bits
   * @param rate frames a second; empty to take the image's own times
   * @throws MattingException if it has several slices at each of several times, or a kind of pixels
   *     that is unknown
   */
  public ShownStackSource(ImagePlus image, boolean deep, OptionalDouble rate) {
    if (image.getNSlices() > 1 && image.getNFrames() > 1) {
      throw new MattingException(
          "\""
              + image.getTitle()
              + "\" has "
              + image.getNSlices()
              + " slices at each of "
              + image.getNFrames()
              + " times: make a projection or choose one slice first");
    }
    this.image = image;
    this.stack = image.getStack();
    this.framesPerSecond = rate.orElse(framesPerSecond(image));
    this.ownTimes = rate.isEmpty();
    this.black = image.getProcessor().getMin();
    this.white = image.getProcessor().getMax();
    this.channelTables = tables(image);
    PixelLayout layout = StackFormat.of(image).layout();
    boolean colour = layout == PixelLayout.BGRA_8 || channelTables.length > 0;
    PixelLayout gray = deep && image.getBitDepth() > 8 ? PixelLayout.GRAY_16 : PixelLayout.GRAY_8;
    this.format =
        new FrameFormat(image.getWidth(), image.getHeight(), colour ? PixelLayout.BGRA_8 : gray);
  }

  /** The rhythm of an image, or 25 frames a second if it has none. */
  public static double framesPerSecond(ImagePlus image) {
    double own = FrameInterval.of(image.getCalibration()).framesPerSecond();
    return own > 0 ? own : DEFAULT_FRAMES_PER_SECOND;
  }

  private static LUT[] tables(ImagePlus image) {
    boolean mixed =
        image.getNChannels() > 1
            && image instanceof CompositeImage composite
            && composite.getMode() == IJ.COMPOSITE;
    return mixed ? image.getLuts() : new LUT[0];
  }

  @Override
  public String name() {
    return image.getTitle();
  }

  @Override
  public FrameFormat format() {
    return format;
  }

  @Override
  public OptionalLong frameCountEstimate() {
    return OptionalLong.of(Math.max(image.getNFrames(), image.getNSlices()));
  }

  @Override
  public double framesPerSecond() {
    return framesPerSecond;
  }

  @Override
  public boolean read(Frame frame) throws IOException {
    if (next >= frameCountEstimate().orElseThrow()) {
      return false;
    }
    if (channelTables.length > 0) {
      StackFormat.copy(mix(), frame);
    } else {
      copy(slice(image.getC()), frame);
    }
    frame.stamp(next, timeMicros());
    next++;
    return true;
  }

  private void copy(ImageProcessor slice, Frame frame) {
    switch (format.layout()) {
      case GRAY_8 -> {
        slice.setMinAndMax(black, white);
        StackFormat.copy(slice.convertToByteProcessor(true), frame);
      }
      case GRAY_16 -> frame.pixels().asShortBuffer().put(to16Bits(slice));
      default -> StackFormat.copy(slice, frame);
    }
  }

  private short[] to16Bits(ImageProcessor slice) {
    double range = white > black ? white - black : 1;
    short[] samples = new short[slice.getPixelCount()];
    for (int i = 0; i < samples.length; i++) {
      double value = (slice.getf(i) - black) / range;
      samples[i] = (short) Math.round(Math.max(0, Math.min(1, value)) * WHITE_16);
    }
    return samples;
  }

  /** The sum of all channels that are switched on, each in its colour. */
  private ColorProcessor mix() throws IOException {
    boolean[] active = ((CompositeImage) image).getActiveChannels();
    ColorProcessor sum = new ColorProcessor(format.width(), format.height());
    for (int channel = 1; channel <= channelTables.length; channel++) {
      if (active[channel - 1]) {
        ImageProcessor slice = slice(channel);
        LUT table = channelTables[channel - 1];
        slice.setLut(table);
        slice.setMinAndMax(table.min, table.max);
        sum.copyBits(slice.convertToColorProcessor(), 0, 0, Blitter.ADD);
      }
    }
    return sum;
  }

  private ImageProcessor slice(int channel) throws IOException {
    int index = index(channel);
    ImageProcessor slice = stack.getProcessor(index);
    if (slice == null) {
      throw new IOException("Slice " + index + " of \"" + name() + "\" cannot be read");
    }
    return slice;
  }

  private int index(int channel) {
    boolean timed = image.getNFrames() > 1;
    return image.getStackIndex(channel, timed ? 1 : next + 1, timed ? next + 1 : 1);
  }

  private long timeMicros() {
    return ownTimes && stack instanceof TimedStack timed
        ? timed.timeMicros(index(1))
        : Math.round(next * 1e6 / framesPerSecond);
  }

  @Override
  public void skip(long count) {
    next = (int) Math.min(frameCountEstimate().orElseThrow(), next + count);
  }

  @Override
  public void close() {
    next = (int) frameCountEstimate().orElseThrow();
  }
}
