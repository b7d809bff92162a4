package org.cleanplate.golden;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Set;
import org.cleanplate.network.weights.Float16;
import org.cleanplate.testing.GraphTypes;

/**
 * A half-precision graph rewritten so that a CPU computes it as a GPU does: sums in 32 bits, every
 * result stored in 16. Given the graph itself, the runtime's CPU side leaves the rounding between
 * its 32-bit operators out.
 *
 * <p>Rounded is by splitting (Veltkamp 1968; Dekker 1971): times 2^13 + 1, less what that differs
 * by, a float keeps the 11 leading bits that a half has.
 */
final class RoundedHalves {
  private static final float SPLITTER = (1 << 13) + 1;
  private static final String SPLITTER_NAME = "splitter";

  /** Operators that pass on what they are given, or nothing that lies between. */
  private static final Set<String> EXACT =
      Set.of(
          "Reshape",
          "Transpose",
          "Gather",
          "Slice",
          "Concat",
          "Expand",
          "Identity",
          "Relu",
          "MaxPool",
          "Pad",
          "Where",
          "ScatterND");

  private final GraphTypes types;
  private final GraphProto.Builder rounded;

  private RoundedHalves(GraphProto graph) {
    types = GraphTypes.of(graph);
    rounded = graph.toBuilder().clearNode().clearInitializer();
    graph.getInitializerList().forEach(constant -> rounded.addInitializer(widened(constant)));
    rounded.addInitializer(floats(SPLITTER_NAME, SPLITTER).addDims(1));
    graph.getNodeList().forEach(this::add);
  }

  static byte[] of(byte[] model) throws InvalidProtocolBufferException {
    ModelProto halves = ModelProto.parseFrom(model);
    return halves.toBuilder()
        .setGraph(new RoundedHalves(halves.getGraph()).rounded)
        .build()
        .toByteArray();
  }

  private static TensorProto widened(TensorProto constant) {
    if (constant.getDataType() != DataType.FLOAT16.getNumber()) {
      return constant;
    }
    ByteBuffer halves = constant.getRawData().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
    float[] values = new float[halves.remaining() / Short.BYTES];
    for (int i = 0; i < values.length; i++) {
      values[i] = Float16.toFloat(halves.getShort());
    }
    return floats(constant.getName(), values).addAllDims(constant.getDimsList()).build();
  }

  private static TensorProto.Builder floats(String name, float... values) {
    ByteBuffer bytes =
        ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    return TensorProto.newBuilder()
        .setName(name)
        .setDataType(DataType.FLOAT.getNumber())
        .setRawData(ByteString.copyFrom(bytes));
  }

  private void add(NodeProto node) {
    String output = node.getOutput(0);
    boolean half = types.of(output) == DataType.FLOAT16;
    if (!half || EXACT.contains(node.getOpType())) {
      rounded.addNode(node);
      return;
    }
    String wide = output + "_wide";
    NodeProto.Builder computing = node.toBuilder().setOutput(0, wide);
    if (node.getOpType().equals("Cast")) {
      AttributeProto.Builder to = computing.getAttributeBuilder(0);
      to.setI(DataType.FLOAT.getNumber());
    }
    rounded.addNode(computing);
    add("Mul", output + "_times", wide, SPLITTER_NAME);
    add("Sub", output + "_rest", output + "_times", wide);
    add("Sub", output, output + "_times", output + "_rest");
  }

  private void add(String operator, String output, String first, String second) {
    rounded.addNode(
        NodeProto.newBuilder()
            .setOpType(operator)
            .addInput(first)
            .addInput(second)
            .addOutput(output));
  }
}
