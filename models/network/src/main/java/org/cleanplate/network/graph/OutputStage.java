package org.cleanplate.network.graph;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.Arrays;
import java.util.List;

/** Turns alpha and residual at full size into the layers asked for, in the host's pixels. */
final class OutputStage {
  private static final int ALPHA = 3;

  private final GraphBuilder graph;
  private final GraphOptions options;
  private final MergedFormat format;
  private final int height;
  private final int width;

  OutputStage(GraphBuilder graph, GraphOptions options) {
    this.graph = graph;
    this.options = options;
    this.format = MergedFormat.of(options);
    this.height = options.height();
    this.width = options.width();
  }

  /** The source and the residual together: what the layers are made of. */
  String withSource(PackedImage source, String residual) {
    return format.hasForeground() ? graph.binary("Add", residual, base(source)) : residual;
  }

  /**
   * Writes the layers of the frame's own size.
   *
   * @param merged alpha and foreground, {@code [padded height, padded width, channels]}, unclamped
   */
  void write(String merged) {
    String sum = merged;
    GraphGeometry geometry = options.geometry();
    if (geometry.isPadded()) {
      sum = graph.slice(graph.slice(sum, 0, 0, height), 1, 0, width);
    }
    String clamped = graph.clip(sum, format.bias(), format.unit() + format.bias());
    for (Layer layer : options.layers()) {
      switch (layer) {
        case ALPHA_FLOAT -> emit(layer, alphaOf(clamped));
        case ALPHA_16 -> emit(layer, sixteenBits(alphaOf(clamped)));
        case FOREGROUND_FLOAT -> emit(layer, colourPlanes(clamped));
        case FOREGROUND_16 -> emit(layer, sixteenBits(colourPlanes(clamped)));
        case ALPHA_8 -> emit(layer, rounded(alphaOf(clamped)));
        case FOREGROUND_8 -> emit(layer, opaque(blueFirst(rounded(clamped))));
        case CUTOUT_8 -> emit(layer, blueFirst(rounded(clamped)));
        case COMPOSITE_8 -> emit(layer, opaque(blueFirst(rounded(composite(clamped)))));
        case ERROR_MAP, REFINED_REGIONS, COARSE_ALPHA, COARSE_FOREGROUND -> {
          // Known before refinement; see emitCoarse and emitRegions.
        }
      }
    }
  }

  /** Writes what the base network says of itself. */
  void emitCoarse(OnnxOps ops, CoarseStage coarse) {
    if (options.wants(Layer.ERROR_MAP)) {
      emit(Layer.ERROR_MAP, ops.name(coarse.matte().error()));
    }
    if (options.wants(Layer.COARSE_ALPHA)) {
      emit(Layer.COARSE_ALPHA, ops.name(coarse.matte().alpha()));
    }
    if (options.wants(Layer.COARSE_FOREGROUND)) {
      String source = PlanarColour.of(graph, coarse.source());
      String sum = graph.binary("Add", source, ops.name(coarse.matte().foregroundResidual()));
      emit(Layer.COARSE_FOREGROUND, graph.clip(sum, 0, 1));
    }
  }

  /** Writes which blocks were refined; {@code mask} is a bool map. */
  void emitRegions(String mask) {
    if (options.wants(Layer.REFINED_REGIONS)) {
      String white = graph.bytes(new byte[] {(byte) 255}, 1);
      String black = graph.bytes(new byte[] {0}, 1);
      emit(Layer.REFINED_REGIONS, graph.node("Where", List.of(mask, white, black)));
    }
  }

  /** Writes that every block was refined, or none. */
  void emitUniformRegions(boolean refined) {
    if (options.wants(Layer.REFINED_REGIONS)) {
      byte[] blocks = new byte[options.geometry().blocks()];
      Arrays.fill(blocks, refined ? (byte) 255 : 0);
      emit(Layer.REFINED_REGIONS, graph.bytes(blocks, blocks.length));
    }
  }

  /** The source in the format's units, nothing added to alpha. */
  private String base(PackedImage source) {
    float gain = source.rgb().factors()[0] * format.unit();
    String pixels =
        switch (source.channels()) {
          case 4 -> source.withoutAlpha().floats();
          case 1 ->
              withEmptyAlpha(graph.node("Expand", List.of(source.floats(), graph.longs(1, 1, 3))));
          default -> withEmptyAlpha(source.floats());
        };
    return gain == 1 ? pixels : graph.binary("Mul", pixels, graph.scalar(gain));
  }

  private String withEmptyAlpha(String colours) {
    return graph.node("Pad", List.of(colours, graph.longs(0, 0, 0, 0, 0, 1)));
  }

  private String alphaOf(String merged) {
    return format.hasForeground() ? graph.slice(merged, 2, ALPHA, ALPHA + 1) : merged;
  }

  private String colourPlanes(String merged) {
    String planes = graph.transpose(graph.slice(merged, 2, 0, 3), 2, 0, 1);
    return format.reversed() ? graph.gather(planes, graph.longs(2, 1, 0), 0) : planes;
  }

  /** alpha * foreground + (1 - alpha) * backdrop, in the format's units, bias and all. */
  private String composite(String merged) {
    graph.input(GraphInputs.BACKDROP, DataType.FLOAT, 3);
    long[] order = format.reversed() ? new long[] {2, 1, 0, 0} : new long[] {0, 1, 2, 0};
    String colour =
        format.inUnits(graph, graph.gather(GraphInputs.BACKDROP, graph.longs(order), 0));
    String alpha =
        graph.binary(
            "Mul",
            graph.binary("Sub", alphaOf(merged), graph.scalar(format.bias())),
            graph.scalar(1 / format.unit()));
    String difference = graph.binary("Sub", merged, colour);
    return graph.binary("Add", graph.binary("Mul", difference, alpha), colour);
  }

  /** To the nearest of 0..255: in bytes' units the bias of one half makes the cast round. */
  private String rounded(String value) {
    String biased = value;
    if (format.unit() == 1) {
      String scaled = graph.binary("Mul", value, graph.scalar(255));
      biased = graph.binary("Add", scaled, graph.scalar(0.5f));
    }
    return graph.cast(biased, DataType.UINT8);
  }

  /** To the nearest of 0..65535, as the signed samples that the host can take. */
  private String sixteenBits(String value) {
    String scaled = graph.binary("Mul", value, graph.scalar(65_535));
    String whole = graph.cast(graph.binary("Add", scaled, graph.scalar(0.5f)), DataType.INT32);
    String high = graph.binary("Greater", whole, graph.ints(new int[] {32_767}, 1));
    String wrapped = graph.binary("Sub", whole, graph.ints(new int[] {65_536}, 1));
    return graph.cast(graph.node("Where", List.of(high, wrapped, whole)), DataType.INT16);
  }

  private String blueFirst(String packed) {
    return format.reversed() ? packed : graph.gather(packed, graph.longs(2, 1, 0, 3), 2);
  }

  private String opaque(String packed) {
    return PackedImage.bitwise(graph, "BitwiseOr", packed, height, width, new byte[] {0, 0, 0, -1});
  }

  private void emit(Layer layer, String value) {
    PixelLayout layout = layer.layout();
    int[] size = options.geometry().sizeOf(layer);
    long[] shape =
        layout.channels() == 1
            ? new long[] {size[1], size[0]}
            : layout.packed()
                ? new long[] {size[1], size[0], layout.channels()}
                : new long[] {layout.channels(), size[1], size[0]};
    DataType type =
        switch (layout.bytesPerSample()) {
          case 1 -> DataType.UINT8;
          case 2 -> DataType.INT16;
          default -> DataType.FLOAT;
        };
    graph.output(layer.name(), graph.reshape(value, shape), type, shape);
  }
}
