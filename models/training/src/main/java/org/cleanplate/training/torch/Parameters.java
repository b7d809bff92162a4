package org.cleanplate.training.torch;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.cleanplate.network.weights.FloatTensor;
import org.cleanplate.network.weights.Weights;

/**
 * The network's parameters on a device, by their names in checkpoints. The numbers of each part lie
 * in one long vector, of which the parameters are views, and so do their gradients: optimizer,
 * clipping and averaging are then a handful of operations on few vectors, not on hundreds of
 * tensors. Running statistics lie in a vector of their own, as nothing learns them.
 *
 * <p>Owns its tensors, until {@link #close}. Used by one thread at a time.
 */
final class Parameters implements AutoCloseable {
  private static final String RUNNING = ".running_";

  private final Map<String, Tensor> views = new LinkedHashMap<>();
  private final Map<NetworkPart, Tensor> values = new EnumMap<>(NetworkPart.class);
  private final Map<NetworkPart, Tensor> gradients = new EnumMap<>(NetworkPart.class);
  private final Tensor statistics;
  private final Device device;

  /**
   * Copies weights to a device.
   *
   * @param learning the parts that get gradients
   */
  Parameters(Weights weights, Set<NetworkPart> learning, Device device) {
    this.device = device;
    Map<String, FloatTensor> running = new LinkedHashMap<>();
    Map<NetworkPart, Map<String, FloatTensor>> learnt = new EnumMap<>(NetworkPart.class);
    weights
        .asMap()
        .forEach(
            (name, tensor) -> {
              if (name.contains(RUNNING)) {
                running.put(name, tensor);
              } else {
                learnt
                    .computeIfAbsent(NetworkPart.of(name), part -> new LinkedHashMap<>())
                    .put(name, tensor);
              }
            });
    Map<String, Tensor> cut = new HashMap<>();
    statistics = vector(running, false);
    cut(statistics, running, cut);
    learnt.forEach(
        (part, tensors) -> {
          Tensor vector = vector(tensors, false);
          values.put(part, vector);
          cut(vector, tensors, cut);
        });
    weights.names().forEach(name -> views.put(name, cut.get(name)));
    learnt.keySet().stream()
        .filter(learning::contains)
        .forEach(part -> attachGradients(part, learnt.get(part)));
  }

  private void attachGradients(NetworkPart part, Map<String, FloatTensor> tensors) {
    Tensor vector = vector(tensors, true);
    gradients.put(part, vector);
    Scopes.freeing(
        () -> {
          Map<String, Tensor> slices = new HashMap<>();
          cut(vector, tensors, slices);
          slices.forEach(
              (name, slice) -> {
                Tensor parameter = views.get(name);
                parameter.set_requires_grad(true);
                parameter.mutable_grad().put(slice);
                slice.close();
              });
        });
  }

  private Tensor vector(Map<String, FloatTensor> tensors, boolean zeros) {
    int length = tensors.values().stream().mapToInt(tensor -> tensor.values().length).sum();
    float[] all = new float[length];
    int position = 0;
    if (!zeros) {
      for (FloatTensor tensor : tensors.values()) {
        System.arraycopy(tensor.values(), 0, all, position, tensor.values().length);
        position += tensor.values().length;
      }
    }
    return Tensors.keep(Tensors.of(all, device, length));
  }

  private static void cut(
      Tensor vector, Map<String, FloatTensor> like, Map<String, Tensor> target) {
    long position = 0;
    for (Map.Entry<String, FloatTensor> entry : like.entrySet()) {
      FloatTensor tensor = entry.getValue();
      long length = tensor.values().length;
      Tensor view = vector.narrow(0, position, length).view(Tensors.shape(tensor.shape()));
      target.put(entry.getKey(), Tensors.keep(view));
      position += length;
    }
  }

  /** Every parameter by its name, in checkpoint order; running statistics included. */
  Map<String, Tensor> views() {
    return Collections.unmodifiableMap(views);
  }

  /** All numbers of a part, one vector; writing to it changes the parameters. */
  Tensor values(NetworkPart part) {
    return values.get(part);
  }

  /** The gradients of a part that learns, one vector in the order of its values. */
  Tensor gradients(NetworkPart part) {
    return gradients.get(part);
  }

  /** All running means and variances, one vector. */
  Tensor statistics() {
    return statistics;
  }

  /** The parts that get gradients. */
  Set<NetworkPart> learning() {
    return gradients.isEmpty() ? Set.of() : EnumSet.copyOf(gradients.keySet());
  }

  /** All vectors that training changes: those of {@link #learning} in order, then statistics. */
  List<Tensor> changing() {
    List<Tensor> changing = new ArrayList<>();
    gradients.keySet().forEach(part -> changing.add(values.get(part)));
    changing.add(statistics);
    return changing;
  }

  void clearGradients() {
    gradients.values().forEach(Tensor::zero_);
  }

  /** Length of all gradients together. */
  double gradientNorm() {
    return Scopes.freeing(
        () ->
            Math.sqrt(
                gradients.values().stream()
                    .mapToDouble(Parameters::norm)
                    .map(norm -> norm * norm)
                    .sum()));
  }

  /** In 64 bits: a sum over millions of 32-bit squares is off in the third digit. */
  private static double norm(Tensor vector) {
    ScalarOptional two = new ScalarOptional(new Scalar(2.0));
    return vector.norm(two, torch.ScalarType.Double).item_double();
  }

  void scaleGradients(double factor) {
    Scopes.freeing(() -> gradients.values().forEach(vector -> vector.mul_(new Scalar(factor))));
  }

  /** A copy of all parameters as they are now. */
  Weights toWeights() {
    Map<String, FloatTensor> weights = new LinkedHashMap<>();
    views.forEach((name, view) -> weights.put(name, Tensors.toFloatTensor(view)));
    return new Weights(weights);
  }

  @Override
  public void close() {
    views.values().forEach(Tensor::close);
    values.values().forEach(Tensor::close);
    gradients.values().forEach(Tensor::close);
    statistics.close();
  }
}
