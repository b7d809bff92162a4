package org.cleanplate.golden;

import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.Map;
import java.util.Set;
import org.cleanplate.frame.Frame;
import org.cleanplate.network.catalog.MattingModel;
import org.cleanplate.network.catalog.ModelCatalog;
import org.cleanplate.network.graph.GraphForm;
import org.cleanplate.network.graph.GraphInputs;
import org.cleanplate.network.graph.GraphOptions;
import org.cleanplate.network.graph.Layer;
import org.cleanplate.network.graph.MattingGraph;
import org.cleanplate.network.graph.PixelLayout;
import org.cleanplate.network.graph.Precision;
import org.cleanplate.network.graph.RefinementMode;
import org.cleanplate.network.weights.Float16;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No value on the way through the network comes near the largest that 16 bits can hold. */
class ActivationRangeTest {
  /** What would still leave room for another picture. */
  private static final double LIMIT = Float16.MAX_VALUE / 16;

  private static final Set<String> COMPUTING = Set.of("Conv", "Add", "MatMul", "Resize");

  private final GoldenFolder folder = GoldenFolder.fromSystemProperties();

  @ParameterizedTest
  @ValueSource(strings = {"mobilenetv2", "mobilenetv2_proc", "resnet50"})
  void ofTheReferencesNetworks(String weights) throws IOException, OrtException {
    assertInRange(new GoldenWeights(folder).model(weights, 3));
  }

  @Test
  void ofTheBundledModel() throws IOException, OrtException {
    ModelCatalog catalog = ModelCatalog.standard();
    assertInRange((MattingModel.Network) catalog.open(catalog.defaultModel()));
  }

  private void assertInRange(MattingModel.Network network) throws IOException, OrtException {
    GoldenInput input = GoldenInput.read(folder, "p256x256");
    GraphOptions options =
        new GraphOptions(
            input.width(),
            input.height(),
            PixelLayout.BGRA_8,
            0.25,
            RefinementMode.FULL,
            Set.of(Layer.CUTOUT_8),
            new GraphForm.Static(Precision.FP32, 0));
    byte[] graph = withAllOutputs(network, options);
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OrtSession session = environment.createSession(graph);
        OnnxTensor source = tensor(environment, input.sourceAs(PixelLayout.BGRA_8));
        OnnxTensor plate = tensor(environment, input.plateAs(PixelLayout.BGRA_8));
        OrtSession.Result result =
            session.run(Map.of(GraphInputs.SOURCE, source, GraphInputs.CLEAN_PLATE, plate))) {
      int seen = 0;
      for (Map.Entry<String, OnnxValue> value : result) {
        if (!value.getKey().equals(Layer.CUTOUT_8.name())) {
          double largest = largest(((OnnxTensor) value.getValue()).getFloatBuffer());
          assertTrue(largest < LIMIT, value.getKey() + " reaches " + largest);
          seen++;
        }
      }
      assertTrue(seen > 50, "Only " + seen + " values were seen");
    }
  }

  private static byte[] withAllOutputs(MattingModel.Network network, GraphOptions options)
      throws IOException {
    ModelProto.Builder model =
        ModelProto.parseFrom(MattingGraph.build(network.architecture(), network.weights(), options))
            .toBuilder();
    GraphProto.Builder graph = model.getGraphBuilder();
    for (NodeProto node : model.getGraph().getNodeList()) {
      if (COMPUTING.contains(node.getOpType())) {
        graph
            .addOutputBuilder()
            .setName(node.getOutput(0))
            .getTypeBuilder()
            .getTensorTypeBuilder()
            .setElemType(DataType.FLOAT.getNumber());
      }
    }
    return model.build().toByteArray();
  }

  private static OnnxTensor tensor(OrtEnvironment environment, Frame frame) throws OrtException {
    long[] shape = {frame.format().height(), frame.format().width(), 4};
    return OnnxTensor.createTensor(environment, frame.pixels(), shape, OnnxJavaType.UINT8);
  }

  /** Infinite if a value is not a number. */
  private static double largest(FloatBuffer values) {
    double largest = 0;
    while (values.hasRemaining()) {
      double value = Math.abs(values.get());
      largest = Math.max(largest, Double.isNaN(value) ? Double.POSITIVE_INFINITY : value);
    }
    return largest;
  }
}
