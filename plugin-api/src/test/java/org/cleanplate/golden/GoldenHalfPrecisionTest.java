package org.cleanplate.golden;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.cleanplate.engine.Device;
import org.cleanplate.engine.MattingEngine;
import org.cleanplate.engine.MattingOptions;
import org.cleanplate.engine.PrecisionChoice;
import org.cleanplate.engine.ort.OrtCuda;
import org.cleanplate.engine.ort.OrtEngine;
import org.cleanplate.network.catalog.MattingModel;
import org.cleanplate.network.catalog.ModelCatalog;
import org.cleanplate.network.graph.Layer;
import org.cleanplate.network.graph.PixelLayout;
import org.cleanplate.network.graph.Refinement;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
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
    return casesOr(new OrtCuda().tryOut().problem(), "cuda:0 required");
  }

  @TestFactory
  Stream<DynamicTest> everyCaseOnTensorRt() throws IOException {
    return casesOr(new OrtCuda().problemWithTensorRt(), "tensorrt:0 required");
  }

  /** Without a device a single test, which reports that none was run. */
  private static Stream<DynamicTest> casesOr(Optional<String> problem, String device)
      throws IOException {
    return problem.isEmpty()
        ? cases(onDevice(device))
        : Stream.of(dynamicTest(device, () -> assumeTrue(false, NO_DEVICE)));
  }

  /** On average by less than half a grey level, and nowhere by more than a few. */
  @Test
  void theBundledModelsMatteOfRealFurHardlyChanges() throws IOException, OrtException {
    Path folder = Path.of(System.getProperty("cleanplate.media", ""), "lemur");
    Path picture = folder.resolve("lemur.png");
    assumeTrue(Files.exists(picture), "not run: no footage at " + picture);
    GoldenInput input =
        new GoldenInput(
            ImageIO.read(picture.toFile()),
            ImageIO.read(folder.resolve("lemur_background.png").toFile()));
    ModelCatalog catalog = ModelCatalog.standard();
    MattingModel.Network model = (MattingModel.Network) catalog.open(catalog.defaultModel());
    GoldenCase whole =
        new GoldenCase(picture, model.name(), "lemur", new Refinement.Full(), 0.25, 3);
    Set<Layer> alpha = Set.of(Layer.ALPHA_FLOAT);
    MattingOptions options = GoldenRun.options(0.25, whole.refinement(), alpha);
    try (MattingEngine engine = OrtEngine.open(model, Device.parse("cpu"))) {
      Planes exact =
          GoldenRun.compute(engine, input, PixelLayout.BGRA_8, options).layer(Layer.ALPHA_FLOAT);
      Planes halves = RoundedRun.compute(whole, model, input, alpha).layer(Layer.ALPHA_FLOAT);
      Deviation deviation = Deviation.between("alpha", halves, exact, Deviation.Mask.ALL);
      deviation.assertMeanAtMost(0.5 / 255);
      deviation.assertMaxAtMost(8.0 / 255);
    }
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
    deviation.assertMaxAtMost(limits.max());
    deviation.assertMeanAtMost(limits.mean());
  }
}
