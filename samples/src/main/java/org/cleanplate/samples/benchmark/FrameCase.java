package org.cleanplate.samples.benchmark;

import java.util.ArrayList;
import java.util.List;
import org.cleanplate.engine.MattingOptions;
import org.cleanplate.network.graph.GraphGeometry;
import org.cleanplate.network.graph.Layer;
import org.cleanplate.network.graph.Refinement;

/**
 * One row: a network of ours against the published export, both at the same scale and number of
 * refined pixels.
 *
 * @param model ours
 * @param size of the frame
 * @param scale of the coarse pass
 * @param pixels refined
 */
record FrameCase(BenchmarkModel model, BenchmarkOptions.Size size, double scale, int pixels) {
  /** From this width on the authors' settings for 4K are measured as well. */
  private static final int ULTRA_HD_WIDTH = 3840;

  private static final double ULTRA_HD_SCALE = 0.125;
  private static final int ULTRA_HD_PIXELS = 320_000;

  /** The cases of a model. */
  static List<FrameCase> of(BenchmarkModel model, List<BenchmarkOptions.Size> sizes) {
    List<FrameCase> cases = new ArrayList<>();
    for (BenchmarkOptions.Size size : sizes) {
      cases.add(new FrameCase(model, size, PublishedExport.SCALE, PublishedExport.PIXELS));
      if (size.width() >= ULTRA_HD_WIDTH) {
        cases.add(new FrameCase(model, size, ULTRA_HD_SCALE, ULTRA_HD_PIXELS));
      }
    }
    return cases;
  }

  /** Whether both compute the same, so that their alpha can be compared. */
  boolean sameWeights() {
    return model.rival() == model;
  }

  /** Whether the published file is the rival as it is. */
  boolean asPublished() {
    return model.rival() == BenchmarkModel.MOBILENETV2
        && scale == PublishedExport.SCALE
        && pixels == PublishedExport.PIXELS;
  }

  /** How many blocks are refined. */
  int blocks() {
    return pixels / (GraphGeometry.BLOCK * GraphGeometry.BLOCK);
  }

  MattingOptions options() {
    return MattingOptions.of(Layer.ALPHA_8, Layer.FOREGROUND_8)
        .withBackboneScale(scale)
        .withRefinement(new Refinement.Sampling(pixels));
  }

  /** Scale and pixels, such as {@code 1/4, 80k}. */
  String settings() {
    return "1/%.0f, %dk".formatted(1 / scale, pixels / 1000);
  }
}
