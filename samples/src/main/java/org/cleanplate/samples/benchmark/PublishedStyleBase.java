package org.cleanplate.samples.benchmark;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.cleanplate.network.ConvGeometry;
import org.cleanplate.network.MattingBase;
import org.cleanplate.network.Ops;
import org.cleanplate.network.catalog.MattingModel;
import org.cleanplate.network.weights.FloatTensor;

/**
 * Writes the base network down as PyTorch's exporter does: operator by operator, at opset 12, sizes
 * computed at run time, nothing padded or rearranged. The runtime folds batch normalisation into
 * the convolutions by itself.
 */
final class PublishedStyleBase implements Ops<PublishedStyleBase.Value> {
  private final MattingModel.Network model;
  private final List<NodeProto> nodes = new ArrayList<>();
  private final List<TensorProto> initializers = new ArrayList<>();
  private String stage = "backbone";
  private int nodesUpToLastConvolution;
  private String prediction = "";

  private PublishedStyleBase(MattingModel.Network model) {
    this.model = model;
  }

  /**
   * The base network of a model.
   *
   * @param input name of the value with source and plate at coarse size, 6 channels
   */
  static PublishedStyleBase write(MattingModel.Network model, String input) {
    PublishedStyleBase base = new PublishedStyleBase(model);
    new MattingBase(model.architecture()).forward(base, new Value(input, 6));
    return base;
  }

  /** A value of the graph. */
  record Value(String name, int channels) {}

  /** Up to the decoder's last convolution; taking its channels apart is not among them. */
  List<NodeProto> nodes() {
    return nodes.subList(0, nodesUpToLastConvolution);
  }

  /** What the nodes take. */
  List<TensorProto> initializers() {
    Set<String> used =
        nodes().stream().flatMap(node -> node.getInputList().stream()).collect(Collectors.toSet());
    return initializers.stream().filter(tensor -> used.contains(tensor.getName())).toList();
  }

  /** Name of what the decoder's last convolution gives. */
  String prediction() {
    return prediction;
  }

  @Override
  public int channels(Value x) {
    return x.channels();
  }

  @Override
  public Value conv(Value x, String name, ConvGeometry geometry) {
    stage = name.substring(0, name.indexOf('.'));
    List<String> inputs = new ArrayList<>(List.of(x.name(), parameter(name + ".weight")));
    if (geometry.bias()) {
      inputs.add(parameter(name + ".bias"));
    }
    prediction =
        node(
            "Conv",
            inputs,
            ints("kernel_shape", geometry.kernel(), 2),
            ints("strides", geometry.stride(), 2),
            ints("pads", geometry.padding(), 4),
            ints("dilations", geometry.dilation(), 2),
            number("group", geometry.groups()));
    nodesUpToLastConvolution = nodes.size();
    return new Value(prediction, geometry.outputs());
  }

  @Override
  public Value batchNorm(Value x, String name) {
    List<String> inputs = new ArrayList<>(List.of(x.name()));
    for (String part : List.of("weight", "bias", "running_mean", "running_var")) {
      inputs.add(parameter(name + "." + part));
    }
    return like(x, node("BatchNormalization", inputs));
  }

  @Override
  public Value relu(Value x) {
    return like(x, node("Relu", List.of(x.name())));
  }

  @Override
  public Value relu6(Value x) {
    return clip(x, 6);
  }

  @Override
  public Value clampToUnit(Value x) {
    return clip(x, 1);
  }

  private Value clip(Value x, float high) {
    return like(x, node("Clip", List.of(x.name(), scalar(0), scalar(high))));
  }

  @Override
  public Value dropout(Value x, double probability) {
    return x;
  }

  @Override
  public Value add(Value a, Value b) {
    return like(a, node("Add", List.of(a.name(), b.name())));
  }

  @Override
  public Value concat(List<Value> xs) {
    String joined = node("Concat", xs.stream().map(Value::name).toList(), number("axis", 1));
    return new Value(joined, xs.stream().mapToInt(Value::channels).sum());
  }

  @Override
  public Value slice(Value x, int first, int count) {
    String part = node("Slice", List.of(x.name(), longs(first), longs(first + count), longs(1)));
    return new Value(part, count);
  }

  @Override
  public Value maxPool(Value x) {
    return like(
        x,
        node(
            "MaxPool",
            List.of(x.name()),
            ints("kernel_shape", 3, 2),
            ints("strides", 2, 2),
            ints("pads", 1, 4)));
  }

  @Override
  public Value globalAverage(Value x) {
    return like(x, node("GlobalAveragePool", List.of(x.name())));
  }

  @Override
  public Value broadcast(Value x, Value like) {
    return resizeBilinear(x, like);
  }

  @Override
  public Value resizeBilinear(Value x, Value like) {
    String batchAndChannels = sliceOfShape(x, 0, 2);
    String size = sliceOfShape(like, 2, 4);
    String sizes = node("Concat", List.of(batchAndChannels, size), number("axis", 0));
    String none = initializer(new float[0], 0);
    return like(x, node("Resize", List.of(x.name(), none, none, sizes), text("mode", "linear")));
  }

  private String sliceOfShape(Value x, long start, long end) {
    String shape = node("Shape", List.of(x.name()));
    return node("Slice", List.of(shape, longs(start), longs(end), longs(0)));
  }

  @Override
  public Value upsampleNearest(Value x) {
    throw new UnsupportedOperationException("Only the refiner repeats pixels");
  }

  @Override
  public Value zeroPad(Value x, int pixels) {
    throw new UnsupportedOperationException("Only the refiner pads");
  }

  private static Value like(Value x, String name) {
    return new Value(name, x.channels());
  }

  private String node(String operator, List<String> inputs, AttributeProto... attributes) {
    String name = "/" + stage + "/" + operator + "_" + nodes.size();
    nodes.add(
        NodeProto.newBuilder()
            .setName(name)
            .setOpType(operator)
            .addAllInput(inputs)
            .addOutput(name + "_output")
            .addAllAttribute(Arrays.asList(attributes))
            .build());
    return name + "_output";
  }

  private String parameter(String name) {
    FloatTensor tensor = model.weights().get(name);
    long[] shape = Arrays.stream(tensor.shape()).asLongStream().toArray();
    return initializer(tensor.values(), shape);
  }

  private String scalar(float value) {
    return initializer(new float[] {value});
  }

  private String initializer(float[] values, long... shape) {
    ByteBuffer bytes =
        ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    return initializer(TensorProto.DataType.FLOAT, bytes, shape);
  }

  private String longs(long value) {
    ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(0, value);
    return initializer(TensorProto.DataType.INT64, bytes, 1);
  }

  private String initializer(TensorProto.DataType type, ByteBuffer bytes, long... shape) {
    String name = stage + ".constant" + initializers.size();
    TensorProto.Builder tensor =
        TensorProto.newBuilder()
            .setName(name)
            .setDataType(type.getNumber())
            .setRawData(ByteString.copyFrom(bytes));
    for (long axis : shape) {
      tensor.addDims(axis);
    }
    initializers.add(tensor.build());
    return name;
  }

  private static AttributeProto number(String name, long value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.INT)
        .setI(value)
        .build();
  }

  private static AttributeProto ints(String name, long value, int times) {
    AttributeProto.Builder attribute =
        AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.INTS);
    for (int i = 0; i < times; i++) {
      attribute.addInts(value);
    }
    return attribute.build();
  }

  private static AttributeProto text(String name, String value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.STRING)
        .setS(ByteString.copyFromUtf8(value))
        .build();
  }
}
