package org.cleanplate.imagej.run;

import ij.ImagePlus;
import ij.gui.Roi;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.cleanplate.frame.FrameSink;
import org.cleanplate.frame.FrameSource;
import org.cleanplate.imagej.image.ResultTitle;
import org.cleanplate.imagej.parameters.OverlayChoice.Style;
import org.cleanplate.imagej.result.MatteOverlay;
import org.cleanplate.imagej.result.OverlaySink;
import org.cleanplate.matte.MaskOptions;
import org.cleanplate.network.graph.Layer;

/** The matte drawn over the source or a copy of it. */
final class OverlayTarget implements ResultTarget {
  private static final String SUFFIX = "overlay";

  private final ImagePlus source;
  private final Style style;
  private final boolean onCopy;
  private final MaskOptions mask;
  private final List<SeriesView> series;
  private final List<Roi> drawn = new ArrayList<>();
  private int opened;

  /**
   * Nothing is drawn yet.
   *
   * @param onCopy whether the source itself is left alone
   */
  OverlayTarget(
      ImagePlus source, Style style, boolean onCopy, MaskOptions mask, List<SeriesView> series) {
    this.source = source;
    this.style = style;
    this.onCopy = onCopy;
    this.mask = mask;
    this.series = series;
  }

  @Override
  public Set<Layer> layers() {
    return Set.of(Layer.ALPHA_FLOAT);
  }

  @Override
  public long heapBytes() {
    long pixels = (long) source.getWidth() * source.getHeight();
    long planes = source.getStackSize();
    long tints = style == Style.ALPHA ? planes * pixels * Integer.BYTES : 0;
    return tints + (onCopy ? planes * pixels * source.getBytesPerPixel() : 0);
  }

  @Override
  public List<FrameSink> openSinks(FrameSource frames) {
    return List.of(new OverlaySink(style, mask, source, series.get(opened++).places(), drawn));
  }

  @Override
  public List<ImagePlus> deliver(Consumer<ImagePlus> last) {
    if (opened < series.size()) {
      return List.of();
    }
    if (!onCopy) {
      MatteOverlay.draw(source, drawn);
      return List.of();
    }
    ImagePlus copy = source.duplicate();
    copy.setTitle(ResultTitle.of(source, SUFFIX));
    MatteOverlay.draw(copy, drawn);
    last.accept(copy);
    return List.of(copy);
  }
}
