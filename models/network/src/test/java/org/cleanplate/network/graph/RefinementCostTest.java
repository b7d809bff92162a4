package org.cleanplate.network.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.cleanplate.network.Architecture;
import org.cleanplate.network.Backbone;
import org.junit.jupiter.api.Test;

class RefinementCostTest {
  private static final RefinementCost PUBLISHED =
      new RefinementCost(Architecture.published(Backbone.MOBILENETV2, 3));

  @Test
  void aBlockByItselfCostsFiveTimesWhatItCostsWithinTheWholeImage() {
    assertEquals(474e3, PUBLISHED.tileMultiplyAdds(1), 1e3);
    assertEquals(96e3, PUBLISHED.denseMultiplyAddsPerBlock(), 3e3);
  }
}
