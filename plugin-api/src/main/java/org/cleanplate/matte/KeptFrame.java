package org.cleanplate.matte;

import java.util.EnumMap;
import java.util.Map;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.Matte;
import org.cleanplate.network.graph.Layer;

/** Copies of a frame, its plate and its matte, in buffers that are filled again and again. */
final class KeptFrame {
  private final Frame source;
  private final Frame plate;
  private final Map<Layer, Frame> layers = new EnumMap<>(Layer.class);
  private long computeMicros;

  /** Buffers as large as those given; nothing is copied yet. */
  KeptFrame(Frame source, Frame plate, Matte matte) {
    this.source = Frame.allocate(source.format());
    this.plate = Frame.allocate(plate.format());
    matte.layers().forEach(l -> layers.put(l, Frame.allocate(matte.layer(l).format())));
  }

  void take(Frame newSource, Frame newPlate, Matte matte) {
    copy(newSource, source);
    copy(newPlate, plate);
    layers.forEach((layer, kept) -> copy(matte.layer(layer), kept));
    computeMicros = matte.computeMicros();
  }

  private static void copy(Frame from, Frame to) {
    to.pixels().put(from.pixels());
    to.stamp(from);
  }

  Frame source() {
    return source;
  }

  Frame plate() {
    return plate;
  }

  /** As the network computed it. */
  Frame alpha() {
    return layers.get(Layer.ALPHA_FLOAT);
  }

  /** The matte with another alpha; its other layers are this frame's. */
  Matte smoothed(Frame alpha) {
    Map<Layer, Frame> smoothed = new EnumMap<>(layers);
    smoothed.put(Layer.ALPHA_FLOAT, alpha);
    Matte matte = new Matte(smoothed);
    matte.stamp(source);
    matte.stampComputeTime(computeMicros);
    return matte;
  }
}
