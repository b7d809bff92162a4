package org.cleanplate.samples.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TimingsTest {

  @Test
  void takesTheMiddleOfAnOddAndTheMeanOfAnEvenNumberOfFigures() {
    Timings timings = new Timings();
    timings.add(30);
    timings.add(10);
    timings.add(90);
    assertEquals(10, timings.minimum());
    assertEquals(90, timings.maximum());
    assertEquals(30, timings.median());
    timings.add(40);
    assertEquals(35, timings.median());
  }
}
