package org.cleanplate.imagej.result;

import ij.ImagePlus;
import ij.gui.Roi;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.LongFunction;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameSink;
import org.cleanplate.frame.Matte;
import org.cleanplate.imagej.parameters.OverlayChoice.Style;
import org.cleanplate.matte.MaskOptions;
import org.cleanplate.network.graph.Layer;

/** Makes what is drawn over each frame, and collects it. */
public final class OverlaySink implements FrameSink {
  private final Style style;
  private final MaskOptions mask;
  private final ImagePlus image;
  private final LongFunction<FramePlace> places;
  private final List<Roi> drawn;

  /**
   * Collects what to draw.
   *
   * @param mask what is outlined
   * @param image of the source's shape
   * @param places where a frame of that index, from 0, is in it
   * @param drawn takes it
   */
  public OverlaySink(
      Style style,
      MaskOptions mask,
      ImagePlus image,
      LongFunction<FramePlace> places,
      List<Roi> drawn) {
    this.style = style;
    this.mask = mask;
    this.image = image;
    this.places = places;
    this.drawn = drawn;
  }

  @Override
  public Set<Layer> layers() {
    return Set.of(Layer.ALPHA_FLOAT);
  }

  @Override
  public void write(Matte matte) {
    Frame alpha = matte.layer(Layer.ALPHA_FLOAT);
    for (Roi roi : regions(alpha)) {
      places.apply(matte.index()).assignTo(roi, image);
      drawn.add(roi);
    }
  }

  private List<Roi> regions(Frame alpha) {
    if (style == Style.ALPHA) {
      return List.of(MatteOverlay.tint(alpha));
    }
    List<Roi> outlines = new ArrayList<>();
    int width = alpha.format().width();
    for (Roi roi : Outlines.of(mask.components(alpha.pixels().asFloatBuffer(), width))) {
      roi.setName("outline");
      outlines.add(MatteOverlay.outline(roi));
    }
    return outlines;
  }

  @Override
  public void finish() {}

  @Override
  public void close() {}
}
