package org.cleanplate.network.graph;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.List;

/** Declares the inputs and turns the host's pixels into packed pictures of the padded size. */
final class InputStage {
  private static final float BYTE_UNIT = 1 / 255f;

  private final GraphBuilder graph;
  private final GraphOptions options;
  private final GraphGeometry geometry;

  InputStage(GraphBuilder graph, GraphOptions options) {
    this.graph = graph;
    this.options = options;
    this.geometry = options.geometry();
    if (options.input().bytesPerSample() > 1) {
      graph.input(GraphInputs.LEVELS, DataType.FLOAT, 2);
    }
  }

  PackedImage read(String input) {
    int height = options.height();
    int width = options.width();
    PixelLayout layout = options.input();
    PackedImage image =
        switch (layout) {
          case BGRA_8 -> {
            graph.input(input, DataType.UINT8, height, width, 4);
            yield image(input, true, ChannelMap.of(4, BYTE_UNIT, 2, 1, 0));
          }
          case GRAY_8 -> {
            graph.input(input, DataType.UINT8, height, width);
            String packed = graph.reshape(input, height, width, 1);
            yield image(packed, true, ChannelMap.of(1, BYTE_UNIT, 0, 0, 0));
          }
          case GRAY_16, GRAY_FLOAT -> {
            String levelled = levelled(input, layout, height, width);
            String packed = graph.reshape(levelled, height, width, 1);
            yield image(packed, false, ChannelMap.of(1, 1, 0, 0, 0));
          }
          case RGB_16, RGB_FLOAT -> {
            String levelled = levelled(input, layout, 3, height, width);
            String packed = graph.transpose(levelled, 1, 2, 0);
            yield image(packed, false, ChannelMap.identity(3));
          }
        };
    return image.edgePadded(geometry.paddedHeight(), geometry.paddedWidth());
  }

  private PackedImage image(String name, boolean bytes, ChannelMap rgb) {
    return new PackedImage(graph, name, options.height(), options.width(), bytes, rgb);
  }

  /** 16-bit or float samples as 0..1 between the levels of the run. */
  private String levelled(String input, PixelLayout layout, long... shape) {
    boolean sixteen = layout.bytesPerSample() == Short.BYTES;
    graph.input(input, sixteen ? DataType.INT16 : DataType.FLOAT, shape);
    String value = sixteen ? unsigned(input) : input;
    GraphBuilder exact = graph.exact();
    String black = graph.slice(GraphInputs.LEVELS, 0, 0, 1);
    String gain = graph.slice(GraphInputs.LEVELS, 0, 1, 2);
    String scaled = graph.binary("Mul", graph.binary("Sub", value, black), gain);
    return exact.clip(scaled, 0, 1);
  }

  /** The host can only pass signed 16-bit tensors; the negative ones are the upper half. */
  private String unsigned(String input) {
    String wide = graph.cast(input, DataType.FLOAT);
    GraphBuilder exact = graph.exact();
    String negative = graph.binary("Less", wide, exact.scalar(0));
    String raised = graph.binary("Add", wide, exact.scalar(65_536));
    return graph.node("Where", List.of(negative, raised, wide));
  }
}
