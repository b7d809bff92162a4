package org.cleanplate.job;

import java.io.IOException;
import java.util.OptionalLong;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.frame.FrameSource;

/** A source that breaks at one of its frames. */
final class FailingSource implements FrameSource {
  private final FrameSource whole;
  private final IOException failure;
  private long left;

  FailingSource(FrameSource whole, long framesBefore, IOException failure) {
    this.whole = whole;
    this.left = framesBefore;
    this.failure = failure;
  }

  @Override
  public String name() {
    return whole.name();
  }

  @Override
  public FrameFormat format() {
    return whole.format();
  }

  @Override
  public OptionalLong frameCountEstimate() {
    return whole.frameCountEstimate();
  }

  @Override
  public double framesPerSecond() {
    return whole.framesPerSecond();
  }

  @Override
  public boolean read(Frame frame) throws IOException {
    if (left == 0) {
      throw failure;
    }
    left--;
    return whole.read(frame);
  }

  @Override
  public void skip(long count) throws IOException {
    whole.skip(count);
  }

  @Override
  public void close() throws IOException {
    whole.close();
  }
}
