package org.cleanplate.training.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProceduralSamplesTest {
  private static final int SIZE = 40;

  @Test
  void givesTheSameSampleForANumberFromAnyThread() {
    List<TrainingSample> alone =
        IntStream.range(0, 24).mapToObj(n -> draw(new ProceduralSamples(7), n)).toList();
    ProceduralSamples shared = new ProceduralSamples(7);
    List<TrainingSample> together =
        IntStream.range(0, 24).parallel().mapToObj(n -> draw(shared, n)).toList();
    for (int n = 0; n < alone.size(); n++) {
      assertArrayEquals(alone.get(n).source(), together.get(n).source(), "source " + n);
      assertArrayEquals(alone.get(n).plate(), together.get(n).plate(), "plate " + n);
      assertArrayEquals(alone.get(n).alpha(), together.get(n).alpha(), "alpha " + n);
      assertArrayEquals(alone.get(n).foreground(), together.get(n).foreground(), "foreground " + n);
    }
  }

  @Test
  void givesOtherSamplesForOtherNumbersAndSeeds() {
    ProceduralSamples samples = new ProceduralSamples(7);
    float[] first = draw(samples, 0).source();
    assertFalse(Arrays.equals(first, draw(samples, 1).source()));
    assertFalse(Arrays.equals(first, draw(new ProceduralSamples(8), 0).source()));
  }

  @Test
  void givesNumbersFrom0To1OverThousandsOfSamples() {
    ProceduralSamples samples = new ProceduralSamples(3);
    IntStream.range(0, 2000)
        .parallel()
        .mapToObj(n -> draw(samples, n))
        .flatMap(s -> Stream.of(s.source(), s.plate(), s.alpha(), s.foreground()))
        .forEach(ProceduralSamplesTest::requireUnitRange);
  }

  private static void requireUnitRange(float[] values) {
    for (float value : values) {
      assertTrue(value >= 0 && value <= 1, "Value " + value);
    }
  }

  private static TrainingSample draw(ProceduralSamples samples, long number) {
    return samples.draw(number, SIZE, SIZE);
  }
}
