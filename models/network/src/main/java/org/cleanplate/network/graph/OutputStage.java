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
    this.graph = graph.exact();
    this.options = options;
    this.format = MergedFormat.of(options);
    this.height = options.height();
    this.width = options.width();
    if (options.wantsComposite()) {
      graph.input(GraphInputs.BACKDROP, DataType.FLOAT, 3);
    }
  }

  /**
   * Writes the layers of the frame's own size.
   *
   * @param products of the whole padded picture; see {@link PixelFinish}
   */
  void write(List<String> products) {
    PixelFinish finish = new PixelFinish(options);
    if (finish.hasMerged()) {
      String merged = cropped(products.get(0));
      if (format.isBytes()) {
        writeBytes(merged);
      } else {
        writeFloats(merged);
      }
    }
    if (finish.hasComposite()) {
      String composite = products.get(products.size() - 1);
      emit(Layer.COMPOSITE_8, opaque(blueFirst(cropped(composite))));
    }
  }

  private void writeFloats(String merged) {
    for (Layer layer : options.layers()) {
      switch (layer) {
        case ALPHA_FLOAT -> emit(layer, alphaOf(merged));
        case ALPHA_16 -> emit(layer, sixteenBits(alphaOf(merged)));
        case FOREGROUND_FLOAT -> emit(layer, colourPlanes(merged));
        case FOREGROUND_16 -> emit(layer, sixteenBits(colourPlanes(merged)));
        case COMPOSITE_16 -> emit(layer, sixteenBits(composite(merged)));
        default -> {
          // Written from bytes, or already before refinement.
        }
      }
    }
    if (options.layers().stream().anyMatch(MergedFormat::isOfBytes)) {
      writeBytes(format.rounded(graph, merged));
    }
  }

  private void writeBytes(String merged) {
    for (Layer layer : options.layers()) {
      switch (layer) {
        case ALPHA_8 -> emit(layer, alphaOf(merged));
        case FOREGROUND_8 -> emit(layer, opaque(blueFirst(merged)));
        case CUTOUT_8 -> emit(layer, blueFirst(merged));
        default -> {
          // Not of bytes.
        }
      }
    }
  }

  /** A product as {@code [height, width, channels]}, without the padding. */
  private String cropped(String product) {
    GraphGeometry geometry = options.geometry();
    String packed =
        graph.reshape(product, geometry.paddedHeight(), geometry.paddedWidth(), format.channels());
    return geometry.isPadded()
        ? graph.slice(graph.slice(packed, 0, 0, height), 1, 0, width)
        : packed;
  }

  /** Writes what the base network says of itself. */
  void emitCoarse(OnnxOps ops, CoarseStage coarse) {
    if (options.wants(Layer.ERROR_MAP)) {
      emit(Layer.ERROR_MAP, exact(ops, coarse.matte().error()));
    }
    if (options.wants(Layer.COARSE_ALPHA)) {
      emit(Layer.COARSE_ALPHA, exact(ops, coarse.matte().alpha()));
    }
    if (options.wants(Layer.COARSE_FOREGROUND)) {
      String source = PlanarColour.of(graph, ops.exact(coarse.source()));
      String sum = graph.binary("Add", source, exact(ops, coarse.matte().foregroundResidual()));
      emit(Layer.COARSE_FOREGROUND, graph.clip(sum, 0, 1));
    }
  }

  private static String exact(OnnxOps ops, FeatureMap map) {
    return ops.name(ops.exact(map));
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

  private String alphaOf(String merged) {
    return format.hasForeground() ? graph.slice(merged, 2, ALPHA, ALPHA + 1) : merged;
  }

  /** alpha * foreground + (1 - alpha) * backdrop, as planes. */
  private String composite(String merged) {
    String backdrop = graph.reshape(GraphInputs.BACKDROP, 3, 1, 1);
    String difference = graph.binary("Sub", colourPlanes(merged), backdrop);
    String alpha = graph.reshape(alphaOf(merged), 1, height, width);
    return graph.binary("Add", graph.binary("Mul", difference, alpha), backdrop);
  }

  private String colourPlanes(String merged) {
    String planes = graph.transpose(graph.slice(merged, 2, 0, 3), 2, 0, 1);
    return format.reversed() ? graph.gather(planes, graph.longs(2, 1, 0), 0) : planes;
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
    String rows = graph.reshape(packed, height, 4L * width);
    if (options.isStatic()) {
      // CUDA has no operators on bits.
      String white = graph.bytes(new byte[] {(byte) 255}, 1);
      return graph.node("Where", List.of(alphaFlags(), white, rows));
    }
    String alpha = PixelRows.pattern(graph, width, (byte) 0, (byte) -1);
    return graph.binary("BitwiseOr", rows, alpha);
  }

  /** Which bytes of a row of pixels are alpha. */
  private String alphaFlags() {
    boolean[] flags = new boolean[4 * width];
    for (int i = ALPHA; i < flags.length; i += 4) {
      flags[i] = true;
    }
    return graph.flags(flags, flags.length);
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
