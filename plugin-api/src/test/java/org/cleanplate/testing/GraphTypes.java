package org.cleanplate.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The element types of the values of a graph without branches, followed from node to node. */
public final class GraphTypes {
  /** Which inputs are of the operator's main type; of the operators left out, all are. */
  private static final Map<String, List<Integer>> MAIN_INPUTS =
      Map.of(
          "Expand", List.of(0),
          "Gather", List.of(0),
          "Pad", List.of(0),
          "Reshape", List.of(0),
          "Resize", List.of(0),
          "ScatterElements", List.of(0, 2),
          "ScatterND", List.of(0, 2),
          "Slice", List.of(0),
          "TopK", List.of(0),
          "Where", List.of(1, 2));

  private final Map<String, DataType> types = new HashMap<>();

  private GraphTypes() {}

  /** Fails if a node mixes types, or an output is not of the type that it is declared with. */
  public static GraphTypes of(GraphProto graph) {
    GraphTypes all = new GraphTypes();
    graph
        .getInputList()
        .forEach(
            input ->
                all.types.put(
                    input.getName(),
                    DataType.forNumber(input.getType().getTensorType().getElemType())));
    graph
        .getInitializerList()
        .forEach(
            constant ->
                all.types.put(constant.getName(), DataType.forNumber(constant.getDataType())));
    graph.getNodeList().forEach(all::follow);
    graph
        .getOutputList()
        .forEach(
            output ->
                assertEquals(
                    DataType.forNumber(output.getType().getTensorType().getElemType()),
                    all.of(output.getName()),
                    output.getName()));
    return all;
  }

  private void follow(NodeProto node) {
    DataType main = mainType(node);
    List<DataType> outputs =
        switch (node.getOpType()) {
          case "Cast" -> List.of(DataType.forNumber((int) node.getAttribute(0).getI()));
          case "Greater", "Less" -> List.of(DataType.BOOL);
          case "TopK" -> List.of(main, DataType.INT64);
          default -> List.of(main);
        };
    for (int i = 0; i < outputs.size(); i++) {
      types.put(node.getOutput(i), outputs.get(i));
    }
  }

  /** The type of a value. */
  public DataType of(String value) {
    return types.get(value);
  }

  /** The type that decides which kernel computes a node. */
  public DataType mainType(NodeProto node) {
    List<Integer> main = MAIN_INPUTS.get(node.getOpType());
    Set<DataType> found = EnumSet.noneOf(DataType.class);
    for (int i = 0; i < node.getInputCount(); i++) {
      if ((main == null || main.contains(i)) && !node.getInput(i).isEmpty()) {
        found.add(types.get(node.getInput(i)));
      }
    }
    assertEquals(1, found.size(), () -> node.getName() + " mixes " + found);
    return found.iterator().next();
  }
}
