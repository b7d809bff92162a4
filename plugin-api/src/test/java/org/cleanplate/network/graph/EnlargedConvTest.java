package org.cleanplate.network.graph;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OrtException;
import org.cleanplate.network.ConvGeometry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In the runtime, against its own resizing and its convolution of the enlarged map. */
class EnlargedConvTest {
  private static final int CHANNELS = 20;
  private static final int OUTPUTS = 16;

  /** Sums of 180 products are up to 60. */
  private static final double TOLERANCE = 5e-5;

  @ParameterizedTest(name = "{1}x{0}")
  @CsvSource({"1, 1", "1, 5", "2, 1", "2, 2", "3, 2", "7, 4", "17, 30", "45, 80"})
  void isTheConvolutionOfTheEnlargedMap(int height, int width) throws OrtException {
    GraphRun run = new GraphRun(CHANNELS, height, width);
    float[][] filter = run.filter(OUTPUTS);
    float[] bias = run.normal(OUTPUTS);
    FeatureMap enlarged = FeatureMap.enlarged(run.input());
    String name = enlarged.name(run.graph());
    String expected =
        new PixelConv(name, ConvGeometry.same(OUTPUTS, 3), filter).write(run.graph(), bias);
    String found =
        new EnlargedConv(run.input().name(run.graph()), height, width, filter)
            .write(run.graph(), bias);
    FeatureMap like =
        FeatureMap.of(found, ChannelMap.identity(OUTPUTS), enlarged.height(), enlarged.width());
    run.assertAlike(expected, found, like, TOLERANCE);
  }

  @Test
  void paysForManyChannelsOfALargeMap() {
    assertTrue(EnlargedConv.pays(48, 48, 135, 240));
    assertFalse(EnlargedConv.pays(48, 48, 9, 16));
    assertFalse(EnlargedConv.pays(16, 16, 135, 240));
  }
}
