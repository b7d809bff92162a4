package org.cleanplate.samples.benchmark;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import org.cleanplate.network.graph.GraphInputs;
import org.cleanplate.network.graph.Layer;
import org.cleanplate.network.weights.Float16;

/** Graphs that do one thing only, to tell what a device can do at best. */
final class DeviceGraphs {
  static final String INPUT = "x";
  static final String OUTPUT = "y";

  private static final int IR_VERSION = 8;
  private static final int OPSET = 18;

  private DeviceGraphs() {}

  /**
   * Brings a frame and its plate to the device and a picture of the same size back, which is what a
   * matte's graph does besides computing: byte {@code [height, width, 4]} each.
   */
  static byte[] movingPixels(int width, int height) {
    GraphProto.Builder graph = GraphProto.newBuilder().setName("moving");
    ValueInfoProto picture = value(GraphInputs.SOURCE, DataType.UINT8, height, width, 4);
    graph.addInput(picture);
    graph.addInput(picture.toBuilder().setName(GraphInputs.CLEAN_PLATE));
    graph.addInitializer(
        TensorProto.newBuilder()
            .setName("flag")
            .setDataType(DataType.BOOL.getNumber())
            .addDims(1)
            .setRawData(ByteString.copyFrom(new byte[] {1})));
    graph.addNode(
        NodeProto.newBuilder()
            .setOpType("Where")
            .addInput("flag")
            .addInput(GraphInputs.SOURCE)
            .addInput(GraphInputs.CLEAN_PLATE)
            .addOutput(Layer.CUTOUT_8.name()));
    graph.addOutput(picture.toBuilder().setName(Layer.CUTOUT_8.name()));
    return model(graph);
  }

  /**
   * One matrix product behind the other: a single number comes in and goes out, so that little but
   * arithmetic counts.
   *
   * @param side of the square matrices
   * @param times how many products
   */
  static byte[] products(DataType type, int side, int times) {
    GraphProto.Builder graph = repeated(type, side, times, "MatMul");
    graph.addInitializer(noise(type, side));
    return model(graph);
  }

  /** As {@link #products} with sums, each of which reads a matrix and writes one. */
  static byte[] sums(DataType type, int side, int times) {
    GraphProto.Builder graph = repeated(type, side, times, "Add");
    graph.addInitializer(factor(type, ByteString.copyFrom(new byte[bytesOf(type)]), 1));
    return model(graph);
  }

  private static GraphProto.Builder repeated(DataType type, int side, int times, String operator) {
    GraphProto.Builder graph = GraphProto.newBuilder().setName("peak");
    graph.addInput(value(INPUT, DataType.FLOAT, 1, 1));
    graph.addInitializer(longs("shape", side, side));
    graph.addInitializer(longs("start", 0, 0));
    graph.addInitializer(longs("end", 1, 1));
    graph.addNode(node("Cast", "one", INPUT).addAttribute(to(type)));
    graph.addNode(node("Expand", "value0", "one", "shape"));
    for (int i = 0; i < times; i++) {
      graph.addNode(node(operator, "value" + (i + 1), "value" + i, "other"));
    }
    graph.addNode(node("Slice", "corner", "value" + times, "start", "end"));
    graph.addNode(node("Cast", OUTPUT, "corner").addAttribute(to(DataType.FLOAT)));
    graph.addOutput(value(OUTPUT, DataType.FLOAT, 1, 1));
    return graph;
  }

  private static NodeProto.Builder node(String operator, String output, String... inputs) {
    NodeProto.Builder node = NodeProto.newBuilder().setOpType(operator).addOutput(output);
    for (String input : inputs) {
      node.addInput(input);
    }
    return node;
  }

  private static AttributeProto to(DataType type) {
    return AttributeProto.newBuilder()
        .setName("to")
        .setType(AttributeProto.AttributeType.INT)
        .setI(type.getNumber())
        .build();
  }

  /** Numbers that keep a product as large as its factor; zeros would be cheaper for a GPU. */
  private static TensorProto noise(DataType type, int side) {
    Random random = new Random(1);
    float size = (float) (1 / Math.sqrt(side));
    ByteBuffer bytes =
        ByteBuffer.allocate(side * side * bytesOf(type)).order(ByteOrder.LITTLE_ENDIAN);
    while (bytes.hasRemaining()) {
      float value = random.nextBoolean() ? size : -size;
      if (type == DataType.FLOAT16) {
        bytes.putShort(Float16.fromFloat(value));
      } else {
        bytes.putFloat(value);
      }
    }
    return factor(type, ByteString.copyFrom(bytes.rewind()), side);
  }

  private static TensorProto factor(DataType type, ByteString values, int side) {
    return TensorProto.newBuilder()
        .setName("other")
        .setDataType(type.getNumber())
        .addDims(side)
        .addDims(side)
        .setRawData(values)
        .build();
  }

  private static int bytesOf(DataType type) {
    return type == DataType.FLOAT16 ? Short.BYTES : Float.BYTES;
  }

  private static TensorProto longs(String name, long... values) {
    TensorProto.Builder tensor =
        TensorProto.newBuilder()
            .setName(name)
            .setDataType(DataType.INT64.getNumber())
            .addDims(values.length);
    for (long value : values) {
      tensor.addInt64Data(value);
    }
    return tensor.build();
  }

  private static ValueInfoProto value(String name, DataType type, long... shape) {
    TensorShapeProto.Builder axes = TensorShapeProto.newBuilder();
    for (long axis : shape) {
      axes.addDimBuilder().setDimValue(axis);
    }
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(
            TypeProto.newBuilder()
                .setTensorType(
                    TypeProto.Tensor.newBuilder().setElemType(type.getNumber()).setShape(axes)))
        .build();
  }

  private static byte[] model(GraphProto.Builder graph) {
    return ModelProto.newBuilder()
        .setIrVersion(IR_VERSION)
        .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPSET))
        .setGraph(graph)
        .build()
        .toByteArray();
  }
}
