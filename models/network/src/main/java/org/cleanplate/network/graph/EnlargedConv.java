package org.cleanplate.network.graph;

import static org.cleanplate.network.graph.GraphBuilder.attribute;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A three by three convolution of a map enlarged twofold bilinearly, zeros beyond its border, that
 * never enlarges the map and costs four taps instead of nine.
 *
 * <p>To enlarge bilinearly is to double every pixel and to smooth with (1 2 1) / 4 in each
 * direction, the outermost pixels going on beyond the border. Smoothing and convolving may change
 * places: first the convolution of the doubled pixels, which is one of two by two small pixels with
 * the results in cells (see {@link ConvFilter}), then the smoothing of its few outputs.
 *
 * <p>At the border they may not: the convolution sees zeros where the smoothing sees the outermost
 * pixels go on. But the smoothing also reads one pixel beyond the border, whose value nobody else
 * needs. With the taps g0 g1 g2 in one direction and the outermost small pixel x, the value {@code
 * (g1 + g2 - 3 g0) x} there makes the result right, and {@code (g0 + g1 + g2) x} next to it the one
 * inside. What the zeros of the convolution leave missing of both is {@link CellAxis#FIRST} and
 * {@link CellAxis#LAST}, which are added; in two directions, their products.
 *
 * @param input name of the small map, {@code [1, channels, height, width]}
 * @param filter {@code [outputs][channels * 9]}, in stored channels
 */
record EnlargedConv(String input, int height, int width, float[][] filter)
    implements PendingConv.Term {
  private static final int CELL = FeatureMap.CELL;
  private static final int TAPS = 3;

  /** Map, row and column. */
  private static final int POSITION_AXES = 3;

  /** Multiply-adds that moving one output's results about is worth: measured at 1080p. */
  private static final long OUTPUT_PIXEL = 120;

  /** Multiply-adds that enlarging one channel is worth, a pixel of the large map. */
  private static final long INPUT_PIXEL = 22;

  /** Multiply-adds that some thirty operators more are worth. */
  private static final long OPERATORS = 12_000_000;

  /** Whether this costs less than to enlarge the map and convolve it. */
  static boolean pays(int channels, int outputs, int height, int width) {
    long taps = TAPS * TAPS - CELL * CELL;
    long saved = channels * (taps * outputs + INPUT_PIXEL) - OUTPUT_PIXEL * outputs;
    return saved * CELL * height * CELL * width > OPERATORS;
  }

  @Override
  public EnlargedConv with(UnaryOperator<float[][]> change) {
    return new EnlargedConv(input, height, width, change.apply(filter));
  }

  private int outputs() {
    return filter.length;
  }

  @Override
  public String write(GraphBuilder graph, float[] bias) {
    String pixels = new Cells(cells(graph), 1, height + 1, width + 1, outputs()).pixels(graph);
    return smoothed(graph, graph.transpose(pixels, 0, 3, 1, 2), bias);
  }

  /** {@code [1, height + 1, width + 1, pixels of a cell * outputs]}. */
  private String cells(GraphBuilder graph) {
    List<String> corrections = new ArrayList<>();
    List<Long> positions = new ArrayList<>();
    for (CellAxis down : CellAxis.values()) {
      for (CellAxis across : CellAxis.values()) {
        if (down != CellAxis.ALL || across != CellAxis.ALL) {
          corrections.add(
              graph.reshape(cells(graph, down, across), (long) CELL * CELL * outputs(), -1));
          down.cells(height)
              .forEach(
                  y ->
                      across
                          .cells(width)
                          .forEach(x -> positions.addAll(List.of(0L, (long) y, (long) x))));
        }
      }
    }
    long[] indices = positions.stream().mapToLong(Long::longValue).toArray();
    return graph.node(
        "ScatterND",
        List.of(
            graph.transpose(cells(graph, CellAxis.ALL, CellAxis.ALL), 0, 2, 3, 1),
            graph.reshape(graph.longs(indices), -1, POSITION_AXES),
            graph.transpose(graph.concat(1, corrections), 1, 0)),
        attribute("reduction", "add"));
  }

  private String cells(GraphBuilder graph, CellAxis down, CellAxis across) {
    String seen = across.seen(graph, down.seen(graph, input, 2, height), 3, width);
    int channels = filter[0].length / (TAPS * TAPS);
    String weights =
        graph.floats(
            cellFilter(down, across, channels),
            (long) CELL * CELL * outputs(),
            channels,
            down.kernel(),
            across.kernel());
    long[] pads = {down.padding(), across.padding(), down.padding(), across.padding()};
    return graph.node(
        "Conv",
        List.of(seen, weights),
        attribute("kernel_shape", new long[] {down.kernel(), across.kernel()}),
        attribute("pads", pads));
  }

  private float[] cellFilter(CellAxis down, CellAxis across, int channels) {
    int kernel = down.kernel() * across.kernel();
    float[] cells = new float[CELL * CELL * outputs() * channels * kernel];
    for (CellAxis.Share y : down.shares()) {
      for (CellAxis.Share x : across.shares()) {
        int first = (y.pixel() * CELL + x.pixel()) * outputs();
        int seen = y.input() * across.kernel() + x.input();
        int tap = y.tap() * TAPS + x.tap();
        float factor = y.factor() * x.factor();
        for (int o = 0; o < outputs(); o++) {
          for (int c = 0; c < channels; c++) {
            int at = ((first + o) * channels + c) * kernel + seen;
            cells[at] += factor * filter[o][c * TAPS * TAPS + tap];
          }
        }
      }
    }
    return cells;
  }

  private String smoothed(GraphBuilder graph, String pixels, float[] bias) {
    float[] weights = new float[outputs() * TAPS * TAPS];
    int[] axis = {1, 2, 1};
    for (int i = 0; i < weights.length; i++) {
      weights[i] = axis[i / TAPS % TAPS] * axis[i % TAPS] / 16f;
    }
    return graph.node(
        "Conv",
        List.of(
            pixels,
            graph.floats(weights, outputs(), 1, TAPS, TAPS),
            graph.floats(bias, bias.length)),
        attribute("kernel_shape", new long[] {TAPS, TAPS}),
        attribute("group", (long) outputs()));
  }
}
