package org.cleanplate.matte;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.Set;
import org.cleanplate.engine.MattingOptions.Levels;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.Matte;
import org.cleanplate.frame.PlatedSink;
import org.cleanplate.network.graph.Layer;

/** Measures every frame's matte. Frames pass; only the numbers are kept, by who takes them. */
public final class MeasuringSink implements PlatedSink {
  private final MaskOptions mask;
  private final Levels levels;
  private final Set<Layer> layers;
  private final Receiver receiver;
  private float[] before = {};

  /** Takes the numbers of one frame after the other. */
  @FunctionalInterface
  public interface Receiver {
    void accept(FrameMeasurement measurement) throws IOException;
  }

  /**
   * Measures frames.
   *
   * @param mask what counts as a component
   * @param levels black and white of the source
   * @param layers {@link Layer#ALPHA_FLOAT}, and of {@link Layer#ERROR_MAP} and {@link
   *     Layer#REFINED_REGIONS} those that the model has
   * @param receiver called once a frame, in order
   */
  public MeasuringSink(MaskOptions mask, Levels levels, Set<Layer> layers, Receiver receiver) {
    this.mask = mask;
    this.levels = levels;
    this.layers = Set.copyOf(layers);
    this.receiver = receiver;
  }

  @Override
  public Set<Layer> layers() {
    return layers;
  }

  @Override
  public void write(Frame source, Frame plate, Matte matte) throws IOException {
    Frame alphaFrame = matte.layer(Layer.ALPHA_FLOAT);
    int width = alphaFrame.format().width();
    FloatBuffer alpha = alphaFrame.pixels().asFloatBuffer();
    AlphaMoments moments = AlphaMoments.of(alpha, width);
    BackgroundAgreement agreement = BackgroundAgreement.of(source, plate, alpha, levels);
    receiver.accept(
        new FrameMeasurement(
            matte.index(),
            matte.timeMicros(),
            moments.sum() / alpha.limit(),
            moments.sum(),
            mask.components(alpha, width).components().size(),
            moments.centroidX(),
            moments.centroidY(),
            layers.contains(Layer.ERROR_MAP) ? meanError(matte) : Double.NaN,
            layers.contains(Layer.REFINED_REGIONS) ? refinedShare(matte) : Double.NaN,
            changeFromBefore(alpha),
            agreement.residual(),
            agreement.outOfRange(),
            matte.computeMicros() / 1000.0));
  }

  private static double meanError(Matte matte) {
    FloatBuffer error = matte.layer(Layer.ERROR_MAP).pixels().asFloatBuffer();
    double sum = 0;
    for (int i = 0; i < error.limit(); i++) {
      sum += error.get(i);
    }
    return sum / error.limit();
  }

  private static double refinedShare(Matte matte) {
    ByteBuffer regions = matte.layer(Layer.REFINED_REGIONS).pixels();
    int refined = 0;
    for (int i = 0; i < regions.limit(); i++) {
      refined += regions.get(i) == 0 ? 0 : 1;
    }
    return (double) refined / regions.limit();
  }

  private double changeFromBefore(FloatBuffer alpha) {
    boolean first = before.length == 0;
    double sum = 0;
    if (first) {
      before = new float[alpha.limit()];
    } else {
      for (int i = 0; i < before.length; i++) {
        sum += Math.abs(alpha.get(i) - before[i]);
      }
    }
    alpha.get(0, before);
    return first ? Double.NaN : sum / before.length;
  }

  /** Nothing is left to write. */
  @Override
  public void finish() {}

  @Override
  public void close() {}
}
