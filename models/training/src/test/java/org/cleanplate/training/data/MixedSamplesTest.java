package org.cleanplate.training.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class MixedSamplesTest {

  @Test
  void drawsFromEachSourceByItsWeightWithoutGaps() throws IOException {
    List<Long> many = new ArrayList<>();
    List<Long> few = new ArrayList<>();
    MixedSamples mixed =
        new MixedSamples(
            List.of(
                new MixedSamples.Part(recorder(many), 3), new MixedSamples.Part(recorder(few), 1)),
            1);
    for (int number = 0; number < 400; number++) {
      mixed.draw(number, 1, 1);
    }
    assertEquals(LongStream.range(0, 300).boxed().toList(), many);
    assertEquals(LongStream.range(0, 100).boxed().toList(), few);
  }

  @Test
  void refusesAWeightOfZero() {
    List<MixedSamples.Part> parts = List.of(new MixedSamples.Part(recorder(new ArrayList<>()), 0));
    assertThrows(IllegalArgumentException.class, () -> new MixedSamples(parts, 1));
  }

  private static SampleSource recorder(List<Long> numbers) {
    return (number, width, height) -> {
      numbers.add(number);
      return new TrainingSample(1, 1, new float[3], new float[3], new float[1], new float[3]);
    };
  }
}
