package org.cleanplate.imagej.image;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ImageProcessor;
import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;
import org.cleanplate.engine.MattingOptions.Levels;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.frame.FrameSource;

/**
 * The pictures of a series of an image. A virtual stack is read slice by slice. The image is not
 * changed and not closed; its shown slice stays where it is.
 */
public final class StackFrameSource implements FrameSource {
  /** How slices without a known interval follow each other, for outputs that need a rhythm. */
  private static final double DEFAULT_FRAMES_PER_SECOND = 25;

  private final ImagePlus image;
  private final StackSeries series;
  private final ChannelLevels levels;
  private final ImageStack stack;
  private final FrameFormat format;
  private final FrameInterval interval;
  private int next;

  /**
   * Opens all planes in stack order.
   *
   * @throws org.cleanplate.MattingException if the image is of a kind that cannot be matted
   */
  public StackFrameSource(ImagePlus image) {
    this(StackSeries.whole(image), new ChannelLevels(List.of(Levels.FULL_RANGE)));
  }

  /**
   * Opens a series of an image.
   *
   * @param levels black and white of its planes
   * @throws org.cleanplate.MattingException if the image is of a kind that cannot be matted
   */
  public StackFrameSource(StackSeries series, ChannelLevels levels) {
    this.image = series.image();
    this.series = series;
    this.levels = levels;
    this.stack = image.getStack();
    this.format = StackFormat.of(series);
    this.interval = FrameInterval.of(image.getCalibration());
  }

  public StackSeries series() {
    return series;
  }

  /** Black and white of the planes of its pictures. */
  public ChannelLevels levels() {
    return levels;
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
    return OptionalLong.of(series.frameCount());
  }

  @Override
  public double framesPerSecond() {
    return interval.framesPerSecond();
  }

  @Override
  public boolean read(Frame frame) throws IOException {
    if (next >= series.frameCount()) {
      return false;
    }
    if (series.isColour()) {
      for (int plane = 0; plane < series.planesPerPicture(); plane++) {
        StackFormat.copyColour(slice(series.stackIndex(next, plane)), frame, plane, levels);
      }
    } else {
      StackFormat.copy(slice(series.stackIndex(next, 0)), frame);
    }
    frame.stamp(next, timeMicros(next));
    next++;
    return true;
  }

  private ImageProcessor slice(int index) throws IOException {
    ImageProcessor slice = stack.getProcessor(index);
    if (slice == null) {
      throw new IOException("Slice " + index + " of \"" + name() + "\" cannot be read");
    }
    if (slice.getWidth() != format.width() || slice.getHeight() != format.height()) {
      throw new IOException(
          "Slice "
              + index
              + " of \""
              + name()
              + "\" is "
              + slice.getWidth()
              + "x"
              + slice.getHeight()
              + ", expected "
              + format.size());
    }
    return slice;
  }

  /** A stack without time points is taken as a series in time. */
  private long timeMicros(int frame) {
    if (stack instanceof TimedStack timed) {
      return timed.timeMicros(series.slice(frame));
    }
    double rate =
        interval.framesPerSecond() > 0 ? interval.framesPerSecond() : DEFAULT_FRAMES_PER_SECOND;
    return Math.round(series.timeStep(frame) * 1e6 / rate);
  }

  @Override
  public void skip(long count) {
    next = (int) Math.min(series.frameCount(), next + count);
  }

  @Override
  public void close() {
    next = series.frameCount();
  }
}
