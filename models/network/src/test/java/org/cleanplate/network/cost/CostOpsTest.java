package org.cleanplate.network.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.cleanplate.network.Architecture;
import org.cleanplate.network.Backbone;
import org.cleanplate.network.MattingBase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CostOpsTest {

  /** Oracle: multiply-adds of the published implementation, counted by its own framework. */
  @ParameterizedTest
  @CsvSource({
    "MOBILENETV2, 128, 72, 0.54",
    "MOBILENETV2, 160, 160, 1.46",
    "MOBILENETV2, 320, 180, 3.35",
    "MOBILENETV2, 480, 270, 7.39",
    "RESNET50, 480, 270, 31.84"
  })
  void multiplyAddsOfTheBaseAreThoseOfThePublishedNetwork(
      Backbone backbone, int width, int height, double giga) {
    CostOps ops = new CostOps();
    new MattingBase(Architecture.published(backbone, 3))
        .forward(ops, new Shape(Architecture.INPUT_CHANNELS, height, width));
    assertEquals(giga, ops.total().multiplyAdds() / 1e9, 0.006);
  }

  @Test
  void everyStageOfTheBaseIsCharged() {
    CostOps ops = new CostOps();
    new MattingBase(Architecture.published(Backbone.RESNET50, 3))
        .forward(ops, new Shape(Architecture.INPUT_CHANNELS, 64, 64));
    for (String stage : new String[] {"backbone", "aspp", "decoder"}) {
      Cost cost = ops.stages().get(stage);
      assertTrue(cost.multiplyAdds() > 0 && cost.activationBytes() > 0, stage);
    }
    long parameters = ops.total().parameterBytes() / Float.BYTES;
    long counted = ops.parameters().values().stream().mapToLong(CostOpsTest::elements).sum();
    assertEquals(counted, parameters);
  }

  private static long elements(int[] shape) {
    long count = 1;
    for (int axis : shape) {
      count *= axis;
    }
    return count;
  }
}
