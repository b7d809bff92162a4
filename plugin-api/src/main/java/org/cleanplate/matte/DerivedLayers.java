package org.cleanplate.matte;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.frame.Matte;
import org.cleanplate.network.graph.Layer;

/**
 * The layers that follow from alpha, computed anew after alpha was changed: alpha in other depths,
 * the cut-out, the composite. The others are handed through. Keeps its buffers for the next frame;
 * used by one thread.
 */
final class DerivedLayers {
  private static final Set<Layer> DERIVED =
      EnumSet.of(
          Layer.ALPHA_8, Layer.ALPHA_16, Layer.CUTOUT_8, Layer.COMPOSITE_8, Layer.COMPOSITE_16);

  private final Set<Layer> wanted;
  private final Backdrop backdrop;
  private final Map<Layer, Frame> own = new EnumMap<>(Layer.class);

  DerivedLayers(Set<Layer> wanted, Backdrop backdrop) {
    this.wanted = wanted;
    this.backdrop = backdrop;
  }

  /** What the engine has to deliver. */
  Set<Layer> needed() {
    Set<Layer> needed = EnumSet.of(Layer.ALPHA_FLOAT);
    needed.addAll(wanted);
    if (wanted.contains(Layer.CUTOUT_8) || wanted.contains(Layer.COMPOSITE_8)) {
      needed.add(Layer.FOREGROUND_8);
    }
    if (wanted.contains(Layer.COMPOSITE_16)) {
      needed.add(Layer.FOREGROUND_16);
    }
    needed.removeAll(DERIVED);
    return needed;
  }

  /** A matte with the wanted layers; shares pixels with {@code matte} and the one before. */
  Matte of(Matte matte) throws IOException {
    Map<Layer, Frame> layers = new EnumMap<>(Layer.class);
    FloatBuffer alpha = matte.layer(Layer.ALPHA_FLOAT).pixels().asFloatBuffer();
    for (Layer layer : wanted) {
      layers.put(layer, DERIVED.contains(layer) ? derive(layer, alpha, matte) : matte.layer(layer));
    }
    Matte derived = new Matte(layers);
    derived.stamp(matte.layer(Layer.ALPHA_FLOAT));
    derived.stampComputeTime(matte.computeMicros());
    return derived;
  }

  private Frame derive(Layer layer, FloatBuffer alpha, Matte matte) throws IOException {
    FrameFormat format = matte.layer(Layer.ALPHA_FLOAT).format();
    Frame target =
        own.computeIfAbsent(
            layer,
            key -> Frame.allocate(new FrameFormat(format.width(), format.height(), key.layout())));
    switch (layer) {
      case ALPHA_8 -> toBytes(alpha, target.pixels());
      case ALPHA_16 -> toShorts(alpha, target.pixels().asShortBuffer());
      case CUTOUT_8 -> Compositing.cutOut(matte.layer(Layer.FOREGROUND_8), alpha, target);
      case COMPOSITE_16 ->
          Compositing.overDeep(matte.layer(Layer.FOREGROUND_16), alpha, backdrop, target);
      default -> Compositing.over(matte.layer(Layer.FOREGROUND_8), alpha, backdrop, target);
    }
    return target;
  }

  private static void toBytes(FloatBuffer alpha, ByteBuffer target) {
    for (int i = 0; i < alpha.limit(); i++) {
      target.put(i, (byte) Math.round(alpha.get(i) * 255));
    }
  }

  private static void toShorts(FloatBuffer alpha, ShortBuffer target) {
    for (int i = 0; i < alpha.limit(); i++) {
      target.put(i, (short) Math.round(alpha.get(i) * 65_535));
    }
  }
}
