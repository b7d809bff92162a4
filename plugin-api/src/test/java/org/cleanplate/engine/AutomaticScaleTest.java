package org.cleanplate.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AutomaticScaleTest {

  /** As the model's card promises it. */
  @ParameterizedTest
  @CsvSource({
    "64, 48, 1",
    "640, 480, 1",
    "480, 640, 1",
    "800, 640, 1",
    "801, 640, 0.75",
    "1024, 1024, 0.75",
    "1920, 1080, 0.5",
    "1080, 1920, 0.5",
    "2048, 2048, 0.5",
    "3840, 2160, 0.25"
  })
  void followsTheLongerSide(int width, int height, double scale) {
    assertEquals(scale, AutomaticScale.of(width, height));
  }
}
