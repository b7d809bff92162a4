package org.cleanplate.training.torch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;

class MattingLossTest {
  private final Device cpu = new Device("cpu");

  /** A Laplacian level of a constant is nothing; what is left above the levels is the constant. */
  @Test
  void theLaplacianSeesAConstantDifferenceOnceOnly() {
    Tensor ground = Tensors.of(new float[64 * 64], cpu, 1, 1, 64, 64);
    Tensor raised = ground.add(new Scalar(0.25));
    assertEquals(0.25, new LaplacianPyramid(cpu).difference(raised, ground).item_float(), 1e-6);
  }

  @Test
  void theLaplacianIsTheOneWrittenOutInPlainJava() {
    int side = 40;
    float[] values = new float[side * side];
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextDouble();
    }
    Tensor picture = Tensors.of(values, cpu, 1, 1, side, side);
    double found =
        new LaplacianPyramid(cpu).difference(picture, torch.zeros_like(picture)).item_float();
    assertEquals(plainLaplacian(values, side), found, 1e-5);
  }

  private static double plainLaplacian(float[] picture, int side) {
    double sum = 0;
    float[] rest = picture;
    int size = side;
    for (int level = 0; level < 5; level++) {
      float[] smooth = smooth(rest, size);
      for (int i = 0; i < rest.length; i++) {
        sum += Math.abs(rest[i] - smooth[i]) / rest.length;
      }
      int half = size / 2;
      rest = new float[half * half];
      for (int i = 0; i < rest.length; i++) {
        int corner = i / half * 2 * size + i % half * 2;
        rest[i] =
            (smooth[corner]
                    + smooth[corner + 1]
                    + smooth[corner + size]
                    + smooth[corner + size + 1])
                / 4;
      }
      size = half;
    }
    for (float value : rest) {
      sum += Math.abs(value) / rest.length;
    }
    return sum;
  }

  /** A Gaussian of sigma 1 on 5x5, the border repeated. */
  private static float[] smooth(float[] picture, int side) {
    float[] smooth = new float[picture.length];
    for (int i = 0; i < picture.length; i++) {
      double sum = 0;
      double weights = 0;
      for (int y = -2; y <= 2; y++) {
        for (int x = -2; x <= 2; x++) {
          double weight = Math.exp(-(x * x + y * y) / 2.0);
          int row = Math.min(side - 1, Math.max(0, i / side + y));
          int column = Math.min(side - 1, Math.max(0, i % side + x));
          sum += weight * picture[row * side + column];
          weights += weight;
        }
      }
      smooth[i] = (float) (sum / weights);
    }
    return smooth;
  }

  /** A ramp of slope s has Sobel magnitude sqrt(s^2 + 1e-6), kernels being divided by 8. */
  @Test
  void theEdgeOfARampIsItsSlope() {
    float[] ramp = new float[16 * 16];
    for (int i = 0; i < ramp.length; i++) {
      ramp[i] = i % 16 * 0.03f;
    }
    float[] edges =
        Tensors.toArray(new SobelMagnitude(cpu).of(Tensors.of(ramp, cpu, 1, 1, 16, 16)));
    assertEquals(Math.sqrt(0.03 * 0.03 + 1e-6), edges[5 * 16 + 7], 1e-6);
    // The border is repeated: half of the slope.
    assertEquals(Math.sqrt(0.015 * 0.015 + 1e-6), edges[5 * 16], 1e-6);
  }
}
