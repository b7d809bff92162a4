package org.cleanplate.imagej.run;

import ij.ImagePlus;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import org.cleanplate.frame.FrameSink;
import org.cleanplate.frame.FrameSource;
import org.cleanplate.frame.Matte;
import org.cleanplate.network.graph.Layer;

/**
 * Tells the mean of each alpha, for who only wants to know how much the subject covers.
 *
 * @param coverage hears a number from 0 to 1 once a frame, in order
 */
record CoverageTarget(DoubleConsumer coverage) implements ResultTarget {

  /** A target whose frames are told to {@code coverage} as well, if somebody wants to hear. */
  static ResultTarget beside(ResultTarget target, Optional<DoubleConsumer> coverage) {
    return coverage.isEmpty()
        ? target
        : new JointTarget(List.of(new CoverageTarget(coverage.get()), target), Optional.empty());
  }

  @Override
  public Set<Layer> layers() {
    return Set.of(Layer.ALPHA_FLOAT);
  }

  @Override
  public long heapBytes() {
    return 0;
  }

  @Override
  public List<FrameSink> openSinks(FrameSource source) {
    return List.of(new Sink(coverage));
  }

  @Override
  public List<ImagePlus> deliver(Consumer<ImagePlus> last) {
    return List.of();
  }

  @Override
  public List<Path> files() {
    return List.of();
  }

  @Override
  public void close() {}

  private record Sink(DoubleConsumer coverage) implements FrameSink {
    @Override
    public Set<Layer> layers() {
      return Set.of(Layer.ALPHA_FLOAT);
    }

    @Override
    public void write(Matte matte) {
      FloatBuffer alpha = matte.layer(Layer.ALPHA_FLOAT).pixels().asFloatBuffer();
      double sum = 0;
      for (int i = 0; i < alpha.limit(); i++) {
        sum += alpha.get(i);
      }
      coverage.accept(sum / alpha.limit());
    }

    @Override
    public void finish() {}

    @Override
    public void close() {}
  }
}
