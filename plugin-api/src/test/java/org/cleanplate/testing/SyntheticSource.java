package org.cleanplate.testing;

import java.util.OptionalLong;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.frame.FrameSource;

/** Painted frames at 25 a second. */
public final class SyntheticSource implements FrameSource {
  private final FrameFormat format;
  private final long count;
  private final OptionalLong estimate;
  private final Painter painter;
  private long next;
  private boolean closed;

  public SyntheticSource(FrameFormat format, long count, Painter painter) {
    this(format, count, OptionalLong.of(count), painter);
  }

  public SyntheticSource(FrameFormat format, long count, OptionalLong estimate, Painter painter) {
    this.format = format;
    this.count = count;
    this.estimate = estimate;
    this.painter = painter;
  }

  public boolean isClosed() {
    return closed;
  }

  @Override
  public String name() {
    return "synthetic";
  }

  @Override
  public FrameFormat format() {
    return format;
  }

  @Override
  public OptionalLong frameCountEstimate() {
    return estimate;
  }

  @Override
  public double framesPerSecond() {
    return 25;
  }

  @Override
  public boolean read(Frame frame) {
    if (next >= count) {
      return false;
    }
    frame.stamp(next, next * 40_000);
    painter.paint(next, frame);
    next++;
    return true;
  }

  @Override
  public void skip(long frames) {
    next = Math.min(count, next + frames);
  }

  @Override
  public void close() {
    closed = true;
  }

  /** Paints the pixels of one frame. */
  @FunctionalInterface
  public interface Painter {
    void paint(long index, Frame frame);
  }
}
