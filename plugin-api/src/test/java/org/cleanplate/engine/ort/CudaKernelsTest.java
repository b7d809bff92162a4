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
import org.cleanplate.testing.GraphTypes;
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

  private static Set<DataType> typesOfConvolutions(ModelProto model) {
    assertEquals(18, model.getOpsetImport(0).getVersion());
    GraphTypes types = GraphTypes.of(model.getGraph());
    Set<DataType> convolutions = EnumSet.noneOf(DataType.class);
    for (NodeProto node : model.getGraph().getNodeList()) {
      // What the runtime puts on the CPU within a branch it does not even tell.
      assertTrue(
          node.getAttributeList().stream().noneMatch(AttributeProto::hasG),
          () -> node.getName() + " has branches");
      DataType type = types.mainType(node);
      assertTrue(
          KERNELS.getOrDefault(node.getOpType(), Set.of()).contains(type),
          () -> node.getName() + " of " + type + " has no kernel");
      if (node.getOpType().equals("Conv")) {
        convolutions.add(type);
      }
    }
    return convolutions;
  }
}
