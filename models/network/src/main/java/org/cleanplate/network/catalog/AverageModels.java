package org.cleanplate.network.catalog;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cleanplate.MattingException;
import org.cleanplate.Sha256;
import org.cleanplate.network.weights.Checkpoint;
import org.cleanplate.network.weights.CheckpointReader;
import org.cleanplate.network.weights.FloatTensor;
import org.cleanplate.network.weights.SafetensorsWriter;
import org.cleanplate.network.weights.SafetensorsWriter.Precision;
import org.cleanplate.network.weights.Weights;

/**
 * Makes one model of several that were trained on from the same weights: each parameter is the mean
 * of theirs. Such a mean often does better than any of them and costs nothing when it runs
 * (Wortsman et al., <i>Model soups</i>, ICML 2022). Arguments: the safetensors file to write, in 32
 * bits, then two checkpoints or more; one that is named twice counts twice.
 */
public final class AverageModels {
  private AverageModels() {}

  /** Averages files from the command line and prints what came of it. */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length < 3) {
      throw new MattingException(
          "Got "
              + arguments.length
              + " arguments, expected: OUT.safetensors CHECKPOINT CHECKPOINT [CHECKPOINT]");
    }
    Path out = Path.of(arguments[0]);
    List<Path> files = Arrays.stream(arguments).skip(1).map(Path::of).toList();
    Checkpoint mean = mean(files);
    SafetensorsWriter.write(out, mean, Precision.SINGLE);
    System.out.println(mean.architecture());
    System.out.println(Sha256.of(out) + "  " + out);
  }

  /** One file after the other, so that two are in memory at most. */
  private static Checkpoint mean(List<Path> files) throws IOException {
    Checkpoint first = CheckpointReader.read(files.get(0));
    Map<String, double[]> sums = new LinkedHashMap<>();
    first
        .weights()
        .asMap()
        .forEach((name, tensor) -> sums.put(name, new double[tensor.values().length]));
    addTo(sums, first);
    for (Path file : files.subList(1, files.size())) {
      Checkpoint checkpoint = CheckpointReader.read(file);
      if (!checkpoint.architecture().equals(first.architecture())) {
        throw new MattingException(
            file
                + " is "
                + checkpoint.architecture()
                + ", expected "
                + first.architecture()
                + " as "
                + files.get(0)
                + ": only models of one architecture have a mean");
      }
      addTo(sums, checkpoint);
    }
    Map<String, FloatTensor> mean = new LinkedHashMap<>();
    sums.forEach(
        (name, sum) ->
            mean.put(
                name,
                new FloatTensor(first.weights().get(name).shape(), divided(sum, files.size()))));
    return new Checkpoint(first.architecture(), new Weights(mean), origin(files));
  }

  private static void addTo(Map<String, double[]> sums, Checkpoint checkpoint) {
    sums.forEach((name, sum) -> add(checkpoint.weights().get(name), sum));
  }

  private static void add(FloatTensor tensor, double[] sum) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += tensor.values()[i];
    }
  }

  private static float[] divided(double[] sum, int count) {
    float[] quotients = new float[sum.length];
    for (int i = 0; i < sum.length; i++) {
      quotients[i] = (float) (sum[i] / count);
    }
    return quotients;
  }

  private static Map<String, String> origin(List<Path> files) throws IOException {
    List<String> digests = new ArrayList<>();
    for (Path file : files) {
      digests.add(Sha256.of(file));
    }
    List<String> names = files.stream().map(file -> file.getFileName().toString()).toList();
    return Map.of(
        "averageOf", String.join(" ", names), "averageOfSha256", String.join(" ", digests));
  }
}
