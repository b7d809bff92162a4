package org.cleanplate.network.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.cleanplate.network.ConvGeometry;
import org.cleanplate.network.weights.FloatTensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against convolutions written out as four loops. */
class ConvFilterTest {
  private static final int INPUTS = 3;
  private static final int OUTPUTS = 5;
  private static final int HEIGHT = 8;
  private static final int WIDTH = 6;

  private final Random random = new Random(1);
  private final GraphBuilder graph = new GraphBuilder("test");

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void aConvolutionOfDoubledPixelsIsTheSameInCells(int kernel) {
    float[][][] small = map(HEIGHT / 2, WIDTH / 2);
    FeatureMap doubled =
        FeatureMap.doubled(FeatureMap.of("x", ChannelMap.identity(INPUTS), HEIGHT / 2, WIDTH / 2));
    assertSameInCells(kernel, doubled, small, doubled(small));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void aConvolutionOfPixelsIsTheSameInCells(int kernel) {
    float[][][] pixels = map(HEIGHT, WIDTH);
    FeatureMap plain = FeatureMap.of("x", ChannelMap.identity(INPUTS), HEIGHT, WIDTH);
    assertSameInCells(kernel, plain, pixels, pixels);
  }

  @Test
  void onlyWhatIsDoubledOrInCellsGainsByCells() {
    ConvFilter filter = filter(3);
    FeatureMap plain = FeatureMap.of("x", ChannelMap.identity(INPUTS), HEIGHT, WIDTH);
    assertFalse(filter.fitsCells(plain));
    assertTrue(filter.fitsCells(FeatureMap.doubled(plain)));
    ConvFilter padded = new ConvFilter(filter.weight(), ConvGeometry.same(OUTPUTS, 3));
    assertFalse(padded.fitsCells(FeatureMap.doubled(plain)));
  }

  private void assertSameInCells(
      int kernel, FeatureMap part, float[][][] stored, float[][][] pixels) {
    ConvFilter filter = filter(kernel);
    int outputs = 4 * OUTPUTS;
    float[][][] cells = convolved(filter.toCells(graph, part, outputs, 0), stored);
    FeatureMap plain = FeatureMap.of("y", ChannelMap.identity(INPUTS), HEIGHT, WIDTH);
    float[][][] expected = convolved(filter.toPixels(graph, plain, OUTPUTS, 0), pixels);
    List<ChannelMap> layout = ChannelMap.sideBySide(4, OUTPUTS, outputs);
    for (int o = 0; o < OUTPUTS; o++) {
      for (int y = 0; y < expected[o].length; y++) {
        for (int x = 0; x < expected[o][y].length; x++) {
          int channel = layout.get(y % 2 * 2 + x % 2).positions()[o];
          assertEquals(expected[o][y][x], cells[channel][y / 2][x / 2], 1e-5);
        }
      }
    }
  }

  private ConvFilter filter(int kernel) {
    float[] values = new float[OUTPUTS * INPUTS * kernel * kernel];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    FloatTensor weight = new FloatTensor(new int[] {OUTPUTS, INPUTS, kernel, kernel}, values);
    return new ConvFilter(weight, ConvGeometry.valid(OUTPUTS, kernel));
  }

  private float[][][] map(int height, int width) {
    float[][][] map = new float[INPUTS][height][width];
    for (float[][] plane : map) {
      for (float[] row : plane) {
        for (int x = 0; x < width; x++) {
          row[x] = random.nextFloat();
        }
      }
    }
    return map;
  }

  private static float[][][] doubled(float[][][] map) {
    float[][][] doubled = new float[INPUTS][HEIGHT][WIDTH];
    for (int c = 0; c < INPUTS; c++) {
      for (int y = 0; y < HEIGHT; y++) {
        for (int x = 0; x < WIDTH; x++) {
          doubled[c][y][x] = map[c][y / 2][x / 2];
        }
      }
    }
    return doubled;
  }

  private static float[][][] convolved(PixelConv term, float[][][] map) {
    int kernel = term.geometry().kernel();
    int height = term.geometry().outputSize(map[0].length);
    int width = term.geometry().outputSize(map[0][0].length);
    float[][][] result = new float[term.filter().length][height][width];
    for (int o = 0; o < result.length; o++) {
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          for (int i = 0; i < term.filter()[o].length; i++) {
            int tapY = y * term.geometry().stride() + i / kernel % kernel;
            int tapX = x * term.geometry().stride() + i % kernel;
            result[o][y][x] += term.filter()[o][i] * map[i / (kernel * kernel)][tapY][tapX];
          }
        }
      }
    }
    return result;
  }
}
