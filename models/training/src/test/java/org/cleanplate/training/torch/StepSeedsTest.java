package org.cleanplate.training.torch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StepSeedsTest {
  private static final List<Double> SCALES = List.of(0.25, 0.5, 1.0);
  private static final int STEPS = 3000;

  @Test
  void everyScaleOfThePlanIsDrawnAboutAsOften() {
    StepSeeds seeds = new StepSeeds(7);
    Map<Double, Long> counts =
        IntStream.range(0, STEPS)
            .mapToObj(step -> seeds.backboneScale(step, SCALES))
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    assertEquals(SCALES.size(), counts.size());
    // A binomial count of 3000 draws at 1/3 lies within 5 standard deviations, 130, of its mean.
    counts.values().forEach(count -> assertTrue(Math.abs(count - STEPS / 3) < 130, "" + counts));
  }

  @Test
  void aStepDrawsTheSameWheneverItIsMade() {
    for (int step = 0; step < 100; step++) {
      assertEquals(
          new StepSeeds(7).backboneScale(step, SCALES),
          new StepSeeds(7).backboneScale(step, SCALES));
    }
  }
}
