package org.cleanplate.network.graph;

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
import java.util.List;
import java.util.function.Consumer;
import org.cleanplate.network.weights.Float16;

/**
 * Collects the nodes, constants, inputs and outputs of one ONNX graph. Values are named by the
 * builder; a branch of a conditional sees the values of the graph around it. Float constants are of
 * the graph's precision; {@link #exact()} writes into the same graph in 32-bit floats.
 */
final class GraphBuilder {
  private static final int OPSET = 18;
  private static final int IR_VERSION = 8;

  private final GraphProto.Builder graph;
  private final NodeNames names;
  private final Precision precision;

  /** A graph in 32-bit floats. */
  GraphBuilder(String name) {
    this(name, Precision.FP32);
  }

  GraphBuilder(String name, Precision precision) {
    this(GraphProto.newBuilder().setName(name), new NodeNames(), precision);
  }

  private GraphBuilder(GraphProto.Builder graph, NodeNames names, Precision precision) {
    this.graph = graph;
    this.names = names;
    this.precision = precision;
  }

  /** A graph inside this one. */
  GraphBuilder branch(String name) {
    return new GraphBuilder(GraphProto.newBuilder().setName(name), names, precision);
  }

  /** The same graph for what is to be computed in 32-bit floats, whatever its precision. */
  GraphBuilder exact() {
    return precision == Precision.FP32 ? this : new GraphBuilder(graph, names, Precision.FP32);
  }

  /** A float value of this graph's precision as one of {@link #exact()}. */
  String toExact(String x) {
    return precision == Precision.FP32 ? x : cast(x, DataType.FLOAT);
  }

  /** A value of {@link #exact()} as one of this graph's precision. */
  String fromExact(String x) {
    return precision == Precision.FP32 ? x : toFloats(x);
  }

  Precision precision() {
    return precision;
  }

  /** Numbers of any type as floats of this graph's precision. */
  String toFloats(String x) {
    return cast(x, precision.type());
  }

  /** Puts the nodes to come, here and in branches, under a heading that a profile is read by. */
  void enter(GraphStage stage) {
    names.enter(stage);
  }

  /** The graph as a serialized model. */
  byte[] toModel() {
    return ModelProto.newBuilder()
        .setIrVersion(IR_VERSION)
        .setProducerName("cleanplate")
        .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(OPSET))
        .setGraph(graph)
        .build()
        .toByteArray();
  }

  /** Adds a node of one output and returns the output's name. */
  String node(String operator, List<String> inputs, AttributeProto... attributes) {
    return nodes(operator, 1, inputs, attributes).get(0);
  }

  /** Adds a node of several outputs and returns their names. */
  List<String> nodes(
      String operator, int outputs, List<String> inputs, AttributeProto... attributes) {
    String name = names.next(operator);
    NodeProto.Builder node =
        graph.addNodeBuilder().setName(name).setOpType(operator).addAllInput(inputs);
    for (int i = 0; i < outputs; i++) {
      node.addOutput(name + "_" + i);
    }
    node.addAllAttribute(List.of(attributes));
    return List.copyOf(node.getOutputList());
  }

  /**
   * Evaluates one of two branches, which give equally many values.
   *
   * @param condition name of a bool {@code []}
   * @param values how many
   */
  List<String> conditional(String condition, int values, BranchBody then, BranchBody otherwise) {
    return nodes(
        "If",
        values,
        List.of(condition),
        graphAttribute("then_branch", then),
        graphAttribute("else_branch", otherwise));
  }

  /** Writes one branch of a conditional and returns the names of its values. */
  @FunctionalInterface
  interface BranchBody {
    List<String> write(GraphBuilder branch);
  }

  private AttributeProto graphAttribute(String name, BranchBody body) {
    GraphBuilder branch = branch(name);
    for (String value : body.write(branch)) {
      branch.graph.addOutputBuilder().setName(branch.node("Identity", List.of(value)));
    }
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.GRAPH)
        .setG(branch.graph)
        .build();
  }

  void input(String name, DataType type, long... shape) {
    graph.addInput(valueInfo(name, type, shape));
  }

  /** Declares {@code value} as the graph's output under another name. */
  void output(String name, String value, DataType type, long... shape) {
    graph
        .addNodeBuilder()
        .setName(name + "_output")
        .setOpType("Identity")
        .addInput(value)
        .addOutput(name);
    graph.addOutput(valueInfo(name, type, shape));
  }

  /**
   * Says that the first axis of a float value is as long as that of every other value declared
   * under the same word. The runtime cannot see that by itself, and fuses only what it knows to be
   * alike.
   */
  void declareBatch(String value, String batch, long... others) {
    ValueInfoProto info = valueInfo(value, precision.type(), others);
    TensorShapeProto.Builder shape =
        TensorShapeProto.newBuilder()
            .addDim(TensorShapeProto.Dimension.newBuilder().setDimParam(batch))
            .addAllDim(info.getType().getTensorType().getShape().getDimList());
    ValueInfoProto.Builder declared = info.toBuilder();
    declared.getTypeBuilder().getTensorTypeBuilder().setShape(shape);
    graph.addValueInfo(declared);
  }

  private static ValueInfoProto valueInfo(String name, DataType type, long... shape) {
    TensorShapeProto.Builder dimensions = TensorShapeProto.newBuilder();
    for (long axis : shape) {
      dimensions.addDimBuilder().setDimValue(axis);
    }
    TypeProto.Tensor tensor =
        TypeProto.Tensor.newBuilder().setElemType(type.getNumber()).setShape(dimensions).build();
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(TypeProto.newBuilder().setTensorType(tensor))
        .build();
  }

  String floats(float[] values, long... shape) {
    return switch (precision) {
      case FP32 ->
          constant(
              DataType.FLOAT,
              values.length * Float.BYTES,
              buffer -> buffer.asFloatBuffer().put(values),
              shape);
      case FP16 ->
          constant(
              DataType.FLOAT16,
              values.length * Short.BYTES,
              buffer -> putHalves(buffer, values),
              shape);
    };
  }

  private static void putHalves(ByteBuffer buffer, float[] values) {
    for (float value : values) {
      buffer.putShort(Float16.fromFloat(value));
    }
  }

  String scalar(float value) {
    return floats(new float[] {value});
  }

  /** Int64 constants, {@code [values.length]}: shapes, axes, indices. */
  String longs(long... values) {
    return constant(
        DataType.INT64,
        values.length * Long.BYTES,
        buffer -> buffer.asLongBuffer().put(values),
        values.length);
  }

  String ints(int[] values, long... shape) {
    return constant(
        DataType.INT32,
        values.length * Integer.BYTES,
        buffer -> buffer.asIntBuffer().put(values),
        shape);
  }

  String bytes(byte[] values, long... shape) {
    return constant(DataType.UINT8, values.length, buffer -> buffer.put(values), shape);
  }

  String flags(boolean[] values, long... shape) {
    return constant(
        DataType.BOOL,
        values.length,
        buffer -> {
          for (boolean value : values) {
            buffer.put((byte) (value ? 1 : 0));
          }
        },
        shape);
  }

  private String constant(DataType type, int bytes, Consumer<ByteBuffer> fill, long... shape) {
    ByteBuffer buffer = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    fill.accept(buffer);
    String name = names.next("constant");
    TensorProto.Builder tensor =
        graph
            .addInitializerBuilder()
            .setName(name)
            .setDataType(type.getNumber())
            .setRawData(ByteString.copyFrom(buffer.rewind()));
    for (long axis : shape) {
      tensor.addDims(axis);
    }
    return name;
  }

  String reshape(String x, long... shape) {
    return node("Reshape", List.of(x, longs(shape)));
  }

  String transpose(String x, long... order) {
    return node("Transpose", List.of(x), attribute("perm", order));
  }

  String cast(String x, DataType type) {
    return node("Cast", List.of(x), attribute("to", (long) type.getNumber()));
  }

  String gather(String x, String indices, long axis) {
    return node("Gather", List.of(x, indices), attribute("axis", axis));
  }

  String concat(long axis, List<String> xs) {
    return node("Concat", xs, attribute("axis", axis));
  }

  /** Elements {@code start} to {@code end - 1} along one axis. */
  String slice(String x, long axis, long start, long end) {
    return node("Slice", List.of(x, longs(start), longs(end), longs(axis)));
  }

  String clip(String x, float low, float high) {
    return node("Clip", List.of(x, scalar(low), scalar(high)));
  }

  String binary(String operator, String a, String b) {
    return node(operator, List.of(a, b));
  }

  static AttributeProto attribute(String name, long value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.INT)
        .setI(value)
        .build();
  }

  static AttributeProto attribute(String name, long[] values) {
    AttributeProto.Builder attribute =
        AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.INTS);
    for (long value : values) {
      attribute.addInts(value);
    }
    return attribute.build();
  }

  static AttributeProto attribute(String name, String value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.STRING)
        .setS(ByteString.copyFromUtf8(value))
        .build();
  }
}
