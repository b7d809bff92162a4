package org.cleanplate.matte;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.cleanplate.MattingException;
import org.cleanplate.engine.MattingOptions.Levels;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameSink;
import org.cleanplate.frame.Matte;
import org.cleanplate.frame.PlatedSink;
import org.cleanplate.network.graph.Layer;

/**
 * Takes the flicker out of alpha: each value becomes a mean over the frames before and after it,
 * which count the less the more the source changed there (a bilateral filter in time: Tomasi and
 * Manduchi, "Bilateral Filtering for Gray and Color Images", ICCV 1998, guided by the source). So
 * what stands still is steadied and what moves keeps its edge.
 *
 * <p>Looks ahead by the radius: mattes reach the sink that many frames later, the last of them on
 * {@link #complete()}. Copies of {@code 2 radius + 1} frames, plates and mattes are kept. Alpha of
 * other depths, cut-outs and composites do not follow by themselves: put {@link EditedMattes}
 * between this and the sink.
 */
public final class TemporalSmoothing implements PlatedSink {
  /** More would keep too much in memory and smear what moves slowly. */
  public static final int MAX_RADIUS = 8;

  private final int radius;
  private final FrameSink sink;
  private final Set<Layer> layers;
  private final BilateralAlpha filter;
  private final Deque<KeptFrame> window = new ArrayDeque<>();
  private final Deque<KeptFrame> spare = new ArrayDeque<>();

  /** How many frames of the window lie before the next one to be handed on. */
  private int passed;

  /**
   * Smooths mattes on their way to {@code sink}.
   *
   * @param radius frames looked at on either side, 1 to {@value #MAX_RADIUS}
   * @param levels black and white of the source
   * @param sink takes the smoothed mattes; closed with this
   */
  public TemporalSmoothing(int radius, Levels levels, FrameSink sink) {
    if (radius < 1 || radius > MAX_RADIUS) {
      throw new MattingException(
          "Temporal smoothing is over " + radius + " frames, expected 1 to " + MAX_RADIUS);
    }
    this.radius = radius;
    this.sink = sink;
    this.layers = EnumSet.copyOf(sink.layers());
    this.layers.add(Layer.ALPHA_FLOAT);
    this.filter = new BilateralAlpha(radius, levels);
  }

  @Override
  public Set<Layer> layers() {
    return layers;
  }

  @Override
  public void write(Frame source, Frame plate, Matte matte) throws IOException {
    KeptFrame kept = spare.isEmpty() ? new KeptFrame(source, plate, matte) : spare.pop();
    kept.take(source, plate, matte);
    window.addLast(kept);
    if (window.size() - passed > radius) {
      handOn();
    }
  }

  /** Smooths the next frame over what the window holds of its neighbours. */
  private void handOn() throws IOException {
    List<KeptFrame> frames = new ArrayList<>(window);
    KeptFrame centre = frames.get(passed);
    Matte smoothed = centre.smoothed(filter.filter(frames, passed));
    sink.write(centre.source(), centre.plate(), smoothed);
    if (passed == radius) {
      spare.push(window.removeFirst());
    } else {
      passed++;
    }
  }

  @Override
  public List<String> notes() {
    return sink.notes();
  }

  @Override
  public void complete() throws IOException {
    while (window.size() > passed) {
      handOn();
    }
    sink.complete();
  }

  @Override
  public void finish() throws IOException {
    complete();
    sink.finish();
  }

  @Override
  public void close() throws IOException {
    window.clear();
    spare.clear();
    passed = 0;
    sink.close();
  }
}
