package org.cleanplate.training.torch;

import java.util.List;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Tensor;
import org.cleanplate.training.data.TrainingSample;

/**
 * Samples side by side, 0..1.
 *
 * @param source {@code [batch, 3, height, width]}
 * @param plate likewise
 * @param alpha {@code [batch, 1, height, width]}
 * @param foreground as the source
 */
record Batch(Tensor source, Tensor plate, Tensor alpha, Tensor foreground) {

  /** Copies samples of one size to a device. */
  static Batch of(List<TrainingSample> samples, Device device) {
    int width = samples.get(0).width();
    int height = samples.get(0).height();
    return new Batch(
        stack(samples.stream().map(TrainingSample::source).toList(), 3, height, width, device),
        stack(samples.stream().map(TrainingSample::plate).toList(), 3, height, width, device),
        stack(samples.stream().map(TrainingSample::alpha).toList(), 1, height, width, device),
        stack(samples.stream().map(TrainingSample::foreground).toList(), 3, height, width, device));
  }

  private static Tensor stack(
      List<float[]> planes, int channels, int height, int width, Device device) {
    int each = channels * height * width;
    float[] all = new float[planes.size() * each];
    for (int i = 0; i < planes.size(); i++) {
      System.arraycopy(planes.get(i), 0, all, i * each, each);
    }
    return Tensors.of(all, device, planes.size(), channels, height, width);
  }

  /** Source and plate: the network's input. */
  Tensor images() {
    return Tensors.concat(List.of(source, plate), 1);
  }

  long height() {
    return source.size(2);
  }

  long width() {
    return source.size(3);
  }
}
