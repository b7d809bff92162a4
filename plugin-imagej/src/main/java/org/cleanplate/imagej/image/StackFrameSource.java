package org.cleanplate.imagej.image;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ImageProcessor;
import java.io.IOException;
import java.util.OptionalLong;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.frame.FrameSource;

/**
 * The slices of an image in stack order. A virtual stack is read slice by slice. The image is not
 * changed and not closed; its shown slice stays where it is.
 */
public final class StackFrameSource implements FrameSource {
  /** How slices without a known interval follow each other, for outputs that need a rhythm. */
  private static final double DEFAULT_FRAMES_PER_SECOND = 25;

  private final ImagePlus image;
  private final ImageStack stack;
  private final FrameFormat format;
  private final FrameInterval interval;
  private int next = 1;

  /**
   * @throws org.cleanplate.MattingException if the image is of a kind that cannot be matted
   */
  public StackFrameSource(ImagePlus image) {
    this.image = image;
    this.stack = image.getStack();
    this.format = StackFormat.of(image);
    this.interval = FrameInterval.of(image.getCalibration());
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
    return OptionalLong.of(stack.size());
  }

  @Override
  public double framesPerSecond() {
    return interval.framesPerSecond();
  }

  @Override
  public boolean read(Frame frame) throws IOException {
    if (next > stack.size()) {
      return false;
    }
    ImageProcessor slice = stack.getProcessor(next);
    if (slice == null) {
      throw new IOException("Slice " + next + " of \"" + name() + "\" cannot be read");
    }
    if (slice.getWidth() != format.width() || slice.getHeight() != format.height()) {
      throw new IOException(
          "Slice "
              + next
              + " of \""
              + name()
              + "\" is "
              + slice.getWidth()
              + "x"
              + slice.getHeight()
              + ", expected "
              + format.size());
    }
    StackFormat.copy(slice, frame);
    frame.stamp(next - 1L, timeMicros(next));
    next++;
    return true;
  }

  /** Slices of one time point share its time; a plain stack is taken as a series in time. */
  private long timeMicros(int slice) {
    if (stack instanceof TimedStack timed) {
      return timed.timeMicros(slice);
    }
    int timePoint = image.getNFrames() > 1 ? image.convertIndexToPosition(slice)[2] - 1 : slice - 1;
    double rate =
        interval.framesPerSecond() > 0 ? interval.framesPerSecond() : DEFAULT_FRAMES_PER_SECOND;
    return Math.round(timePoint * 1e6 / rate);
  }

  @Override
  public void skip(long count) {
    next = (int) Math.min(stack.size() + 1L, next + count);
  }

  @Override
  public void close() {
    next = stack.size() + 1;
  }
}
