package org.cleanplate.evaluation;

import java.nio.FloatBuffer;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.LayoutConverter;
import org.cleanplate.metric.AlphaPlane;
import org.cleanplate.network.graph.PixelLayout;
import org.cleanplate.progress.Cancellation;

/**
 * The baseline: what an ImageJ user builds of commands at hand. The absolute difference of frame
 * and plate is blurred and thresholded, the mask closed, opened, its holes filled and shrunk by
 * what the blur added, and its edge laid onto the frame's by a guided filter (He et al., ECCV
 * 2010). Lengths are in proportion to the picture.
 */
public final class CleanedDifferenceKey implements AlphaPredictor {
  /** Longer side of the picture for each pixel of the unit of lengths. */
  private static final double PIXELS_PER_UNIT = 800;

  private static final float DIFFERENCE_THRESHOLD = 0.08f;
  private static final double GUIDE_EPSILON = 1e-3;

  @Override
  public String name() {
    return "cleaned difference";
  }

  @Override
  public AlphaPlane predict(Frame source, Frame cleanPlate, Cancellation cancellation) {
    int width = source.format().width();
    int height = source.format().height();
    int unit = (int) Math.max(1, Math.round(Math.max(width, height) / PIXELS_PER_UNIT));
    BoxMean blur = new BoxMean(width, height, unit);
    float[] difference = blur.of(blur.of(difference(source, cleanPlate)));
    cancellation.check();
    BinaryMask mask =
        BinaryMask.above(difference, width, height, DIFFERENCE_THRESHOLD)
            .closed(3 * unit)
            .opened(2 * unit)
            .withoutHoles()
            .shrunk(unit);
    cancellation.check();
    float[] guide = AlphaPlane.of(source).values();
    GuidedFilter filter = new GuidedFilter(guide, width, height, 4 * unit, GUIDE_EPSILON);
    return new AlphaPlane(width, height, filter.of(mask.toFloats()));
  }

  /** The largest difference of red, green and blue. */
  private static float[] difference(Frame source, Frame cleanPlate) {
    FloatBuffer frame = planes(source);
    FloatBuffer plate = planes(cleanPlate);
    int pixels = source.format().width() * source.format().height();
    float[] difference = new float[pixels];
    for (int i = 0; i < 3 * pixels; i++) {
      float distance = Math.abs(frame.get(i) - plate.get(i));
      difference[i % pixels] = Math.max(difference[i % pixels], distance);
    }
    return difference;
  }

  private static FloatBuffer planes(Frame picture) {
    return LayoutConverter.convert(picture, PixelLayout.RGB_FLOAT).pixels().asFloatBuffer();
  }
}
