package org.cleanplate.training.torch;

import java.util.Arrays;
import java.util.List;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.cleanplate.network.weights.FloatTensor;

/** Tensors from arrays and back. */
final class Tensors {
  private Tensors() {}

  /** Keeps a tensor, or another native object, beyond the scope it was made in. */
  static Tensor keep(Tensor tensor) {
    return tensor.retainReference();
  }

  /** A copy of an array on a device, in 32 bits. */
  static Tensor of(float[] values, Device device, long... shape) {
    try (FloatPointer pointer = new FloatPointer(values)) {
      Tensor borrowed = torch.from_blob(pointer, shape);
      Tensor owned = borrowed.clone();
      return device.is_cpu() ? owned : owned.to(device, torch.ScalarType.Float);
    }
  }

  /** A copy of a tensor of any type and layout, in row-major order. */
  static float[] toArray(Tensor tensor) {
    Tensor plain = tensor.detach().to(new Device("cpu"), torch.ScalarType.Float).contiguous();
    float[] values = new float[Math.toIntExact(plain.numel())];
    plain.data_ptr_float().get(values);
    return values;
  }

  /** As {@link #toArray}, with the shape. */
  static FloatTensor toFloatTensor(Tensor tensor) {
    return Scopes.freeing(
        () -> {
          int[] shape = new int[(int) tensor.dim()];
          for (int axis = 0; axis < shape.length; axis++) {
            shape[axis] = Math.toIntExact(tensor.size(axis));
          }
          return new FloatTensor(shape, toArray(tensor));
        });
  }

  static Tensor concat(List<Tensor> tensors, long axis) {
    return torch.cat(new TensorVector(tensors.toArray(Tensor[]::new)), axis);
  }

  static long[] shape(int... axes) {
    return Arrays.stream(axes).asLongStream().toArray();
  }
}
