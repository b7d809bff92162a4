package org.cleanplate.golden;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cleanplate.engine.Device;
import org.cleanplate.engine.MattingEngine;
import org.cleanplate.engine.MattingOptions;
import org.cleanplate.engine.ort.OrtEngine;
import org.cleanplate.network.graph.Layer;
import org.cleanplate.network.graph.PixelLayout;
import org.cleanplate.network.graph.Refinement;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * A picture that is not made of whole blocks gives the result of the same picture with its edges
 * repeated, cropped. The published network refuses such a picture.
 */
class GoldenAnySizeTest {
  private static final double SAME = 1e-5;

  private static final Set<Layer> FULL_SIZE = Set.of(Layer.ALPHA_FLOAT, Layer.FOREGROUND_FLOAT);
  private static final Set<Layer> OF_THE_PADDED_PICTURE =
      Set.of(Layer.COARSE_ALPHA, Layer.COARSE_FOREGROUND, Layer.ERROR_MAP, Layer.REFINED_REGIONS);

  @TestFactory
  Stream<DynamicTest> equalsThePaddedPictureCropped() throws IOException {
    GoldenFolder folder = GoldenFolder.fromSystemProperties();
    GoldenWeights weights = new GoldenWeights(folder);
    GoldenInput odd = GoldenInput.read(folder, "p251x187");
    List<Refinement> modes =
        List.of(
            new Refinement.Full(),
            new Refinement.Sampling(5_000),
            new Refinement.Thresholding(0.1));
    return modes.stream()
        .flatMap(
            mode ->
                Stream.of(0.25, 0.3)
                    .map(
                        scale ->
                            dynamicTest(
                                mode + " at " + scale, () -> compare(odd, mode, scale, weights))));
  }

  private static void compare(GoldenInput odd, Refinement mode, double scale, GoldenWeights weights)
      throws IOException {
    Set<Layer> layers =
        Stream.of(FULL_SIZE, OF_THE_PADDED_PICTURE)
            .flatMap(Set::stream)
            .collect(Collectors.toUnmodifiableSet());
    MattingOptions options = GoldenRun.options(scale, mode, layers);
    try (MattingEngine engine = OrtEngine.open(weights.model("mobilenetv2", 3), new Device.Cpu())) {
      GoldenRun direct = GoldenRun.compute(engine, odd, PixelLayout.RGB_FLOAT, options);
      GoldenRun padded =
          GoldenRun.compute(engine, odd.paddedToBlocks(), PixelLayout.RGB_FLOAT, options);
      for (Layer layer : FULL_SIZE) {
        Planes expected = padded.layer(layer).crop(odd.width(), odd.height());
        assertSame(layer, direct.layer(layer), expected);
      }
      for (Layer layer : OF_THE_PADDED_PICTURE) {
        assertSame(layer, direct.layer(layer), padded.layer(layer));
      }
    }
  }

  private static void assertSame(Layer layer, Planes found, Planes expected) {
    Deviation.between(layer.name(), found, expected, Deviation.Mask.ALL).assertMaxAtMost(SAME);
  }
}
