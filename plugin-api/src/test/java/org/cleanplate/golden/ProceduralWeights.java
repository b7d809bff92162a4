package org.cleanplate.golden;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cleanplate.network.Architecture;
import org.cleanplate.network.ParameterShapes;
import org.cleanplate.network.weights.FloatTensor;
import org.cleanplate.network.weights.Weights;

/**
 * Weights drawn from a generator that is seeded with each parameter's name, so that a checkpoint of
 * 230 MB is rebuilt from the half megabyte that cannot be drawn: running statistics and the last
 * convolutions.
 */
final class ProceduralWeights {
  private static final String KERNEL_1_PREFIX = "k1/";
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private ProceduralWeights() {}

  /** Rebuilds the weights of an architecture; {@code stats} is its {@code _proc_stats.npz}. */
  static Weights read(Architecture architecture, Path stats) throws IOException {
    boolean kernel1 = architecture.refinerKernel() == 1;
    Map<String, FloatTensor> tensors = new LinkedHashMap<>();
    try (NpzFile stored = NpzFile.open(stats)) {
      for (var parameter : ParameterShapes.of(architecture).entrySet()) {
        String name = parameter.getKey();
        String storedName = kernel1 && name.startsWith("refiner.") ? KERNEL_1_PREFIX + name : name;
        FloatTensor tensor =
            stored.has(storedName)
                ? stored(stored.get(storedName), name, parameter.getValue())
                : drawn(name, parameter.getValue());
        tensors.put(name, tensor);
      }
    }
    return new Weights(tensors);
  }

  private static FloatTensor stored(NpyArray array, String name, int[] shape) throws IOException {
    if (!Arrays.equals(array.shape(), shape)) {
      throw new IOException(
          name
              + " is stored as "
              + Arrays.toString(array.shape())
              + ", the network has "
              + Arrays.toString(shape));
    }
    return new FloatTensor(shape, array.values());
  }

  /** A convolution's weight, a batch norm's weight or a bias, told apart by shape and name. */
  static FloatTensor drawn(String name, int[] shape) throws IOException {
    if (name.endsWith(".bias")) {
      return new FloatTensor(shape, draw(name, shape, 0, 0.1));
    }
    if (!name.endsWith(".weight")) {
      throw new IOException(name + " is neither stored nor can it be drawn");
    }
    if (shape.length == 1) {
      return new FloatTensor(shape, draw(name, shape, 1, 0.2));
    }
    double fanIn = (double) shape[1] * shape[2] * shape[3];
    return new FloatTensor(shape, draw(name, shape, 0, Math.sqrt(6 / fanIn)));
  }

  private static float[] draw(String name, int[] shape, double centre, double spread) {
    float[] values = new float[(int) FloatTensor.elementCount(shape)];
    long seed = fnv1a(name);
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (centre + spread * uniform(seed, i));
    }
    return values;
  }

  /** FNV-1a, 64 bits, of the name in UTF-8. */
  static long fnv1a(String name) {
    long hash = 0xcbf29ce484222325L;
    for (byte octet : name.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ Byte.toUnsignedInt(octet)) * 0x100000001b3L;
    }
    return hash;
  }

  /** Element {@code index} of splitmix64's stream, as a number in [-1, 1). */
  static double uniform(long seed, int index) {
    long z = seed + (index + 1) * GOLDEN_GAMMA;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    z ^= z >>> 31;
    return (z >>> 40) * 0x1p-23 - 1;
  }
}
