package org.cleanplate.network.graph;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.cleanplate.network.ConvGeometry;

/**
 * A convolution that is not yet in the graph: the sum of one or more over different inputs.
 *
 * @param terms what is summed
 * @param bias one for each output
 * @param groups 1, or the number of stored channels
 */
record PendingConv(List<Term> terms, float[] bias, int groups) implements PendingValue {

  /**
   * One input and its part of the filter.
   *
   * @param input name of the value
   * @param geometry kernel, stride, padding and dilation; the filter tells the rest
   * @param filter {@code [outputs][inputs per group * kernel * kernel]}, in stored channels
   */
  record Term(String input, ConvGeometry geometry, float[][] filter) {
    private Term with(UnaryOperator<float[][]> change) {
      return new Term(input, geometry, change.apply(filter));
    }
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
    return new PendingConv(changed, newBias, groups);
  }

  @Override
  public String write(GraphBuilder graph) {
    String sum = null;
    for (Term term : terms) {
      // The bias goes with the first term.
      String part = write(graph, term, sum == null ? bias : new float[bias.length]);
      sum = sum == null ? part : graph.binary("Add", sum, part);
    }
    return sum;
  }

  private String write(GraphBuilder graph, Term term, float[] termBias) {
    float[][] filter = term.filter();
    ConvGeometry geometry = term.geometry();
    int perGroup = filter[0].length / (geometry.kernel() * geometry.kernel());
    float[] flat = new float[filter.length * filter[0].length];
    for (int o = 0; o < filter.length; o++) {
      System.arraycopy(filter[o], 0, flat, o * filter[o].length, filter[o].length);
    }
    String weights =
        graph.floats(flat, filter.length, perGroup, geometry.kernel(), geometry.kernel());
    return graph.node(
        "Conv",
        List.of(term.input(), weights, graph.floats(termBias, termBias.length)),
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
