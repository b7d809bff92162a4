package org.cleanplate.matte;

import java.util.Set;
import org.cleanplate.engine.MattingOptions.Levels;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.Matte;
import org.cleanplate.frame.PlatedSink;
import org.cleanplate.frame.Samples;
import org.cleanplate.network.graph.Layer;

/** Counts samples of the source outside black..white, which the network saw clamped. */
public final class RangeSink implements PlatedSink {
  private final Levels levels;
  private long samples;
  private long outside;

  /**
   * @param levels black and white of the source
   */
  public RangeSink(Levels levels) {
    this.levels = levels;
  }

  @Override
  public Set<Layer> layers() {
    return Set.of();
  }

  @Override
  public void write(Frame source, Frame plate, Matte matte) {
    Samples values = Samples.of(source);
    SampleScale scale = SampleScale.of(values, levels);
    int pixels = source.format().width() * source.format().height();
    for (int i = 0; i < pixels; i++) {
      for (int c = 0; c < values.channels(); c++) {
        float unit = scale.unit(values.get(i, c));
        outside += unit >= 0 && unit <= 1 ? 0 : 1;
      }
    }
    samples += (long) pixels * values.channels();
  }

  /** The share of all samples so far, 0..1. */
  public double outsideShare() {
    return samples == 0 ? 0 : (double) outside / samples;
  }

  @Override
  public void finish() {}

  @Override
  public void close() {}
}
