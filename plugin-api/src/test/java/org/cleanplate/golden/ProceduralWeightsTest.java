package org.cleanplate.golden;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ProceduralWeightsTest {
  private static final String CONVOLUTION = "backbone.conv1.weight";

  @Test
  void seedsWithTheNameAsPublishedCheckValuesSay() {
    long seed = ProceduralWeights.fnv1a(CONVOLUTION);
    assertEquals(0x00f9c44512682697L, seed);
    assertEquals(0.10959756, ProceduralWeights.uniform(seed, 0), 5e-9);
    assertEquals(0.58414149, ProceduralWeights.uniform(seed, 1), 5e-9);
    assertEquals(0.23504543, ProceduralWeights.uniform(seed, 2), 5e-9);
  }

  @Test
  void scalesConvolutionsByTheirFanIn() throws IOException {
    float[] weights = ProceduralWeights.drawn(CONVOLUTION, new int[] {1, 6, 1, 1}).values();
    assertEquals(0.10959756f, weights[0], 1e-8);
    assertEquals(
        weights[0] / 3,
        ProceduralWeights.drawn(CONVOLUTION, new int[] {1, 6, 3, 3}).values()[0],
        1e-8);
  }

  @Test
  void drawsTheKernel1RefinerThatIsStoredAsACheckpoint() throws IOException {
    float[] weights =
        ProceduralWeights.drawn("refiner.conv1.weight", new int[] {24, 42, 1, 1}).values();
    assertArrayEquals(
        new float[] {-0.16643244f, 0.31166738f, -0.1920995f, 0.33550733f},
        Arrays.copyOf(weights, 4));
  }

  @Test
  void centresNormalisationWeightsOnOneAndBiasesOnZero() throws IOException {
    float weight = ProceduralWeights.drawn("backbone.bn1.weight", new int[] {64}).values()[0];
    double u = ProceduralWeights.uniform(ProceduralWeights.fnv1a("backbone.bn1.weight"), 0);
    assertEquals((float) (1 + 0.2 * u), weight);
    float bias = ProceduralWeights.drawn("backbone.bn1.bias", new int[] {64}).values()[63];
    u = ProceduralWeights.uniform(ProceduralWeights.fnv1a("backbone.bn1.bias"), 63);
    assertEquals((float) (0.1 * u), bias);
  }

  @Test
  void refusesToDrawARunningStatistic() {
    assertThrows(
        IOException.class,
        () -> ProceduralWeights.drawn("backbone.bn1.running_var", new int[] {64}));
  }
}
