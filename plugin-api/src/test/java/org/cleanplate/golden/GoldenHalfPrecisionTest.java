package org.cleanplate.golden;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Stream;
import org.cleanplate.engine.Device;
import org.cleanplate.engine.MattingEngine;
import org.cleanplate.engine.MattingOptions;
import org.cleanplate.engine.PrecisionChoice;
import org.cleanplate.engine.ort.OrtCuda;
import org.cleanplate.engine.ort.OrtEngine;
import org.cleanplate.network.catalog.MattingModel;
import org.cleanplate.network.graph.Layer;
import org.cleanplate.network.graph.PixelLayout;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The graph in 16-bit floats comes as close to the references as such floats allow: with every
 * intermediate result rounded as a GPU stores it, through the engine on the CPU, where only weights
 * and a few results are rounded, and on a GPU where there is one.
 *
 * <p>The tolerances are multiples of the step of a half, 2^-11, for values about 1. With the
 * weights that were shaped like a trained network's the largest difference of alpha and foreground
 * was 13 steps and the mean 1.2 when they were set. Weights drawn at random, as the ResNets have,
 * amplify every rounding: the same cases are off 60 times as far in 32-bit floats, too.
 */
class GoldenHalfPrecisionTest {
  private static final double STEP = 0x1p-11;
  private static final String PRECISION = ", fp16";
  private static final String NO_DEVICE = "not run: no device";

  private static final Set<Layer> LAYERS =
      Set.of(
          Layer.ALPHA_FLOAT,
          Layer.FOREGROUND_FLOAT,
          Layer.ERROR_MAP,
          Layer.REFINED_REGIONS,
          Layer.COARSE_ALPHA,
          Layer.COARSE_FOREGROUND);

  /**
   * How far a case may be off.
   *
   * @param max of alpha and foreground, coarse and refined
   * @param mean of alpha and foreground
   * @param error of the error map, whose values before the clamp are the largest
   */
  private record Limits(double max, double mean, double error) {
    static Limits of(GoldenCase golden) {
      return golden.weights().equals("mobilenetv2")
          ? new Limits(16 * STEP, 2 * STEP, 64 * STEP)
          : new Limits(512 * STEP, 32 * STEP, 192 * STEP);
    }
  }

  /** How a case is computed. */
  @FunctionalInterface
  private interface Way {
    GoldenRun compute(GoldenCase golden, MattingModel.Network model, GoldenInput input)
        throws IOException, OrtException;
  }

  @TestFactory
  Stream<DynamicTest> everyCaseRoundedAsOnAGpu() throws IOException {
    return cases((golden, model, input) -> RoundedRun.compute(golden, model, input, LAYERS));
  }

  @TestFactory
  Stream<DynamicTest> everyCaseOnTheCpu() throws IOException {
    return cases(onDevice("cpu"));
  }

  @TestFactory
  Stream<DynamicTest> everyCaseOnCuda() throws IOException {
    assumeTrue(new OrtCuda().tryOut().problem().isEmpty(), NO_DEVICE);
    return cases(onDevice("cuda:0 required"));
  }

  @TestFactory
  Stream<DynamicTest> everyCaseOnTensorRt() throws IOException {
    assumeTrue(new OrtCuda().problemWithTensorRt().isEmpty(), NO_DEVICE);
    return cases(onDevice("tensorrt:0 required"));
  }

  private static Way onDevice(String device) {
    return (golden, model, input) -> {
      try (MattingEngine engine =
          OrtEngine.open(model, Device.parse(device), PrecisionChoice.FP16)) {
        assertTrue(engine.device().endsWith(PRECISION), engine.device());
        MattingOptions options =
            GoldenRun.options(golden.backboneScale(), golden.refinement(), LAYERS);
        return GoldenRun.compute(engine, input, PixelLayout.BGRA_8, options);
      }
    };
  }

  private static Stream<DynamicTest> cases(Way way) throws IOException {
    GoldenFolder folder = GoldenFolder.fromSystemProperties();
    GoldenWeights weights = new GoldenWeights(folder);
    return folder.outputFiles().stream()
        .flatMap(file -> GoldenCase.parse(file).stream())
        .map(golden -> dynamicTest(golden.toString(), () -> check(golden, folder, weights, way)));
  }

  private static void check(GoldenCase golden, GoldenFolder folder, GoldenWeights weights, Way way)
      throws IOException, OrtException {
    MattingModel.Network model = weights.model(golden.weights(), golden.refinerKernel());
    GoldenRun run = way.compute(golden, model, GoldenInput.read(folder, golden.input()));
    try (GoldenReference reference = GoldenReference.open(golden)) {
      Limits limits = Limits.of(golden);
      Deviation.Mask agreeing =
          golden.isBase() ? Deviation.Mask.ALL : coarse(golden, run, reference, limits);
      close(run, Layer.ALPHA_FLOAT, reference.picture("pha"), agreeing, limits);
      close(run, Layer.FOREGROUND_FLOAT, reference.picture("fgr"), agreeing, limits);
    }
  }

  /** Checks what precedes refinement and returns where both refined alike. */
  private static Deviation.Mask coarse(
      GoldenCase golden, GoldenRun run, GoldenReference reference, Limits limits)
      throws IOException {
    Deviation.Mask all = Deviation.Mask.ALL;
    close(run, Layer.COARSE_ALPHA, reference.picture("pha_sm"), all, limits);
    close(run, Layer.COARSE_FOREGROUND, reference.picture("fgr_sm"), all, limits);
    Planes error = reference.picture("err_sm");
    Deviation.between("error", run.layer(Layer.ERROR_MAP), error, all)
        .assertMaxAtMost(limits.error());
    BlockSelection blocks =
        new BlockSelection(run.layer(Layer.REFINED_REGIONS), reference.picture("ref_sm"));
    blocks.assertDiffersOnlyWithin(2 * limits.error(), golden.refinement(), error);
    return blocks::agreesAt;
  }

  private static void close(
      GoldenRun run, Layer layer, Planes expected, Deviation.Mask mask, Limits limits) {
    Deviation deviation = Deviation.between(layer.name(), run.layer(layer), expected, mask);
    System.out.println(
        "HALF "
            + layer
            + " max "
            + deviation.max() / STEP
            + " mean "
            + deviation.mean() / STEP
            + " limits "
            + limits.max() / STEP);
    deviation.assertMaxAtMost(limits.max());
    deviation.assertMeanAtMost(limits.mean());
  }
}
