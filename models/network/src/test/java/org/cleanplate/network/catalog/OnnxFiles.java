package org.cleanplate.network.catalog;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes small ONNX files. */
final class OnnxFiles {
  private OnnxFiles() {}

  static Path write(Path file, List<String> inputs, List<String> outputs) throws IOException {
    return write(file, graph(inputs, outputs));
  }

  static Path write(Path file, GraphProto.Builder graph) throws IOException {
    return Files.write(
        file, ModelProto.newBuilder().setIrVersion(8).setGraph(graph).build().toByteArray());
  }

  static GraphProto.Builder graph(List<String> inputs, List<String> outputs) {
    GraphProto.Builder graph = GraphProto.newBuilder().setName("test");
    inputs.forEach(name -> graph.addInput(ValueInfoProto.newBuilder().setName(name)));
    outputs.forEach(name -> graph.addOutput(ValueInfoProto.newBuilder().setName(name)));
    return graph;
  }

  /** Weights that lie in another file. */
  static TensorProto external(String path) {
    return TensorProto.newBuilder()
        .setName("weight")
        .setDataLocation(TensorProto.DataLocation.EXTERNAL)
        .addExternalData(StringStringEntryProto.newBuilder().setKey("location").setValue(path))
        .build();
  }
}
