package org.cleanplate.imagej.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.cleanplate.progress.Progress;
import org.junit.jupiter.api.Test;

class BatchProgressTest {
  private final List<String> lines = new ArrayList<>();
  private final List<Double> bars = new ArrayList<>();
  private final BatchProgress progress =
      new BatchProgress(List.of(100L, 300L, 600L), lines::add, bars::add);

  @Test
  void countsTheBytesOfAllFiles() {
    show(0, "a.mp4", 5);
    progress.finished(0);
    show(1, "b.mp4", 5);
    assertEquals(List.of(0.05, 0.25), bars);
    assertTrue(lines.get(1).matches("2/3 b.mp4: Matting 5/10, 0:42 left; batch \\d+:\\d\\d left"));
  }

  @Test
  void filesThatTakeNoTimeDoNotCount() {
    progress.skipped(1);
    show(2, "c.mp4", 5);
    assertEquals(300 / 700.0, bars.get(0), 1e-9);
  }

  @Test
  void saysNothingOfTheTimeLeftBeforeAnythingIsDone() {
    show(0, "a.mp4", 0);
    assertFalse(lines.get(0).contains("batch"), lines.get(0));
  }

  private void show(int index, String name, long done) {
    Duration elapsed = Duration.ofSeconds(42);
    progress.of(index, name).progress(new Progress("Matting", done, OptionalLong.of(10), elapsed));
  }
}
