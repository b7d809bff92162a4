package org.cleanplate.imagej.run;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.Matte;
import org.cleanplate.frame.PlatedSink;
import org.cleanplate.network.graph.Layer;

/** Keeps one frame with its plate and its matte. */
final class FrameCapture implements PlatedSink {
  private final long index;
  private final Set<Layer> layers;
  private Optional<Captured> captured = Optional.empty();

  /**
   * @param index of the frame, from 0
   * @param layers what to keep of its matte
   */
  FrameCapture(long index, Set<Layer> layers) {
    this.index = index;
    this.layers = Set.copyOf(layers);
  }

  /** Copies of what came by. */
  record Captured(Frame source, Frame plate, Map<Layer, Frame> layers) {}

  @Override
  public Set<Layer> layers() {
    return layers;
  }

  @Override
  public void write(Frame source, Frame plate, Matte matte) {
    if (matte.index() != index) {
      return;
    }
    Map<Layer, Frame> kept = new EnumMap<>(Layer.class);
    layers.forEach(layer -> kept.put(layer, copy(matte.layer(layer))));
    captured = Optional.of(new Captured(copy(source), copy(plate), kept));
  }

  static Frame copy(Frame frame) {
    Frame copy = Frame.allocate(frame.format());
    copy.pixels().put(frame.pixels());
    copy.stamp(frame);
    return copy;
  }

  /** Empty if the frame did not come by. */
  Optional<Captured> captured() {
    return captured;
  }

  @Override
  public void finish() {}

  @Override
  public void close() {}
}
