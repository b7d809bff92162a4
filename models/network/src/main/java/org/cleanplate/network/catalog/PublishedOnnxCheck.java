package org.cleanplate.network.catalog;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.cleanplate.MattingException;

/** Whether an ONNX file is one of those the authors publish, by its inputs and outputs. */
final class PublishedOnnxCheck {
  private static final long LARGEST_FILE = 512L << 20;
  private static final Set<String> INPUTS = Set.of("src", "bgr");
  private static final Set<String> OUTPUTS = Set.of("pha", "fgr");

  private PublishedOnnxCheck() {}

  /**
   * Passes if the file can be run as a published model.
   *
   * @throws MattingException if it is damaged, has other inputs or outputs, or keeps its weights in
   *     other files
   */
  static void check(Path file) {
    GraphProto graph = parse(file).getGraph();
    Set<String> weights =
        graph.getInitializerList().stream().map(TensorProto::getName).collect(Collectors.toSet());
    Set<String> inputs = names(graph.getInputList());
    inputs.removeAll(weights); // early exporters list weights as inputs too
    Set<String> outputs = names(graph.getOutputList());
    if (!inputs.equals(INPUTS) || !outputs.containsAll(OUTPUTS)) {
      throw new MattingException(
          file.getFileName()
              + " is an ONNX file with inputs "
              + inputs
              + " and outputs "
              + outputs
              + ", expected the inputs "
              + new TreeSet<>(INPUTS)
              + " and the outputs "
              + new TreeSet<>(OUTPUTS)
              + ": a background matting model as its authors export it");
    }
    checkIsWhole(file, graph);
  }

  private static ModelProto parse(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      long size = Files.size(file);
      if (size > LARGEST_FILE) {
        throw new MattingException(
            file.getFileName() + " has " + size + " bytes, expected at most " + LARGEST_FILE);
      }
      return ModelProto.parseFrom(in);
    } catch (InvalidProtocolBufferException e) {
      throw new MattingException(
          file.getFileName()
              + " is a damaged ONNX file, or cut short ("
              + e.getMessage()
              + "): copy or download it again",
          e);
    } catch (IOException e) {
      throw new MattingException("Cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  private static Set<String> names(List<ValueInfoProto> values) {
    return values.stream()
        .map(ValueInfoProto::getName)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Weights elsewhere are named by a path, which a file from anywhere has no business with. */
  private static void checkIsWhole(Path file, GraphProto graph) {
    graph.getInitializerList().forEach(tensor -> checkIsInside(file, tensor));
    for (NodeProto node : graph.getNodeList()) {
      for (AttributeProto attribute : node.getAttributeList()) {
        checkIsInside(file, attribute.getT());
        attribute.getTensorsList().forEach(tensor -> checkIsInside(file, tensor));
        if (attribute.hasG()) {
          checkIsWhole(file, attribute.getG());
        }
        attribute.getGraphsList().forEach(inner -> checkIsWhole(file, inner));
      }
    }
  }

  private static void checkIsInside(Path file, TensorProto tensor) {
    if (tensor.getDataLocation() == TensorProto.DataLocation.EXTERNAL
        || tensor.getExternalDataCount() > 0) {
      throw new MattingException(
          file.getFileName()
              + " keeps the tensor "
              + tensor.getName()
              + " in another file: refused. Save the model as one file");
    }
  }
}
