package org.cleanplate.network.graph;

import static org.cleanplate.network.graph.GraphBuilder.attribute;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A three by three convolution of step one, zeros beyond its border, by minimal filtering: the four
 * results of a two by two cell take 16 products of sums of pixels with sums of filter taps instead
 * of 36 (A. Lavin, S. Gray: Fast Algorithms for Convolutional Neural Networks, CVPR 2016, F(2x2,
 * 3x3)). Each product, of all channels and cells, is a convolution of one tap; sums of pixels are
 * depthwise convolutions with a step of two. Exact but for rounding, which is that of any other
 * order of summing.
 *
 * @param input name of the map, {@code [1, channels, height, width]}
 * @param phases what its size and the dilation make of it
 * @param filter {@code [outputs][channels * 9]}, in stored channels
 */
record WinogradConv(String input, Phases phases, float[][] filter) implements PendingConv.Term {
  private static final int TAPS = 3;

  /** Multiply-adds that summing an input for a product is worth, while maps lie in the cache. */
  private static final long INPUT = 19;

  /** Multiply-adds that summing a product of an output is worth. */
  private static final long OUTPUT = 30;

  /**
   * Multiply-adds that some sixty operators more are worth: 0.2 ms of a frame, and 20 ms of opening
   * the graph, which some thirty frames share.
   */
  private static final long OPERATORS = 50_000_000;

  /** Values of a map that stays in the cache; sums of larger ones cost over twice as much. */
  private static final long CACHED = 1_100_000;

  private static final double BEYOND_CACHE = 2.4;

  /** Whether this costs less than the plain convolution: measured at 1080p. */
  static boolean pays(int channels, int outputs, Phases phases) {
    long cells = (long) phases.count() * phases.cellsDown() * phases.cellsAcross();
    long products = WinogradAxis.PRODUCTS * WinogradAxis.PRODUCTS * cells;
    long taps = tapsInside(phases.height(), phases) * tapsInside(phases.width(), phases);
    long saved = (taps - products) * channels * outputs;
    long sums = products * (INPUT * channels + OUTPUT * outputs);
    long largest = (long) Math.max(channels, outputs) * phases.height() * phases.width();
    return saved - sums * (largest <= CACHED ? 1 : BEYOND_CACHE) > OPERATORS;
  }

  /** How often the three taps fall on a pixel along an axis: the runtime leaves out the others. */
  private static long tapsInside(int size, Phases phases) {
    return size + 2L * Math.max(0, size - phases.step());
  }

  @Override
  public WinogradConv with(UnaryOperator<float[][]> change) {
    return new WinogradConv(input, phases, change.apply(filter));
  }

  private int outputs() {
    return filter.length;
  }

  private int channels() {
    return filter[0].length / (TAPS * TAPS);
  }

  @Override
  public String write(GraphBuilder graph, float[] bias) {
    String map = phases.apart(graph, input, channels());
    String minus = minus(graph);
    List<List<String>> columns = new ArrayList<>();
    for (WinogradAxis across : WinogradAxis.values()) {
      columns.add(
          results(
              graph,
              minus,
              Arrays.stream(WinogradAxis.values())
                  .map(down -> product(graph, map, down, across, bias))
                  .toList()));
    }
    List<String> pixels = new ArrayList<>();
    for (int row = 0; row < FeatureMap.CELL; row++) {
      int y = row;
      pixels.addAll(results(graph, minus, columns.stream().map(column -> column.get(y)).toList()));
    }
    String cells = graph.transpose(graph.concat(1, pixels), 0, 2, 3, 1);
    String results =
        new Cells(cells, phases.count(), phases.cellsDown(), phases.cellsAcross(), outputs())
            .pixels(graph);
    return phases.together(graph, results, outputs());
  }

  /** The two results of one axis from its four products. */
  private List<String> results(GraphBuilder graph, String minus, List<String> products) {
    String first = products.get(WinogradAxis.FIRST.ordinal());
    String sum = products.get(WinogradAxis.SUM.ordinal());
    String difference = products.get(WinogradAxis.DIFFERENCE.ordinal());
    String last = products.get(WinogradAxis.LAST.ordinal());
    return List.of(
        graph.binary("Add", graph.binary("Add", sum, negated(graph, minus, difference)), first),
        graph.binary("Add", graph.binary("Add", sum, difference), last));
  }

  private String minus(GraphBuilder graph) {
    float[] minus = new float[outputs()];
    Arrays.fill(minus, -1);
    return graph.floats(minus, outputs(), 1, 1, 1);
  }

  /** As a convolution, which the runtime computes without leaving its blocks of channels. */
  private String negated(GraphBuilder graph, String minus, String x) {
    return graph.node(
        "Conv",
        List.of(x, minus),
        attribute("kernel_shape", new long[] {1, 1}),
        attribute("group", (long) outputs()));
  }

  /** One of the sixteen, of every cell. */
  private String product(
      GraphBuilder graph, String map, WinogradAxis down, WinogradAxis across, float[] bias) {
    List<String> inputs = new ArrayList<>();
    inputs.add(pixelSums(graph, map, down, across));
    inputs.add(graph.floats(tapSums(down, across), outputs(), channels(), 1, 1));
    if (down == WinogradAxis.SUM && across == WinogradAxis.SUM) {
      // What is added to this one is added to all four results.
      inputs.add(graph.floats(bias, outputs()));
    }
    return graph.node("Conv", inputs, attribute("kernel_shape", new long[] {1, 1}));
  }

  private String pixelSums(GraphBuilder graph, String map, WinogradAxis down, WinogradAxis across) {
    float[] weights = new float[channels() * 4];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = down.ofPixel(i / 2 % 2) * across.ofPixel(i % 2);
    }
    return graph.node(
        "Conv",
        List.of(map, graph.floats(weights, channels(), 1, 2, 2)),
        attribute("kernel_shape", new long[] {2, 2}),
        attribute("strides", new long[] {2, 2}),
        attribute("dilations", new long[] {down.distance(), across.distance()}),
        attribute(
            "pads",
            new long[] {
              down.before(),
              across.before(),
              down.behind(phases.rows(), phases.cellsDown()),
              across.behind(phases.columns(), phases.cellsAcross())
            }),
        attribute("group", (long) channels()));
  }

  private float[] tapSums(WinogradAxis down, WinogradAxis across) {
    float[] sums = new float[outputs() * channels()];
    for (int i = 0; i < sums.length; i++) {
      float[] taps = filter[i / channels()];
      int first = i % channels() * TAPS * TAPS;
      for (int y = 0; y < TAPS; y++) {
        for (int x = 0; x < TAPS; x++) {
          sums[i] += down.ofTap(y) * across.ofTap(x) * taps[first + y * TAPS + x];
        }
      }
    }
    return sums;
  }
}
