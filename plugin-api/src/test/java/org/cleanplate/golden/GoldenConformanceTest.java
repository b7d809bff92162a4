package org.cleanplate.golden;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.cleanplate.engine.Device;
import org.cleanplate.engine.MattingEngine;
import org.cleanplate.engine.MattingOptions;
import org.cleanplate.engine.ort.OrtEngine;
import org.cleanplate.network.graph.Layer;
import org.cleanplate.network.graph.PixelLayout;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The graph built here computes what the published network does. The cases are the files of the
 * folder {@code -Dcleanplate.golden}; a file of an unknown name fails rather than being passed
 * over.
 */
class GoldenConformanceTest {
  private static final String INTERMEDIATES_SUFFIX = "_intermediates.npz";

  private static final Set<Layer> FLOAT_LAYERS =
      Set.of(
          Layer.ALPHA_FLOAT,
          Layer.FOREGROUND_FLOAT,
          Layer.COARSE_ALPHA,
          Layer.COARSE_FOREGROUND,
          Layer.ERROR_MAP,
          Layer.REFINED_REGIONS);

  private static final Set<Layer> BASE_LAYERS =
      Set.of(Layer.ALPHA_FLOAT, Layer.FOREGROUND_FLOAT, Layer.ERROR_MAP);

  @TestFactory
  Stream<DynamicTest> everyCaseOfTheFolder() throws IOException {
    GoldenFolder folder = GoldenFolder.fromSystemProperties();
    GoldenWeights weights = new GoldenWeights(folder);
    List<Path> files =
        folder.outputFiles().stream()
            .filter(file -> !file.toString().endsWith(INTERMEDIATES_SUFFIX))
            .toList();
    assertFalse(files.isEmpty(), () -> "No case under " + folder.root().resolve("outputs"));
    return files.stream()
        .flatMap(
            file ->
                GoldenCase.parse(file)
                    .map(golden -> testsOf(golden, folder, weights))
                    .orElseGet(() -> Stream.of(unknown(file))));
  }

  private static DynamicTest unknown(Path file) {
    return dynamicTest(
        file.getFileName().toString(), () -> fail("The name of this file is no case's: " + file));
  }

  private static Stream<DynamicTest> testsOf(
      GoldenCase golden, GoldenFolder folder, GoldenWeights weights) {
    return Stream.of(
        dynamicTest(
            golden + " in float planes",
            () -> {
              if (golden.isBase()) {
                matchesTheBaseNetwork(golden, folder, weights);
              } else {
                matchesTheRefinedNetwork(golden, folder, weights);
              }
            }),
        dynamicTest(
            golden + " in 8-bit pixels", () -> matchesToOneGreyLevel(golden, folder, weights)));
  }

  private static void matchesTheBaseNetwork(
      GoldenCase golden, GoldenFolder folder, GoldenWeights weights) throws IOException {
    GoldenRun run = run(golden, folder, weights, PixelLayout.RGB_FLOAT, BASE_LAYERS);
    try (GoldenReference reference = GoldenReference.open(golden)) {
      Planes alpha = reference.picture("pha");
      report(
          golden,
          compareCoarse("alpha", run.layer(Layer.ALPHA_FLOAT), alpha, alpha),
          compareCoarse(
              "foreground", run.layer(Layer.FOREGROUND_FLOAT), reference.picture("fgr"), alpha),
          compareCoarse("error", run.layer(Layer.ERROR_MAP), reference.picture("err"), alpha));
    }
  }

  private static void matchesTheRefinedNetwork(
      GoldenCase golden, GoldenFolder folder, GoldenWeights weights) throws IOException {
    GoldenRun run = run(golden, folder, weights, PixelLayout.RGB_FLOAT, FLOAT_LAYERS);
    try (GoldenReference reference = GoldenReference.open(golden)) {
      Planes alpha = reference.picture("pha");
      Planes coarseError = reference.picture("err_sm");
      Deviation coarseAlpha =
          compareCoarse(
              "coarse alpha", run.layer(Layer.COARSE_ALPHA), reference.picture("pha_sm"), alpha);
      Deviation coarseForeground =
          compareCoarse(
              "coarse foreground",
              run.layer(Layer.COARSE_FOREGROUND),
              reference.picture("fgr_sm"),
              alpha);
      Deviation error = compareCoarse("error", run.layer(Layer.ERROR_MAP), coarseError, alpha);
      BlockSelection blocks =
          new BlockSelection(run.layer(Layer.REFINED_REGIONS), reference.picture("ref_sm"));
      blocks.assertDiffersOnlyOnTheVerge(golden.refinement(), coarseError);
      Deviation refinedAlpha = compareRefined("alpha", run.layer(Layer.ALPHA_FLOAT), alpha, blocks);
      Deviation refinedForeground =
          compareRefined(
              "foreground", run.layer(Layer.FOREGROUND_FLOAT), reference.picture("fgr"), blocks);
      report(
          golden,
          refinedAlpha,
          refinedForeground,
          coarseAlpha,
          coarseForeground,
          error,
          blocks.selectedCount() + " blocks, " + blocks.differentCount() + " different");
    }
  }

  private static void matchesToOneGreyLevel(
      GoldenCase golden, GoldenFolder folder, GoldenWeights weights) throws IOException {
    Set<Layer> layers =
        golden.isBase()
            ? Set.of(Layer.ALPHA_8, Layer.FOREGROUND_8, Layer.CUTOUT_8)
            : Set.of(Layer.ALPHA_8, Layer.FOREGROUND_8, Layer.CUTOUT_8, Layer.REFINED_REGIONS);
    GoldenRun run = run(golden, folder, weights, PixelLayout.BGRA_8, layers);
    try (GoldenReference reference = GoldenReference.open(golden)) {
      Deviation.Mask agreeing = Deviation.Mask.ALL;
      if (!golden.isBase()) {
        BlockSelection blocks =
            new BlockSelection(run.layer(Layer.REFINED_REGIONS), reference.picture("ref_sm"));
        blocks.assertDiffersOnlyOnTheVerge(golden.refinement(), reference.picture("err_sm"));
        agreeing = blocks::agreesAt;
      }
      Planes alpha = reference.picture("pha").greyLevels();
      Planes foreground = reference.picture("fgr").greyLevels();
      Planes cutout = run.layer(Layer.CUTOUT_8);
      Planes cutoutAlpha = cutout.channels(3, 1);
      Deviation.Mask visible = and(agreeing, (x, y) -> cutoutAlpha.at(0, y, x) > 0);
      compareLevels("alpha", run.layer(Layer.ALPHA_8), alpha, agreeing);
      compareLevels(
          "foreground", run.layer(Layer.FOREGROUND_8).channels(0, 3), foreground, agreeing);
      compareLevels("cutout's alpha", cutoutAlpha, alpha, agreeing);
      compareLevels("cutout's colour", cutout.channels(0, 3), foreground, visible);
    }
  }

  private static Deviation.Mask and(Deviation.Mask first, Deviation.Mask second) {
    return (x, y) -> first.includes(x, y) && second.includes(x, y);
  }

  private static GoldenRun run(
      GoldenCase golden,
      GoldenFolder folder,
      GoldenWeights weights,
      PixelLayout layout,
      Set<Layer> layers)
      throws IOException {
    MattingOptions options = GoldenRun.options(golden.backboneScale(), golden.refinement(), layers);
    GoldenInput input = GoldenInput.read(folder, golden.input());
    try (MattingEngine engine =
        OrtEngine.open(weights.model(golden.weights(), golden.refinerKernel()), new Device.Cpu())) {
      return GoldenRun.compute(engine, input, layout, options);
    }
  }

  private static Deviation compareCoarse(
      String what, Planes found, Planes expected, Planes fullSize) {
    Deviation deviation = Deviation.between(what, found, expected, Deviation.Mask.ALL);
    deviation.assertMaxAtMost(Tolerance.coarseMax(fullSize, expected));
    return deviation;
  }

  private static Deviation compareRefined(
      String what, Planes found, Planes expected, BlockSelection blocks) {
    Deviation deviation = Deviation.between(what, found, expected, blocks::agreesAt);
    deviation.assertMaxAtMost(Tolerance.REFINED_MAX);
    deviation.assertMeanAtMost(Tolerance.REFINED_MEAN);
    return deviation;
  }

  private static void compareLevels(
      String what, Planes found, Planes expected, Deviation.Mask mask) {
    Deviation.between(what, found, expected, mask).assertMaxAtMost(Tolerance.GREY_LEVEL);
  }

  private static void report(GoldenCase golden, Object... figures) {
    List<String> words = Stream.of(figures).map(Object::toString).toList();
    System.out.println(golden + ": " + String.join(", ", words));
  }
}
