package org.cleanplate.imagej.run;

import java.util.Optional;
import java.util.Set;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameSink;
import org.cleanplate.frame.Matte;
import org.cleanplate.network.graph.Layer;

/** Keeps the alpha of one frame. */
final class AlphaCapture implements FrameSink {
  private final long index;
  private Optional<Frame> alpha = Optional.empty();

  /**
   * @param index of the frame, from 0
   */
  AlphaCapture(long index) {
    this.index = index;
  }

  @Override
  public Set<Layer> layers() {
    return Set.of(Layer.ALPHA_FLOAT);
  }

  @Override
  public void write(Matte matte) {
    if (matte.index() == index) {
      Frame seen = matte.layer(Layer.ALPHA_FLOAT);
      Frame kept = Frame.allocate(seen.format());
      kept.pixels().put(seen.pixels());
      alpha = Optional.of(kept);
    }
  }

  /** The alpha; empty if the frame did not come by. */
  Optional<Frame> alpha() {
    return alpha;
  }

  @Override
  public void finish() {}

  @Override
  public void close() {}
}
