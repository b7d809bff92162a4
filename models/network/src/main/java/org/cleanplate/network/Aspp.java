package org.cleanplate.network;

import java.util.ArrayList;
import java.util.List;

/**
 * Atrous spatial pyramid pooling (Chen et al. 2017) with the rates of the paper's section 4: sees
 * the neighbourhood at several distances at once.
 *
 * @param channels of each branch and of the result
 */
record Aspp(int channels) {

  private static final List<Integer> RATES = List.of(3, 6, 9);
  private static final double DROPOUT = 0.5;

  <T> T forward(Ops<T> ops, T x) {
    ConvGeometry pointwise = ConvGeometry.same(channels, 1);
    List<T> branches = new ArrayList<>();
    branches.add(branch(ops, x, "aspp.convs.0.", 0, pointwise));
    for (int i = 0; i < RATES.size(); i++) {
      ConvGeometry atrous = ConvGeometry.same(channels, 3).withDilation(RATES.get(i));
      branches.add(branch(ops, x, "aspp.convs." + (i + 1) + ".", 0, atrous));
    }
    T pooled = branch(ops, ops.globalAverage(x), "aspp.convs.4.", 1, pointwise);
    branches.add(ops.broadcast(pooled, x));
    return ops.dropout(branch(ops, ops.concat(branches), "aspp.project.", 0, pointwise), DROPOUT);
  }

  private static <T> T branch(Ops<T> ops, T x, String name, int index, ConvGeometry geometry) {
    T y = ops.conv(x, name + index, geometry);
    return ops.relu(ops.batchNorm(y, name + (index + 1)));
  }
}
