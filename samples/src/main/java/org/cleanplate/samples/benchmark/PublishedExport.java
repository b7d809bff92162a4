package org.cleanplate.samples.benchmark;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.cleanplate.network.catalog.MattingModel;

/**
 * The published ONNX export, and what it would be with another scale, another number of pixels or
 * another backbone. The export's own nodes are kept wherever they do not depend on these: scale and
 * count are constants in it, and a base network in the exporter's style takes the place of its own.
 */
final class PublishedExport {
  /** What the file was exported with. */
  static final double SCALE = 0.25;

  static final int PIXELS = 80_000;

  private static final int PIXELS_PER_BLOCK = 16;

  /** Source and plate at coarse size, joined. */
  private static final String BASE_INPUT = "/Concat_4_output_0";

  /** What the decoder's last convolution gives. */
  private static final String BASE_OUTPUT = "/decoder/conv4/Conv_output_0";

  private final ModelProto model;

  private PublishedExport(ModelProto model) {
    this.model = model;
  }

  static Path file(Path golden) {
    return golden.resolve("onnx/mbv2_refine_s025_p80k_roi_scelem.onnx");
  }

  static PublishedExport read(Path golden) throws IOException {
    return new PublishedExport(ModelProto.parseFrom(Files.readAllBytes(file(golden))));
  }

  /** The same with another coarse scale and another number of refined pixels. */
  PublishedExport with(double scale, int pixels) {
    GraphProto.Builder graph = model.getGraph().toBuilder();
    Set<String> counts =
        graph.getNodeList().stream()
            .filter(node -> node.getOpType().equals("TopK"))
            .map(node -> node.getInput(1))
            .collect(Collectors.toSet());
    for (NodeProto.Builder node : graph.getNodeBuilderList()) {
      if (counts.contains(node.getOutput(0))) {
        constantOf(node).setRawData(bytes(pixels / PIXELS_PER_BLOCK));
      } else if (node.getOpType().equals("Constant") && isScale(constantOf(node))) {
        constantOf(node).setRawData(bytes((float) scale));
      }
    }
    return with(graph);
  }

  private static TensorProto.Builder constantOf(NodeProto.Builder node) {
    return node.getAttributeBuilder(0).getTBuilder();
  }

  private static boolean isScale(TensorProto.Builder constant) {
    return constant.getDataType() == TensorProto.DataType.FLOAT.getNumber()
        && constant.getRawData().equals(bytes((float) SCALE));
  }

  private static ByteString bytes(long value) {
    return littleEndian(buffer -> buffer.putLong(value), Long.BYTES);
  }

  private static ByteString bytes(float value) {
    return littleEndian(buffer -> buffer.putFloat(value), Float.BYTES);
  }

  private static ByteString littleEndian(UnaryOperator<ByteBuffer> fill, int size) {
    return ByteString.copyFrom(
        fill.apply(ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN)).flip());
  }

  /** The same with another base network; the refiner and its weights stay. */
  PublishedExport withBaseOf(MattingModel.Network network) {
    PublishedStyleBase base = PublishedStyleBase.write(network, BASE_INPUT);
    GraphProto.Builder graph = model.getGraph().toBuilder().clearNode().clearInitializer();
    List<NodeProto> before = new ArrayList<>();
    List<NodeProto> after = new ArrayList<>();
    List<NodeProto> all = model.getGraph().getNodeList();
    boolean baseMet = false;
    for (NodeProto node : all) {
      if (isOfBase(node)) {
        baseMet = true;
      } else {
        (baseMet ? after : before).add(rewired(node, base.prediction()));
      }
    }
    graph.addAllNode(before).addAllNode(base.nodes()).addAllNode(after);
    Set<String> used =
        after.stream().flatMap(node -> node.getInputList().stream()).collect(Collectors.toSet());
    model.getGraph().getInitializerList().stream()
        .filter(tensor -> used.contains(tensor.getName()))
        .forEach(graph::addInitializer);
    graph.addAllInitializer(base.initializers());
    return with(graph);
  }

  private static boolean isOfBase(NodeProto node) {
    return node.getName().matches("/(backbone|aspp|decoder)/.*");
  }

  private static NodeProto rewired(NodeProto node, String prediction) {
    NodeProto.Builder copy = node.toBuilder();
    for (int i = 0; i < node.getInputCount(); i++) {
      if (node.getInput(i).equals(BASE_OUTPUT)) {
        copy.setInput(i, prediction);
      }
    }
    return copy.build();
  }

  private PublishedExport with(GraphProto.Builder graph) {
    return new PublishedExport(model.toBuilder().setGraph(graph).build());
  }

  /** Writes it as a file. */
  void write(Path target) throws IOException {
    Files.write(target, model.toByteArray());
  }
}
