package org.cleanplate.training.torch;

import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.MemoryFormatOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.cleanplate.network.ConvGeometry;
import org.cleanplate.network.Ops;

/**
 * Interprets the network on libtorch tensors {@code [batch, channels, height, width]}, with
 * gradients where the parameters want them.
 */
final class TorchOps implements Ops<Tensor> {
  private static final double NORM_EPSILON = 1e-5;
  private static final double NORM_MOMENTUM = 0.1;

  private final Map<String, Tensor> parameters;
  private final Mode mode;

  /**
   * How to interpret.
   *
   * @param batchStatistics whether batch norm uses the statistics of the batch, and updates the
   *     running ones
   * @param dropout whether dropout drops
   * @param bfloat16 whether convolutions compute in bfloat16
   * @param clampSlope slope of {@link #clampToUnit} outside of 0..1
   * @param checkpoint called before each convolution; may throw to leave
   */
  record Mode(
      boolean batchStatistics,
      boolean dropout,
      boolean bfloat16,
      double clampSlope,
      Runnable checkpoint) {

    /** As at inference: running statistics, hard clamps. */
    Mode evaluating() {
      return new Mode(false, false, bfloat16, 0, checkpoint);
    }
  }

  /**
   * An interpreter over parameters that stay the caller's.
   *
   * @param parameters by the names of the checkpoints
   */
  TorchOps(Map<String, Tensor> parameters, Mode mode) {
    this.parameters = parameters;
    this.mode = mode;
  }

  @Override
  public int channels(Tensor x) {
    return Math.toIntExact(x.size(1));
  }

  @Override
  public Tensor conv(Tensor x, String name, ConvGeometry geometry) {
    mode.checkpoint.run();
    boolean narrow = mode.bfloat16 && !isLast(name, geometry);
    return torch.conv2d(
        cast(x, narrow),
        cast(parameter(name + ".weight"), narrow),
        geometry.bias() ? new TensorOptional(bias(name, narrow)) : new TensorOptional(),
        both(geometry.stride()),
        both(geometry.padding()),
        both(geometry.dilation()),
        geometry.groups());
  }

  /** Whether the result is the final alpha, which wants finer steps than bfloat16's 8 bits. */
  private static boolean isLast(String name, ConvGeometry geometry) {
    return geometry.bias() && NetworkPart.of(name) == NetworkPart.REFINER;
  }

  private Tensor bias(String name, boolean narrow) {
    Tensor bias = parameter(name + ".bias");
    return narrow ? bias.to(torch.ScalarType.BFloat16) : bias;
  }

  /** To the type and memory layout that convolutions are fastest in. */
  private static Tensor cast(Tensor x, boolean narrow) {
    return x.to(
        narrow ? torch.ScalarType.BFloat16 : torch.ScalarType.Float,
        false,
        false,
        narrow
            ? new MemoryFormatOptional(torch.MemoryFormat.ChannelsLast)
            : new MemoryFormatOptional());
  }

  /** The type that convolutions read, for data that needs no gradient. */
  Tensor narrowed(Tensor x) {
    return mode.bfloat16 ? x.to(torch.ScalarType.BFloat16) : x;
  }

  @Override
  public Tensor batchNorm(Tensor x, String name) {
    return torch.batch_norm(
        x,
        new TensorOptional(parameter(name + ".weight")),
        new TensorOptional(parameter(name + ".bias")),
        new TensorOptional(parameter(name + ".running_mean")),
        new TensorOptional(parameter(name + ".running_var")),
        mode.batchStatistics,
        NORM_MOMENTUM,
        NORM_EPSILON,
        true);
  }

  @Override
  public Tensor relu(Tensor x) {
    return torch.relu(x);
  }

  @Override
  public Tensor relu6(Tensor x) {
    return torch.relu6(x);
  }

  @Override
  public Tensor clampToUnit(Tensor x) {
    Tensor wide = x.to(torch.ScalarType.Float);
    Tensor clamped =
        torch.clamp(wide, new ScalarOptional(new Scalar(0.0)), new ScalarOptional(new Scalar(1.0)));
    return mode.clampSlope == 0 ? clamped : torch.lerp(clamped, wide, new Scalar(mode.clampSlope));
  }

  @Override
  public Tensor dropout(Tensor x, double probability) {
    return mode.dropout ? torch.dropout(x, probability, true) : x;
  }

  @Override
  public Tensor add(Tensor a, Tensor b) {
    return a.add(b);
  }

  @Override
  public Tensor concat(List<Tensor> xs) {
    return Tensors.concat(xs, 1);
  }

  @Override
  public Tensor slice(Tensor x, int first, int count) {
    return x.narrow(1, first, count);
  }

  @Override
  public Tensor maxPool(Tensor x) {
    return torch.max_pool2d(x, both(3), both(2), both(1), both(1), false);
  }

  @Override
  public Tensor globalAverage(Tensor x) {
    return torch.adaptive_avg_pool2d(x, both(1));
  }

  @Override
  public Tensor broadcast(Tensor x, Tensor like) {
    return x.expand(x.size(0), x.size(1), like.size(2), like.size(3));
  }

  @Override
  public Tensor resizeBilinear(Tensor x, Tensor like) {
    return resize(x, like.size(2), like.size(3));
  }

  /** Bilinear, pixel centres at .5, no antialias. */
  static Tensor resize(Tensor x, long height, long width) {
    boolean same = x.size(2) == height && x.size(3) == width;
    return same ? x : torch.upsample_bilinear2d(x, new long[] {height, width}, false);
  }

  @Override
  public Tensor upsampleNearest(Tensor x) {
    return torch.upsample_nearest2d(x, 2 * x.size(2), 2 * x.size(3));
  }

  @Override
  public Tensor zeroPad(Tensor x, int pixels) {
    return pixels == 0 ? x : torch.constant_pad_nd(x, pixels, pixels, pixels, pixels);
  }

  private Tensor parameter(String name) {
    Tensor parameter = parameters.get(name);
    if (parameter == null) {
      throw new IllegalArgumentException("No parameter " + name + " among " + parameters.size());
    }
    return parameter;
  }

  private static long[] both(long value) {
    return new long[] {value, value};
  }
}
