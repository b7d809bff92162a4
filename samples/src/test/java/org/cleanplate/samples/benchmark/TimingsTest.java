package org.cleanplate.samples.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TimingsTest {

  @Test
  void takesTheMiddleOfAnOddAndTheMeanOfAnEvenNumberOfRounds() {
    Timings timings = new Timings();
    timings.add(30);
    timings.add(10);
    timings.add(90);
    assertEquals(10, timings.minimum());
    assertEquals(30, timings.median());
    timings.add(40);
    assertEquals(35, timings.median());
  }

  @Test
  void comparesTheLeastDisturbedRounds() {
    Timings ours = new Timings();
    ours.add(60);
    ours.add(50);
    Timings published = new Timings();
    published.add(100);
    published.add(400);
    DuelResult result = new DuelResult("640x640", ours, published, 0);
    assertEquals(0.5, result.ratioOfMinima());
    assertEquals("640x640,50.00,55.00,100.00,250.00,0.5000,0.2200,0.0000", result.toCsvRow());
  }
}
