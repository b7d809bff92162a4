package org.cleanplate.plate.estimate;

import java.io.IOException;
import java.util.OptionalLong;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.frame.FrameSource;

/** The next few frames of a source as a source of their own; closing it leaves that one open. */
final class SourceWindow implements FrameSource {
  private final FrameSource source;
  private final long first;
  private final long length;
  private long position;

  /**
   * @param first the number of the source's next frame
   * @param length how many frames there are at most
   */
  SourceWindow(FrameSource source, long first, long length) {
    this.source = source;
    this.first = first;
    this.length = length;
  }

  @Override
  public String name() {
    return source.name();
  }

  @Override
  public FrameFormat format() {
    return source.format();
  }

  @Override
  public OptionalLong frameCountEstimate() {
    OptionalLong all = source.frameCountEstimate();
    return OptionalLong.of(
        all.isPresent() ? Math.max(1, Math.min(length, all.getAsLong() - first)) : length);
  }

  @Override
  public double framesPerSecond() {
    return source.framesPerSecond();
  }

  @Override
  public boolean read(Frame frame) throws IOException {
    if (position >= length || !source.read(frame)) {
      return false;
    }
    position++;
    return true;
  }

  @Override
  public void skip(long count) throws IOException {
    long skipped = Math.min(count, length - position);
    source.skip(skipped);
    position += skipped;
  }

  @Override
  public void close() {
    position = length;
  }
}
