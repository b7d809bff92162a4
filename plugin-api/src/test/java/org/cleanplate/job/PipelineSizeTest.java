package org.cleanplate.job;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.cleanplate.engine.MemoryBudget;
import org.cleanplate.engine.ThreadLayout;
import org.junit.jupiter.api.Test;

class PipelineSizeTest {
  private static final ThreadLayout FOUR = new ThreadLayout(4, 1);
  private static final MemoryBudget AMPLE = new MemoryBudget(1000, 1000);

  @Test
  void oneMoreFrameIsReadAndOneMoreWrittenThanComputed() {
    assertEquals(new PipelineSize(FOUR, 6), PipelineSize.fitting(FOUR, 100, 10, 10, AMPLE));
  }

  @Test
  void noMoreWorkersThanComputationsThatFit() {
    MemoryBudget small = new MemoryBudget(29, 1000);

    assertEquals(
        new PipelineSize(new ThreadLayout(2, 2), 4),
        PipelineSize.fitting(FOUR, 100, 10, 10, small));
  }

  @Test
  void noMoreSlotsThanBuffersThatFit() {
    assertEquals(
        new PipelineSize(FOUR, 5),
        PipelineSize.fitting(FOUR, 100, 10, 10, new MemoryBudget(1000, 50)));
    assertEquals(
        new PipelineSize(new ThreadLayout(3, 1), 3),
        PipelineSize.fitting(FOUR, 100, 10, 10, new MemoryBudget(1000, 30)));
  }

  @Test
  void oneFrameIsTriedEvenIfNothingFits() {
    assertEquals(
        new PipelineSize(new ThreadLayout(1, 4), 1),
        PipelineSize.fitting(FOUR, 100, 10, 10, new MemoryBudget(0, 0)));
  }

  @Test
  void anEmptyEstimateStillGetsABuffer() {
    assertEquals(1, PipelineSize.fitting(FOUR, 0, 0, 0, AMPLE).slots());
  }
}
