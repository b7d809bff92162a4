package org.cleanplate.imagej.run;

import java.nio.FloatBuffer;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleConsumer;
import org.cleanplate.engine.MattingEngine;
import org.cleanplate.frame.FrameSink;
import org.cleanplate.frame.FrameSource;
import org.cleanplate.frame.Matte;
import org.cleanplate.network.graph.Layer;

/** Tells the means of each frame's layers, for who only wants to know how the run fares. */
final class WatchTarget implements ResultTarget {
  private final FrameWatch watch;
  private final Set<Layer> layers;
  private int opened;

  private WatchTarget(FrameWatch watch, Set<Layer> layers) {
    this.watch = watch;
    this.layers = layers;
  }

  /** A target whose frames are told to {@code watch} as well, with the errors that there are. */
  static ResultTarget beside(ResultTarget target, FrameWatch watch, MattingEngine engine) {
    Set<Layer> layers = EnumSet.of(Layer.ALPHA_FLOAT);
    if (engine.offers(Layer.ERROR_MAP)) {
      layers.add(Layer.ERROR_MAP);
    }
    return beside(target, new WatchTarget(watch, layers));
  }

  /** The same for who only wants the mean of alpha. */
  static ResultTarget beside(ResultTarget target, DoubleConsumer coverage) {
    FrameWatch watch = (series, frame, mean, error) -> coverage.accept(mean);
    return beside(target, new WatchTarget(watch, Set.of(Layer.ALPHA_FLOAT)));
  }

  private static ResultTarget beside(ResultTarget target, WatchTarget watch) {
    return new JointTarget(List.of(watch, target), Optional.empty());
  }

  @Override
  public Set<Layer> layers() {
    return layers;
  }

  @Override
  public List<FrameSink> openSinks(FrameSource source) {
    return List.of(new Sink(watch, layers, opened++));
  }

  private record Sink(FrameWatch watch, Set<Layer> layers, int series) implements FrameSink {
    @Override
    public void write(Matte matte) {
      double error = layers.contains(Layer.ERROR_MAP) ? mean(matte, Layer.ERROR_MAP) : Double.NaN;
      watch.matted(series, matte.index(), mean(matte, Layer.ALPHA_FLOAT), error);
    }

    private static double mean(Matte matte, Layer layer) {
      FloatBuffer values = matte.layer(layer).pixels().asFloatBuffer();
      double sum = 0;
      for (int i = 0; i < values.limit(); i++) {
        sum += values.get(i);
      }
      return sum / values.limit();
    }

    @Override
    public void finish() {}

    @Override
    public void close() {}
  }
}
