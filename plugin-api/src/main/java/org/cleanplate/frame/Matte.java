package org.cleanplate.frame;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import org.cleanplate.MattingException;
import org.cleanplate.network.graph.Layer;

/**
 * The layers computed for one frame. A reusable container like {@link Frame}: whoever allocated it
 * fills it again, so a sink that keeps pixels copies them.
 */
public final class Matte {
  private final Map<Layer, Frame> layers;
  private long index;
  private long timeMicros;
  private long computeMicros;

  /** Takes over the map; each frame lies in its layer's {@link Layer#layout()}. */
  public Matte(Map<Layer, Frame> layers) {
    this.layers = Collections.unmodifiableMap(layers);
  }

  /** Which layers there are. */
  public Set<Layer> layers() {
    return layers.keySet();
  }

  /**
   * The pixels of a layer.
   *
   * @throws MattingException if that layer was not asked for when the session was opened
   */
  public Frame layer(Layer layer) {
    Frame frame = layers.get(layer);
    if (frame == null) {
      throw new MattingException(
          "Layer " + layer + " was not computed, only " + layers.keySet() + ": ask for it first");
    }
    return frame;
  }

  /** The number of the source frame, from 0. */
  public long index() {
    return index;
  }

  /** When the source frame is shown, in microseconds from the start of the source. */
  public long timeMicros() {
    return timeMicros;
  }

  /** Takes the place of the frame this matte was computed from. */
  public void stamp(Frame source) {
    index = source.index();
    timeMicros = source.timeMicros();
    layers.values().forEach(frame -> frame.stamp(index, timeMicros));
  }

  /** How long the engine took over this matte, in microseconds; 0 if nobody measured. */
  public long computeMicros() {
    return computeMicros;
  }

  /** Notes how long the engine took. */
  public void stampComputeTime(long micros) {
    computeMicros = micros;
  }
}
