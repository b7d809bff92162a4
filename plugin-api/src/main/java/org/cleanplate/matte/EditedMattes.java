package org.cleanplate.matte;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.cleanplate.engine.MattingOptions.Levels;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameSink;
import org.cleanplate.frame.Matte;
import org.cleanplate.frame.PlatedSink;
import org.cleanplate.frame.Samples;
import org.cleanplate.network.graph.Layer;

/**
 * Changes alpha on its way to a sink, and all layers that follow from it: composite and cut-out are
 * mixed anew, and where alpha was raised to 1 the foreground is the source itself. Costs a few
 * milliseconds a frame, so it stands only in runs that edit or that have a picture as backdrop.
 */
public final class EditedMattes implements PlatedSink {
  private static final Set<Layer> FOREGROUNDS =
      EnumSet.of(Layer.FOREGROUND_8, Layer.FOREGROUND_16, Layer.FOREGROUND_FLOAT);

  private final List<AlphaEdit> edits;
  private final FrameSink sink;
  private final Levels levels;
  private final DerivedLayers derived;
  private float[] before = {};

  /**
   * Edits mattes.
   *
   * @param edits applied one after the other
   * @param backdrop of composites
   * @param levels black and white of the source
   * @param sink takes the edited mattes; closed with this
   */
  public EditedMattes(List<AlphaEdit> edits, Backdrop backdrop, Levels levels, FrameSink sink) {
    this.edits = List.copyOf(edits);
    this.sink = sink;
    this.levels = levels;
    this.derived = new DerivedLayers(sink.layers(), backdrop);
  }

  /** What a sink of {@code wanted} needs of the engine once mattes are edited on their way. */
  public static Set<Layer> neededFor(Set<Layer> wanted) {
    return new DerivedLayers(wanted, new Backdrop.Colour(0)).needed();
  }

  @Override
  public Set<Layer> layers() {
    return derived.needed();
  }

  @Override
  public void write(Frame source, Frame plate, Matte matte) throws IOException {
    FloatBuffer alpha = matte.layer(Layer.ALPHA_FLOAT).pixels().asFloatBuffer();
    if (!edits.isEmpty()) {
      remember(alpha);
      edits.forEach(edit -> edit.apply(source, alpha));
      for (Layer layer : matte.layers()) {
        if (FOREGROUNDS.contains(layer)) {
          showSourceWhereRaised(source, alpha, matte.layer(layer));
        }
      }
    }
    sink.write(source, plate, derived.of(matte));
  }

  @Override
  public long framesDone() {
    return sink.framesDone();
  }

  @Override
  public List<String> notes() {
    return sink.notes();
  }

  private void remember(FloatBuffer alpha) {
    if (before.length != alpha.limit()) {
      before = new float[alpha.limit()];
    }
    alpha.get(0, before);
  }

  private void showSourceWhereRaised(Frame source, FloatBuffer alpha, Frame foreground) {
    Samples from = Samples.of(source);
    Samples to = Samples.of(foreground);
    SampleScale scale = SampleScale.of(from, levels);
    for (int i = 0; i < before.length; i++) {
      if (alpha.get(i) == 1 && before[i] < 1) {
        for (int c = 0; c < 3; c++) {
          float unit = Math.max(0, Math.min(1, scale.unit(from.get(i, c))));
          to.set(i, c, unit * to.fullScale());
        }
      }
    }
  }

  @Override
  public void complete() throws IOException {
    sink.complete();
  }

  @Override
  public void finish() throws IOException {
    sink.finish();
  }

  @Override
  public void close() throws IOException {
    sink.close();
  }
}
