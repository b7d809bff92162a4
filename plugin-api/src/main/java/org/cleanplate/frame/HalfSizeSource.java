package org.cleanplate.frame;

import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;

/** Another source's frames at half their size. Closed with it. */
public final class HalfSizeSource implements FrameSource {
  private final FrameSource source;
  private final Frame whole;

  /** Takes over a source. */
  public HalfSizeSource(FrameSource source) {
    this.source = source;
    this.whole = Frame.allocate(source.format());
  }

  @Override
  public String name() {
    return source.name();
  }

  @Override
  public FrameFormat format() {
    return HalfSize.of(source.format());
  }

  @Override
  public OptionalLong frameCountEstimate() {
    return source.frameCountEstimate();
  }

  @Override
  public double framesPerSecond() {
    return source.framesPerSecond();
  }

  @Override
  public boolean read(Frame frame) throws IOException {
    if (!source.read(whole)) {
      return false;
    }
    HalfSize.reduce(whole, frame);
    return true;
  }

  @Override
  public List<String> notes() {
    return source.notes();
  }

  @Override
  public void skip(long count) throws IOException {
    source.skip(count);
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
