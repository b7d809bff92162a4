package org.cleanplate.network.graph;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A convolution that is not yet in the graph: the sum of one or more over different inputs.
 *
 * @param terms what is summed
 * @param bias one for each output
 */
record PendingConv(List<Term> terms, float[] bias) implements PendingValue {

  /** One input and its part of the filter. */
  sealed interface Term permits PixelConv, EnlargedConv, WinogradConv {
    /** The same with another filter, {@code [outputs][inputs per group * kernel * kernel]}. */
    Term with(UnaryOperator<float[][]> change);

    /** Writes it, and returns the name of the result. */
    String write(GraphBuilder graph, float[] bias);
  }

  /** The same with every output scaled and shifted: a batch normalisation folded in. */
  PendingConv scaled(double[] gains, double[] offsets) {
    float[] newBias = new float[bias.length];
    for (int o = 0; o < bias.length; o++) {
      newBias[o] = (float) (bias[o] * gains[o] + offsets[o]);
    }
    return with(filter -> scaled(filter, gains), newBias);
  }

  private static float[][] scaled(float[][] filter, double[] gains) {
    float[][] result = new float[filter.length][];
    for (int o = 0; o < filter.length; o++) {
      result[o] = new float[filter[o].length];
      for (int i = 0; i < filter[o].length; i++) {
        result[o][i] = (float) (filter[o][i] * gains[o]);
      }
    }
    return result;
  }

  /** The same with the outputs in another order, or fewer of them. */
  PendingConv reordered(int... outputs) {
    float[] newBias = new float[outputs.length];
    for (int o = 0; o < outputs.length; o++) {
      newBias[o] = bias[outputs[o]];
    }
    return with(
        filter -> Arrays.stream(outputs).mapToObj(o -> filter[o]).toArray(float[][]::new), newBias);
  }

  private PendingConv with(UnaryOperator<float[][]> change, float[] newBias) {
    List<Term> changed = terms.stream().map(term -> term.with(change)).toList();
    return new PendingConv(changed, newBias);
  }

  @Override
  public String write(GraphBuilder graph) {
    String sum = null;
    for (Term term : terms) {
      // The bias goes with the first term.
      String part = term.write(graph, sum == null ? bias : new float[bias.length]);
      sum = sum == null ? part : graph.binary("Add", sum, part);
    }
    return sum;
  }
}
