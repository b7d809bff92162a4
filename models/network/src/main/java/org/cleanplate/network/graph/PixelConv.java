package org.cleanplate.network.graph;

import static org.cleanplate.network.graph.GraphBuilder.attribute;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.cleanplate.network.ConvGeometry;

/**
 * A convolution of a value as it is.
 *
 * @param input name of the value
 * @param geometry kernel, stride, padding, dilation, and whether it is depthwise; the filter tells
 *     the rest
 * @param filter {@code [outputs][inputs per group * kernel * kernel]}, in stored channels
 */
record PixelConv(String input, ConvGeometry geometry, float[][] filter)
    implements PendingConv.Term {

  @Override
  public PixelConv with(UnaryOperator<float[][]> change) {
    return new PixelConv(input, geometry, change.apply(filter));
  }

  @Override
  public String write(GraphBuilder graph, float[] bias) {
    int perGroup = filter[0].length / (geometry.kernel() * geometry.kernel());
    float[] flat = new float[filter.length * filter[0].length];
    for (int o = 0; o < filter.length; o++) {
      System.arraycopy(filter[o], 0, flat, o * filter[o].length, filter[o].length);
    }
    String weights =
        graph.floats(flat, filter.length, perGroup, geometry.kernel(), geometry.kernel());
    return graph.node(
        "Conv",
        List.of(input, weights, graph.floats(bias, bias.length)),
        attribute("kernel_shape", both(geometry.kernel(), 2)),
        attribute("strides", both(geometry.stride(), 2)),
        attribute("pads", both(geometry.padding(), 4)),
        attribute("dilations", both(geometry.dilation(), 2)),
        attribute("group", geometry.groups() > 1 ? filter.length : 1));
  }

  private static long[] both(long value, int times) {
    long[] values = new long[times];
    Arrays.fill(values, value);
    return values;
  }
}
