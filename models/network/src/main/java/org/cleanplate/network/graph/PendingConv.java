package org.cleanplate.network.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cleanplate.network.ConvGeometry;

/**
 * A convolution that is not yet in the graph.
 *
 * @param input name of its input
 * @param geometry its strides, padding and dilation; the filter tells the rest
 * @param filter {@code [outputs][inputs per group * kernel * kernel]}, in the input's stored
 *     channels
 * @param bias one for each output
 * @param groups 1, or the number of stored channels
 */
record PendingConv(
    String input, ConvGeometry geometry, float[][] filter, float[] bias, int groups) {

  /** The same with every output scaled and shifted: a batch normalisation folded in. */
  PendingConv scaled(double[] gains, double[] offsets) {
    float[][] newFilter = new float[filter.length][];
    float[] newBias = new float[bias.length];
    for (int o = 0; o < filter.length; o++) {
      newFilter[o] = new float[filter[o].length];
      for (int i = 0; i < filter[o].length; i++) {
        newFilter[o][i] = (float) (filter[o][i] * gains[o]);
      }
      newBias[o] = (float) (bias[o] * gains[o] + offsets[o]);
    }
    return new PendingConv(input, geometry, newFilter, newBias, groups);
  }

  /** The same with the outputs in another order, or fewer of them. */
  PendingConv reordered(int... outputs) {
    float[][] newFilter = new float[outputs.length][];
    float[] newBias = new float[outputs.length];
    for (int o = 0; o < outputs.length; o++) {
      newFilter[o] = filter[outputs[o]];
      newBias[o] = bias[outputs[o]];
    }
    return new PendingConv(input, geometry, newFilter, newBias, groups);
  }

  String write(GraphBuilder graph) {
    int perGroup = filter[0].length / (geometry.kernel() * geometry.kernel());
    float[] flat = new float[filter.length * filter[0].length];
    for (int o = 0; o < filter.length; o++) {
      System.arraycopy(filter[o], 0, flat, o * filter[o].length, filter[o].length);
    }
    List<String> inputs = new ArrayList<>();
    inputs.add(input);
    inputs.add(graph.floats(flat, filter.length, perGroup, geometry.kernel(), geometry.kernel()));
    inputs.add(graph.floats(bias, bias.length));
    return graph.node(
        "Conv",
        inputs,
        GraphBuilder.attribute("kernel_shape", both(geometry.kernel(), 2)),
        GraphBuilder.attribute("strides", both(geometry.stride(), 2)),
        GraphBuilder.attribute("pads", both(geometry.padding(), 4)),
        GraphBuilder.attribute("dilations", both(geometry.dilation(), 2)),
        GraphBuilder.attribute("group", groups));
  }

  private static long[] both(long value, int times) {
    long[] values = new long[times];
    Arrays.fill(values, value);
    return values;
  }
}
