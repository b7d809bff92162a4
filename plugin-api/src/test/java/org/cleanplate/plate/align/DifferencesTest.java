package org.cleanplate.plate.align;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DifferencesTest {
  private static final int PIXELS = 5000;

  /** Where the scene is to be seen; the rest is a dark subject. */
  private static final int FREE_PIXELS = 1500;

  private final byte[] frame = new byte[PIXELS];
  private final byte[] fitting = new byte[PIXELS];
  private final byte[] wrong = new byte[PIXELS];
  private final byte[] valid = new byte[PIXELS];

  /** A misplaced plate that is even where the subject is seems to be the subject, once darkened. */
  @Test
  void aDarkSubjectThatFillsTheFrameDoesNotPassForTheSceneInTheDark() {
    draw(0);
    Differences differences = Differences.of(frame, fitting, wrong, valid);
    assertFalse(differences.improveBy(1), differences.toString());
  }

  @Test
  void exposureIsNoDifference() {
    draw(30);
    Differences differences = Differences.of(frame, fitting, fitting, valid);
    assertEquals(0, differences.before(), 0.1);
  }

  private void draw(int exposure) {
    Random random = new Random(4);
    Arrays.fill(valid, (byte) 1);
    for (int i = 0; i < PIXELS; i++) {
      int scene = 60 + random.nextInt(120);
      fitting[i] = (byte) scene;
      frame[i] = (byte) (i < FREE_PIXELS ? scene + exposure : 10);
      wrong[i] = (byte) (i < FREE_PIXELS ? 60 + random.nextInt(120) : 85 + random.nextInt(60));
    }
  }
}
