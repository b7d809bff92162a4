package org.cleanplate.golden;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.cleanplate.network.ConvGeometry;
import org.cleanplate.network.Ops;
import org.cleanplate.network.weights.FloatTensor;
import org.cleanplate.network.weights.Weights;

/**
 * Interprets the network on plain arrays, the textbook way: slow, and of no native library's
 * opinion. It tells a mistake in the network from one in the graph that is written of it.
 */
final class ArrayOps implements Ops<Planes> {
  private static final double NORM_EPSILON = 1e-5;

  private final Weights weights;

  ArrayOps(Weights weights) {
    this.weights = weights;
  }

  @Override
  public int channels(Planes x) {
    return x.channels();
  }

  @Override
  public Planes conv(Planes x, String name, ConvGeometry geometry) {
    FloatTensor weight = weights.get(name + ".weight");
    int height = geometry.outputSize(x.height());
    int width = geometry.outputSize(x.width());
    int inputsPerGroup = x.channels() / geometry.groups();
    int outputsPerGroup = geometry.outputs() / geometry.groups();
    float[] result = new float[geometry.outputs() * height * width];
    double[] row = new double[width];
    for (int output = 0; output < geometry.outputs(); output++) {
      int firstInput = output / outputsPerGroup * inputsPerGroup;
      double bias = geometry.bias() ? weights.get(name + ".bias").values()[output] : 0;
      for (int y = 0; y < height; y++) {
        Arrays.fill(row, bias);
        for (int i = 0; i < inputsPerGroup; i++) {
          int filter = (output * inputsPerGroup + i) * geometry.kernel() * geometry.kernel();
          addTaps(row, x, firstInput + i, y, weight.values(), filter, geometry);
        }
        for (int column = 0; column < width; column++) {
          result[(output * height + y) * width + column] = (float) row[column];
        }
      }
    }
    return new Planes(geometry.outputs(), height, width, result);
  }

  private static void addTaps(
      double[] row,
      Planes x,
      int channel,
      int outputY,
      float[] weight,
      int filter,
      ConvGeometry geometry) {
    for (int tapY = 0; tapY < geometry.kernel(); tapY++) {
      int y = outputY * geometry.stride() - geometry.padding() + tapY * geometry.dilation();
      if (y < 0 || y >= x.height()) {
        continue;
      }
      int line = (channel * x.height() + y) * x.width();
      for (int tapX = 0; tapX < geometry.kernel(); tapX++) {
        float factor = weight[filter + tapY * geometry.kernel() + tapX];
        int shift = tapX * geometry.dilation() - geometry.padding();
        for (int column = 0; column < row.length; column++) {
          int sourceX = column * geometry.stride() + shift;
          if (sourceX >= 0 && sourceX < x.width()) {
            row[column] += factor * x.values()[line + sourceX];
          }
        }
      }
    }
  }

  @Override
  public Planes batchNorm(Planes x, String name) {
    float[] weight = weights.get(name + ".weight").values();
    float[] bias = weights.get(name + ".bias").values();
    float[] mean = weights.get(name + ".running_mean").values();
    float[] variance = weights.get(name + ".running_var").values();
    int plane = x.height() * x.width();
    float[] result = new float[x.values().length];
    for (int i = 0; i < result.length; i++) {
      int c = i / plane;
      double deviation = Math.sqrt(variance[c] + NORM_EPSILON);
      result[i] = (float) ((x.values()[i] - mean[c]) / deviation * weight[c] + bias[c]);
    }
    return new Planes(x.channels(), x.height(), x.width(), result);
  }

  @Override
  public Planes relu(Planes x) {
    return map(x, value -> Math.max(value, 0));
  }

  @Override
  public Planes relu6(Planes x) {
    return map(x, value -> Math.min(Math.max(value, 0), 6));
  }

  @Override
  public Planes clampToUnit(Planes x) {
    return map(x, value -> Math.min(Math.max(value, 0), 1));
  }

  private static Planes map(Planes x, DoubleUnaryOperator function) {
    float[] result = new float[x.values().length];
    for (int i = 0; i < result.length; i++) {
      result[i] = (float) function.applyAsDouble(x.values()[i]);
    }
    return new Planes(x.channels(), x.height(), x.width(), result);
  }

  @Override
  public Planes dropout(Planes x, double probability) {
    return x;
  }

  @Override
  public Planes add(Planes a, Planes b) {
    float[] result = a.values().clone();
    for (int i = 0; i < result.length; i++) {
      result[i] += b.values()[i];
    }
    return new Planes(a.channels(), a.height(), a.width(), result);
  }

  @Override
  public Planes concat(List<Planes> xs) {
    Planes first = xs.get(0);
    int channels = xs.stream().mapToInt(Planes::channels).sum();
    float[] joined = new float[channels * first.height() * first.width()];
    int position = 0;
    for (Planes x : xs) {
      System.arraycopy(x.values(), 0, joined, position, x.values().length);
      position += x.values().length;
    }
    return new Planes(channels, first.height(), first.width(), joined);
  }

  @Override
  public Planes slice(Planes x, int first, int count) {
    return x.channels(first, count);
  }

  @Override
  public Planes maxPool(Planes x) {
    int height = (x.height() + 1) / 2;
    int width = (x.width() + 1) / 2;
    float[] result = new float[x.channels() * height * width];
    for (int i = 0; i < result.length; i++) {
      int channel = i / (height * width);
      int centreY = i / width % height * 2;
      int centreX = i % width * 2;
      float largest = Float.NEGATIVE_INFINITY;
      for (int y = Math.max(0, centreY - 1); y <= Math.min(x.height() - 1, centreY + 1); y++) {
        for (int column = Math.max(0, centreX - 1);
            column <= Math.min(x.width() - 1, centreX + 1);
            column++) {
          largest = Math.max(largest, x.at(channel, y, column));
        }
      }
      result[i] = largest;
    }
    return new Planes(x.channels(), height, width, result);
  }

  @Override
  public Planes globalAverage(Planes x) {
    int plane = x.height() * x.width();
    float[] result = new float[x.channels()];
    for (int c = 0; c < result.length; c++) {
      double sum = 0;
      for (int i = 0; i < plane; i++) {
        sum += x.values()[c * plane + i];
      }
      result[c] = (float) (sum / plane);
    }
    return new Planes(x.channels(), 1, 1, result);
  }

  @Override
  public Planes broadcast(Planes x, Planes like) {
    int plane = like.height() * like.width();
    float[] result = new float[x.channels() * plane];
    for (int c = 0; c < x.channels(); c++) {
      Arrays.fill(result, c * plane, (c + 1) * plane, x.values()[c]);
    }
    return new Planes(x.channels(), like.height(), like.width(), result);
  }

  @Override
  public Planes resizeBilinear(Planes x, Planes like) {
    return x.resize(like.width(), like.height());
  }

  @Override
  public Planes upsampleNearest(Planes x) {
    float[] result = new float[x.values().length * 4];
    int width = x.width() * 2;
    for (int i = 0; i < result.length; i++) {
      result[i] = x.values()[i / width / 2 * x.width() + i % width / 2];
    }
    return new Planes(x.channels(), x.height() * 2, width, result);
  }

  @Override
  public Planes zeroPad(Planes x, int pixels) {
    int height = x.height() + 2 * pixels;
    int width = x.width() + 2 * pixels;
    float[] result = new float[x.channels() * height * width];
    for (int row = 0; row < x.channels() * x.height(); row++) {
      int line = row / x.height() * height + row % x.height() + pixels;
      System.arraycopy(x.values(), row * x.width(), result, line * width + pixels, x.width());
    }
    return new Planes(x.channels(), height, width, result);
  }
}
