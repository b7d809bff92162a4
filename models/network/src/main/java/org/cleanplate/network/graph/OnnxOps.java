package org.cleanplate.network.graph;

import static org.cleanplate.network.graph.GraphBuilder.attribute;

import java.util.ArrayList;
import java.util.List;
import org.cleanplate.network.ConvGeometry;
import org.cleanplate.network.Ops;
import org.cleanplate.network.weights.Weights;

/**
 * Interprets the network by writing it down as ONNX nodes, batch normalisation folded into the
 * convolution before it, dropout left out.
 */
final class OnnxOps implements Ops<FeatureMap> {
  private static final double NORM_EPSILON = 1e-5;

  private final GraphBuilder graph;
  private final Weights weights;
  private final ConvLayout layout;

  OnnxOps(GraphBuilder graph, Weights weights, ConvLayout layout) {
    this.graph = graph;
    this.weights = weights;
    this.layout = layout;
  }

  /** The same interpreter writing into another graph. */
  OnnxOps in(GraphBuilder other) {
    return new OnnxOps(other, weights, layout);
  }

  GraphBuilder graph() {
    return graph;
  }

  String name(FeatureMap x) {
    return x.name(graph);
  }

  /** The same value in 32-bit floats, for an interpreter that writes into the exact graph. */
  FeatureMap exact(FeatureMap x) {
    return like(x, graph.toExact(name(x)));
  }

  /** The same value, surely in this graph: branches of a conditional then share it. */
  FeatureMap written(FeatureMap x) {
    return like(x, name(x));
  }

  @Override
  public int channels(FeatureMap x) {
    return x.channels().channels();
  }

  /** Whether a map's channels are a whole number of those that are computed together. */
  boolean fillsBlocks(FeatureMap x) {
    return x.channels().stored() % layout.block() == 0;
  }

  @Override
  public FeatureMap conv(FeatureMap x, String name, ConvGeometry geometry) {
    ConvFilter filter = new ConvFilter(weights.get(name + ".weight"), geometry);
    boolean inCells = layout != ConvLayout.PLAIN && filter.fitsCells(x);
    boolean depthwise = geometry.groups() > 1;
    int pixels = inCells ? FeatureMap.CELL * FeatureMap.CELL : 1;
    int stored = depthwise ? x.channels().stored() : layout.roundUp(pixels * geometry.outputs());
    List<PendingConv.Term> terms = new ArrayList<>();
    int firstInput = 0;
    for (FeatureMap part : separately(x, filter, stored)) {
      terms.add(term(filter, part, stored, firstInput, inCells));
      firstInput += part.channels().channels();
    }
    // What is written from here on, this convolution first, is of its stage.
    graph.enter(GraphStage.ofParameter(name));
    float[] bias = new float[stored];
    if (geometry.bias()) {
      float[] given = weights.get(name + ".bias").values();
      for (int pixel = 0; pixel < pixels; pixel++) {
        System.arraycopy(given, 0, bias, pixel * given.length, given.length);
      }
    }
    return FeatureMap.pending(
        new PendingConv(terms, bias),
        ChannelMap.sideBySide(pixels, geometry.outputs(), stored),
        geometry.outputSize(x.height()),
        geometry.outputSize(x.width()));
  }

  private PendingConv.Term term(
      ConvFilter filter, FeatureMap part, int stored, int firstInput, boolean inCells) {
    if (inCells) {
      return filter.toCells(graph, part, stored, firstInput);
    }
    return layout == ConvLayout.CPU
        ? filter.toPixelsCheaply(graph, part, stored, firstInput)
        : filter.toPixels(graph, part, stored, firstInput);
  }

  private boolean beforeEnlarging(ConvFilter filter, FeatureMap part, int stored) {
    return layout == ConvLayout.CPU && filter.fitsEnlarged(part, stored);
  }

  /**
   * The parts to convolve one by one: maps of few channels cost less by themselves than the
   * rearranging that joining them to a larger one takes, and enlarged ones may as they were before.
   */
  private List<FeatureMap> separately(FeatureMap x, ConvFilter filter, int stored) {
    if (filter.geometry().groups() > 1) {
      return List.of(x);
    }
    List<FeatureMap> parts = new ArrayList<>();
    List<FeatureMap> together = new ArrayList<>();
    for (FeatureMap part : x.parts()) {
      if (!together.isEmpty()
          && (beforeEnlarging(filter, together.get(0), stored) || !fitTogether(together, part))) {
        parts.add(FeatureMap.joined(together));
        together.clear();
      }
      together.add(part);
    }
    parts.add(FeatureMap.joined(together));
    return parts;
  }

  private boolean fitTogether(List<FeatureMap> maps, FeatureMap next) {
    int stored = maps.stream().mapToInt(map -> map.channels().stored()).sum();
    int block = layout.block();
    boolean large = next.channels().stored() >= block;
    return stored < block ? stored + next.channels().stored() < block : large;
  }

  @Override
  public FeatureMap batchNorm(FeatureMap x, String name) {
    float[] weight = weights.get(name + ".weight").values();
    float[] bias = weights.get(name + ".bias").values();
    float[] mean = weights.get(name + ".running_mean").values();
    float[] variance = weights.get(name + ".running_var").values();
    double[] gains = new double[x.channels().stored()];
    double[] offsets = new double[x.channels().stored()];
    for (ChannelMap pixel : x.cell()) {
      for (int c = 0; c < weight.length; c++) {
        int at = pixel.positions()[c];
        gains[at] = weight[c] / Math.sqrt(variance[c] + NORM_EPSILON);
        offsets[at] = bias[c] - mean[c] * gains[at];
      }
    }
    return x.withConv(x.pendingConv().scaled(gains, offsets));
  }

  @Override
  public FeatureMap relu(FeatureMap x) {
    return like(x, graph.node("Relu", List.of(name(x))));
  }

  @Override
  public FeatureMap relu6(FeatureMap x) {
    return like(x, graph.clip(name(x), 0, 6));
  }

  @Override
  public FeatureMap clampToUnit(FeatureMap x) {
    return like(x, graph.clip(name(x), 0, 1));
  }

  @Override
  public FeatureMap dropout(FeatureMap x, double probability) {
    return x;
  }

  @Override
  public FeatureMap add(FeatureMap a, FeatureMap b) {
    if (!a.channels().equalLayout(b.channels())) {
      throw new IllegalArgumentException("The channels of the two terms lie differently");
    }
    return like(a, graph.binary("Add", name(a), name(b)));
  }

  @Override
  public FeatureMap concat(List<FeatureMap> xs) {
    return FeatureMap.joined(xs);
  }

  @Override
  public FeatureMap slice(FeatureMap x, int first, int count) {
    int start = x.channels().positions()[first];
    String part = graph.slice(name(x), 1, start, start + count);
    return FeatureMap.of(part, ChannelMap.identity(count), x.height(), x.width());
  }

  @Override
  public FeatureMap maxPool(FeatureMap x) {
    String pooled =
        graph.node(
            "MaxPool",
            List.of(name(x)),
            attribute("kernel_shape", new long[] {3, 3}),
            attribute("strides", new long[] {2, 2}),
            attribute("pads", new long[] {1, 1, 1, 1}));
    return resized(x, pooled, (x.height() + 1) / 2, (x.width() + 1) / 2);
  }

  /** Means of two by two pixels: half the size. */
  FeatureMap averagePool(FeatureMap x) {
    String pooled =
        graph.node(
            "AveragePool",
            List.of(name(x)),
            attribute("kernel_shape", new long[] {2, 2}),
            attribute("strides", new long[] {2, 2}));
    return resized(x, pooled, x.height() / 2, x.width() / 2);
  }

  @Override
  public FeatureMap globalAverage(FeatureMap x) {
    String mean = graph.node("GlobalAveragePool", List.of(graph.toExact(name(x))));
    return resized(x, graph.fromExact(mean), 1, 1);
  }

  @Override
  public FeatureMap broadcast(FeatureMap x, FeatureMap like) {
    String shape = graph.longs(1, x.channels().stored(), like.height(), like.width());
    String repeated = graph.node("Expand", List.of(name(x), shape));
    return resized(x, repeated, like.height(), like.width());
  }

  @Override
  public FeatureMap resizeBilinear(FeatureMap x, FeatureMap like) {
    boolean twofold = like.height() == 2 * x.height() && like.width() == 2 * x.width();
    return twofold ? FeatureMap.enlarged(x) : resizeBilinear(x, like.height(), like.width());
  }

  FeatureMap resizeBilinear(FeatureMap x, int height, int width) {
    if (x.height() == height && x.width() == width) {
      return x;
    }
    // A whole factor is given as such: the runtime has a faster way for those.
    boolean whole = height % x.height() == 0 && width % x.width() == 0;
    List<String> inputs =
        whole
            ? List.of(name(x), "", scales(height / x.height(), width / x.width()))
            : List.of(name(x), "", "", graph.longs(1, x.channels().stored(), height, width));
    return resized(x, graph.node("Resize", inputs, attribute("mode", "linear")), height, width);
  }

  private String scales(int down, int across) {
    return graph.exact().floats(new float[] {1, 1, down, across}, 4);
  }

  @Override
  public FeatureMap upsampleNearest(FeatureMap x) {
    return FeatureMap.doubled(written(x));
  }

  @Override
  public FeatureMap zeroPad(FeatureMap x, int pixels) {
    if (pixels == 0) {
      return x;
    }
    String border = graph.longs(0, 0, pixels, pixels, 0, 0, pixels, pixels);
    String padded = graph.node("Pad", List.of(name(x), border));
    return resized(x, padded, x.height() + 2 * pixels, x.width() + 2 * pixels);
  }

  private static FeatureMap like(FeatureMap x, String name) {
    return x.withValue(name);
  }

  private static FeatureMap resized(FeatureMap x, String name, int height, int width) {
    return FeatureMap.of(name, x.channels(), height, width);
  }
}
