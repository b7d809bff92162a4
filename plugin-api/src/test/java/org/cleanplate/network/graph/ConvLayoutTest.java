package org.cleanplate.network.graph;

import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OrtException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.cleanplate.network.Architecture;
import org.cleanplate.network.Backbone;
import org.cleanplate.network.CoarseMatte;
import org.cleanplate.network.MattingBase;
import org.cleanplate.network.ParameterShapes;
import org.cleanplate.network.weights.FloatTensor;
import org.cleanplate.network.weights.Weights;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The base network, large enough for every way to convolve, against itself written plainly. */
class ConvLayoutTest {

  /** Of hidden channels that are up to some ten. */
  private static final double TOLERANCE = 1e-4;

  @ParameterizedTest(name = "{0} {2}x{1}")
  @CsvSource({"RESNET50, 144, 240", "MOBILENETV2, 135, 240"})
  void theNetworkIsTheSameHoweverItIsConvolved(Backbone backbone, int height, int width)
      throws OrtException {
    Architecture architecture = Architecture.published(backbone, 3);
    Weights weights = new Weights(drawn(architecture));
    GraphRun run = new GraphRun(Architecture.INPUT_CHANNELS, height, width);
    FeatureMap plain =
        joined(run, architecture, new OnnxOps(run.graph(), weights, ConvLayout.PLAIN));
    FeatureMap fast = joined(run, architecture, new OnnxOps(run.graph(), weights, ConvLayout.CPU));
    assertTrue(fast.channels().equalLayout(plain.channels()), "channels lie alike");
    run.assertAlike(plain.name(run.graph()), fast.name(run.graph()), plain, TOLERANCE);
  }

  private static FeatureMap joined(GraphRun run, Architecture architecture, OnnxOps ops) {
    CoarseMatte<FeatureMap> matte = new MattingBase(architecture).forward(ops, run.input());
    return ops.concat(
        List.of(
            matte.alpha(),
            ops.written(matte.foregroundResidual()),
            matte.error(),
            ops.written(matte.hidden())));
  }

  /** Features stay of one size from layer to layer. */
  private static Map<String, FloatTensor> drawn(Architecture architecture) {
    Random random = new Random(3);
    Map<String, FloatTensor> tensors = new LinkedHashMap<>();
    ParameterShapes.of(architecture)
        .forEach((name, shape) -> tensors.put(name, drawn(random, name, shape)));
    return tensors;
  }

  private static FloatTensor drawn(Random random, String name, int[] shape) {
    float[] values = new float[(int) FloatTensor.elementCount(shape)];
    boolean filter = shape.length == 4;
    double spread = filter ? Math.sqrt(6.0 / (shape[1] * shape[2] * shape[3])) : 0.1;
    double mean = name.endsWith(".running_var") || !filter && name.endsWith(".weight") ? 1 : 0;
    // The sum over the blocks of a residual network stays small.
    double gain = name.endsWith(".bn3.weight") ? 0.25 : 1;
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (gain * (mean + spread * (2 * random.nextDouble() - 1)));
    }
    return new FloatTensor(shape, values);
  }
}
