package org.cleanplate.engine.ort;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.cleanplate.network.catalog.MattingModel;
import org.cleanplate.network.graph.GraphForm;
import org.cleanplate.network.graph.GraphOptions;
import org.cleanplate.network.graph.Layer;
import org.cleanplate.network.graph.MattingGraph;
import org.cleanplate.network.graph.PixelLayout;
import org.cleanplate.network.graph.Precision;
import org.cleanplate.network.graph.RefinementMode;
import org.cleanplate.network.graph.TrialGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every node of a static graph has a kernel of CUDA for its types, so that a GPU computes all of
 * it. The table holds what ONNX Runtime's list of kernels (docs/OperatorKernels.md, CUDA provider)
 * says of these operators in opset 18. It also shows that the types of a half-precision graph fit:
 * the runtime refuses one that does not, but only when a session is opened for it.
 */
class CudaKernelsTest {
  private static final Set<DataType> FLOATS =
      EnumSet.of(DataType.FLOAT16, DataType.FLOAT, DataType.DOUBLE);
  private static final Set<DataType> INTEGERS =
      EnumSet.of(
          DataType.INT8,
          DataType.INT16,
          DataType.INT32,
          DataType.INT64,
          DataType.UINT8,
          DataType.UINT16,
          DataType.UINT32,
          DataType.UINT64);
  private static final Set<DataType> ANY = with(INTEGERS, FLOATS, EnumSet.of(DataType.BOOL));
  private static final Set<DataType> COMPARED =
      with(FLOATS, EnumSet.of(DataType.INT32, DataType.INT64, DataType.UINT32, DataType.UINT64));

  private static final Map<String, Set<DataType>> KERNELS =
      Map.ofEntries(
          Map.entry("Add", with(FLOATS, INTEGERS)),
          Map.entry("AveragePool", FLOATS),
          Map.entry("Cast", ANY),
          Map.entry(
              "Clip",
              with(
                  FLOATS,
                  EnumSet.of(DataType.INT8, DataType.INT64, DataType.UINT8, DataType.UINT64))),
          Map.entry("Concat", ANY),
          Map.entry("Conv", FLOATS),
          Map.entry("Div", with(FLOATS, INTEGERS)),
          Map.entry("Expand", ANY),
          Map.entry("Gather", ANY),
          Map.entry("GlobalAveragePool", FLOATS),
          Map.entry("Greater", COMPARED),
          Map.entry("Identity", ANY),
          Map.entry("Less", COMPARED),
          Map.entry("MatMul", FLOATS),
          Map.entry("MaxPool", with(FLOATS, EnumSet.of(DataType.INT8, DataType.UINT8))),
          Map.entry("Mul", with(FLOATS, INTEGERS)),
          Map.entry("Pad", with(FLOATS, EnumSet.of(DataType.BOOL))),
          Map.entry("Relu", FLOATS),
          Map.entry("Reshape", ANY),
          Map.entry("Resize", with(FLOATS, EnumSet.of(DataType.INT32, DataType.UINT8))),
          Map.entry("ScatterElements", ANY),
          Map.entry("ScatterND", ANY),
          Map.entry("Slice", ANY),
          Map.entry("Sub", with(FLOATS, INTEGERS)),
          Map.entry("TopK", with(FLOATS, EnumSet.of(DataType.INT32, DataType.INT64))),
          Map.entry("Transpose", ANY),
          Map.entry(
              "Where", with(FLOATS, EnumSet.of(DataType.INT32, DataType.INT64, DataType.UINT8))));

  /** Which inputs are of the operator's main type; of the others, all are. */
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

  @SafeVarargs
  private static Set<DataType> with(Set<DataType>... sets) {
    Set<DataType> all = EnumSet.noneOf(DataType.class);
    for (Set<DataType> set : sets) {
      all.addAll(set);
    }
    return all;
  }

  static Stream<GraphOptions> staticGraphs() {
    List<GraphOptions> graphs = new ArrayList<>();
    for (Precision precision : Precision.values()) {
      for (RefinementMode mode : RefinementMode.values()) {
        graphs.add(options(precision, mode, PixelLayout.BGRA_8, 0.25, 20));
      }
      for (PixelLayout layout : PixelLayout.values()) {
        graphs.add(options(precision, RefinementMode.SAMPLING, layout, 0.4, 20));
        graphs.add(options(precision, RefinementMode.SAMPLING, layout, 0.25, 2_000));
      }
    }
    return graphs.stream();
  }

  private static GraphOptions options(
      Precision precision, RefinementMode mode, PixelLayout layout, double scale, int blocks) {
    return new GraphOptions(
        126,
        94,
        layout,
        scale,
        mode,
        EnumSet.allOf(Layer.class),
        new GraphForm.Static(precision, blocks));
  }

  @ParameterizedTest
  @MethodSource("staticGraphs")
  void everyNodeOfAStaticGraphHasAKernelForItsTypes(GraphOptions options)
      throws InvalidProtocolBufferException {
    for (int kernel : new int[] {1, 3}) {
      MattingModel.Network model = RandomModel.of(kernel);
      byte[] graph = MattingGraph.build(model.architecture(), model.weights(), options);
      DataType network = options.precision() == Precision.FP16 ? DataType.FLOAT16 : DataType.FLOAT;
      assertEquals(Set.of(network), typesOfConvolutions(ModelProto.parseFrom(graph)));
    }
  }

  @Test
  void theTrialGraphToo() throws InvalidProtocolBufferException {
    assertEquals(
        Set.of(DataType.FLOAT), typesOfConvolutions(ModelProto.parseFrom(TrialGraph.build())));
  }

  /** Follows the types through the graph, node by node. */
  private static Set<DataType> typesOfConvolutions(ModelProto model) {
    assertEquals(18, model.getOpsetImport(0).getVersion());
    Map<String, DataType> types = new HashMap<>();
    model
        .getGraph()
        .getInputList()
        .forEach(
            input ->
                types.put(
                    input.getName(),
                    DataType.forNumber(input.getType().getTensorType().getElemType())));
    model
        .getGraph()
        .getInitializerList()
        .forEach(
            constant -> types.put(constant.getName(), DataType.forNumber(constant.getDataType())));
    Set<DataType> convolutions = EnumSet.noneOf(DataType.class);
    for (NodeProto node : model.getGraph().getNodeList()) {
      // What the runtime puts on the CPU within a branch it does not even tell.
      assertTrue(
          node.getAttributeList().stream().noneMatch(AttributeProto::hasG),
          () -> node.getName() + " has branches");
      DataType type = mainType(node, types);
      assertTrue(
          KERNELS.getOrDefault(node.getOpType(), Set.of()).contains(type),
          () -> node.getName() + " of " + type + " has no kernel");
      if (node.getOpType().equals("Conv")) {
        convolutions.add(type);
      }
      List<DataType> outputs = outputTypes(node, type);
      for (int i = 0; i < outputs.size(); i++) {
        types.put(node.getOutput(i), outputs.get(i));
      }
    }
    model
        .getGraph()
        .getOutputList()
        .forEach(
            output ->
                assertEquals(
                    DataType.forNumber(output.getType().getTensorType().getElemType()),
                    types.get(output.getName()),
                    output.getName()));
    return convolutions;
  }

  private static DataType mainType(NodeProto node, Map<String, DataType> types) {
    Set<DataType> found = EnumSet.noneOf(DataType.class);
    for (int i = 0; i < node.getInputCount(); i++) {
      boolean main =
          !MAIN_INPUTS.containsKey(node.getOpType())
              || MAIN_INPUTS.get(node.getOpType()).contains(i);
      if (main && !node.getInput(i).isEmpty()) {
        found.add(types.get(node.getInput(i)));
      }
    }
    assertEquals(1, found.size(), () -> node.getName() + " mixes " + found);
    return found.iterator().next();
  }

  private static List<DataType> outputTypes(NodeProto node, DataType main) {
    return switch (node.getOpType()) {
      case "Cast" -> List.of(DataType.forNumber((int) node.getAttribute(0).getI()));
      case "Greater", "Less" -> List.of(DataType.BOOL);
      case "TopK" -> List.of(main, DataType.INT64);
      default -> List.of(main);
    };
  }
}
