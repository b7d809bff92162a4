package org.cleanplate.imagej.result;

import ij.gui.Roi;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.LongFunction;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameSink;
import org.cleanplate.frame.Matte;
import org.cleanplate.matte.MaskOptions;
import org.cleanplate.network.graph.Layer;

/** Outlines the parts of every frame and collects them. */
public final class RoiSink implements FrameSink {
  private final MaskOptions mask;
  private final LongFunction<FramePlace> places;
  private final List<PlacedRoi> found;

  /** An outline and the frame that it belongs to. */
  public record PlacedRoi(Roi roi, FramePlace place) {}

  /**
   * Collects outlines.
   *
   * @param mask what counts as a part
   * @param places where a frame of that index, from 0, is in the source
   * @param found takes them
   */
  public RoiSink(MaskOptions mask, LongFunction<FramePlace> places, List<PlacedRoi> found) {
    this.mask = mask;
    this.places = places;
    this.found = found;
  }

  @Override
  public Set<Layer> layers() {
    return Set.of(Layer.ALPHA_FLOAT);
  }

  @Override
  public void write(Matte matte) {
    Frame alpha = matte.layer(Layer.ALPHA_FLOAT);
    FramePlace place = places.apply(matte.index());
    int width = alpha.format().width();
    List<Roi> outlines =
        new ArrayList<>(Outlines.of(mask.components(alpha.pixels().asFloatBuffer(), width)));
    for (int i = 0; i < outlines.size(); i++) {
      Roi roi = outlines.get(i);
      roi.setName("subject-" + String.format("%04d", place.frame()) + "-" + (i + 1));
      found.add(new PlacedRoi(roi, place));
    }
  }

  @Override
  public void finish() {}

  @Override
  public void close() {}
}
