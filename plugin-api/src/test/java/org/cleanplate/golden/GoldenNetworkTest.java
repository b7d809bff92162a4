package org.cleanplate.golden;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cleanplate.network.Architecture;
import org.cleanplate.network.CoarseMatte;
import org.cleanplate.network.MattingBase;
import org.cleanplate.network.Refiner;
import org.cleanplate.network.catalog.MattingModel;
import org.cleanplate.network.graph.PixelLayout;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The network itself, interpreted on plain arrays without any runtime, computes what the published
 * one does. Where this passes and {@link GoldenConformanceTest} fails, the mistake is in the graph.
 */
class GoldenNetworkTest {
  /** A network in plain Java takes seconds on these; larger pictures would take minutes. */
  private static final String SMALL_INPUT = "p256x256";

  /** The hidden channels are stored in 16 bits, and reach 4. */
  private static final double HALF_PRECISION_OF_HIDDEN = 2e-3;

  private static final String SMALL_BASE = "mobilenetv2/p251x187__base";

  @TestFactory
  Stream<DynamicTest> everySmallCase() throws IOException {
    GoldenFolder folder = GoldenFolder.fromSystemProperties();
    GoldenWeights weights = new GoldenWeights(folder);
    List<GoldenCase> cases =
        folder.outputFiles().stream()
            .map(GoldenCase::parse)
            .flatMap(Optional::stream)
            .filter(golden -> golden.input().equals(SMALL_INPUT) && !golden.isBase())
            .toList();
    return cases.stream()
        .map(
            golden ->
                dynamicTest(golden.toString(), () -> compareRefined(golden, folder, weights)));
  }

  @TestFactory
  Stream<DynamicTest> everySmallBase() throws IOException {
    GoldenFolder folder = GoldenFolder.fromSystemProperties();
    GoldenWeights weights = new GoldenWeights(folder);
    return folder.outputFiles().stream()
        .map(GoldenCase::parse)
        .flatMap(Optional::stream)
        .filter(golden -> golden.toString().equals(SMALL_BASE))
        .map(golden -> dynamicTest(golden.toString(), () -> compareBase(golden, folder, weights)));
  }

  private static void compareBase(GoldenCase golden, GoldenFolder folder, GoldenWeights weights)
      throws IOException {
    MattingModel.Network model = weights.model(golden.weights(), golden.refinerKernel());
    ArrayOps ops = new ArrayOps(model.weights());
    Planes images = images(ops, GoldenInput.read(folder, golden.input()));
    CoarseMatte<Planes> found = new MattingBase(model.architecture()).forward(ops, images);
    try (GoldenReference reference = GoldenReference.open(golden)) {
      double limit = Tolerance.coarseMax(images, images);
      compare("alpha", found.alpha(), reference.picture("pha"), limit);
      compare("error", found.error(), reference.picture("err"), limit);
      Planes foreground =
          ops.clampToUnit(ops.add(found.foregroundResidual(), images.channels(0, 3)));
      compare("foreground", foreground, reference.picture("fgr"), limit);
      compare("hidden", found.hidden(), reference.picture("hid"), HALF_PRECISION_OF_HIDDEN);
    }
  }

  private static Planes images(ArrayOps ops, GoldenInput input) {
    return ops.concat(
        List.of(
            Planes.of(input.sourceAs(PixelLayout.RGB_FLOAT)),
            Planes.of(input.plateAs(PixelLayout.RGB_FLOAT))));
  }

  private static void compareRefined(GoldenCase golden, GoldenFolder folder, GoldenWeights weights)
      throws IOException {
    MattingModel.Network model = weights.model(golden.weights(), golden.refinerKernel());
    ArrayOps ops = new ArrayOps(model.weights());
    Architecture architecture = model.architecture();
    GoldenInput input = GoldenInput.read(folder, golden.input());
    Planes images = images(ops, input);
    Planes source = images.channels(0, 3);
    int coarseWidth = (int) (input.width() * golden.backboneScale());
    int coarseHeight = (int) (input.height() * golden.backboneScale());
    Planes small = images.resize(coarseWidth, coarseHeight);

    CoarseMatte<Planes> coarse = new MattingBase(architecture).forward(ops, small);
    Planes toRefine =
        ops.concat(List.of(coarse.hidden(), coarse.alpha(), coarse.foregroundResidual()));
    Planes refined =
        new Refiner(architecture)
            .dense(
                ops,
                toRefine.resize(input.width() / 2, input.height() / 2),
                images.resize(input.width() / 2, input.height() / 2),
                images);

    try (GoldenReference reference = GoldenReference.open(golden)) {
      double limit = Tolerance.coarseMax(source, small);
      compare("coarse alpha", coarse.alpha(), reference.picture("pha_sm"), limit);
      compare("error", coarse.error(), reference.picture("err_sm"), limit);
      Planes coarseForeground =
          ops.clampToUnit(ops.add(coarse.foregroundResidual(), small.channels(0, 3)));
      compare("coarse foreground", coarseForeground, reference.picture("fgr_sm"), limit);

      Planes blocks = reference.picture("ref_sm");
      Deviation.Mask selected = (x, y) -> blocks.at(0, y / 4, x / 4) != 0;
      Planes alpha = ops.clampToUnit(refined.channels(0, 1));
      Planes foreground = ops.clampToUnit(ops.add(refined.channels(1, 3), source));
      Deviation.between("alpha", alpha, reference.picture("pha"), selected)
          .assertMaxAtMost(Tolerance.REFINED_MAX);
      Deviation.between("foreground", foreground, reference.picture("fgr"), selected)
          .assertMaxAtMost(Tolerance.REFINED_MAX);
    }
  }

  private static void compare(String what, Planes found, Planes expected, double limit) {
    Deviation.between(what, found, expected, Deviation.Mask.ALL).assertMaxAtMost(limit);
  }
}
