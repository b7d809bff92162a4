package org.cleanplate.network.graph;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OrtException;
import org.cleanplate.network.ConvGeometry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In the runtime, against its own convolution. */
class WinogradConvTest {
  private static final int CHANNELS = 20;
  private static final int OUTPUTS = 16;

  /** Sums of 180 products are up to 60. */
  private static final double TOLERANCE = 5e-5;

  @ParameterizedTest(name = "{1}x{0}, dilation {2}")
  @CsvSource({
    "1, 1, 1", "1, 5, 1", "2, 2, 1", "7, 4, 1", "17, 30, 1", "46, 81, 1",
    "1, 1, 2", "3, 2, 2", "17, 30, 2", "16, 8, 2", "17, 30, 3", "5, 9, 4"
  })
  void isTheConvolution(int height, int width, int dilation) throws OrtException {
    GraphRun run = new GraphRun(CHANNELS, height, width);
    float[][] filter = run.filter(OUTPUTS);
    float[] bias = run.normal(OUTPUTS);
    String x = run.input().name(run.graph());
    ConvGeometry geometry = ConvGeometry.same(OUTPUTS, 3).withDilation(dilation);
    String expected = new PixelConv(x, geometry, filter).write(run.graph(), bias);
    String found =
        new WinogradConv(x, new Phases(dilation, height, width), filter).write(run.graph(), bias);
    FeatureMap like = FeatureMap.of(found, ChannelMap.identity(OUTPUTS), height, width);
    run.assertAlike(expected, found, like, TOLERANCE);
  }

  @Test
  void paysForManyChannelsThatFitTheCache() {
    assertTrue(WinogradConv.pays(512, 512, new Phases(1, 17, 30)));
    assertFalse(WinogradConv.pays(48, 48, new Phases(1, 17, 30)));
    assertFalse(WinogradConv.pays(128, 48, new Phases(1, 135, 240)));
  }

  @Test
  void doesNotPayWhereMostTapsFallBesideTheMap() {
    assertTrue(WinogradConv.pays(2048, 256, new Phases(3, 17, 30)));
    assertFalse(WinogradConv.pays(2048, 256, new Phases(9, 17, 30)));
  }
}
