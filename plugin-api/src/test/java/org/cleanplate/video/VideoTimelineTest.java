package org.cleanplate.video;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VideoTimelineTest {

  @ParameterizedTest
  @CsvSource({
    "25, 1",
    "24000, 1001",
    "30000, 1001",
    "60000, 1001",
    "50, 1",
    "15, 2",
    "240, 1",
  })
  void keepsASteadyRhythmExactly(int number, int per) {
    try (VideoTimeline timeline = new VideoTimeline((double) number / per)) {
      for (long i = 0; i < 100_000; i += 1) {
        long micros = Math.round(i * 1e6 * per / number);
        assertEquals(i * timeline.frameTicks(), timeline.next(micros));
      }
      assertEquals(
          (double) per / number, timeline.frameTicks() / (double) timeline.timeBase().den(), 1e-12);
    }
  }

  @Test
  void resolvesAMicrosecond() {
    try (VideoTimeline timeline = new VideoTimeline(30)) {
      assertTrue(timeline.timeBase().den() >= 1_000_000);
      timeline.next(0);
      assertEquals(1.000_001, timeline.next(1_000_001) / (double) timeline.timeBase().den(), 1e-6);
    }
  }

  @Test
  void alwaysAdvances() {
    try (VideoTimeline timeline = new VideoTimeline(25)) {
      timeline.next(70);
      long second = timeline.next(70);
      assertEquals(timeline.frameTicks(), second);
      assertTrue(timeline.next(10) > second);
    }
  }
}
