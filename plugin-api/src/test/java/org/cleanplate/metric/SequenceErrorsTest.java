package org.cleanplate.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.cleanplate.MattingException;
import org.junit.jupiter.api.Test;

class SequenceErrorsTest {

  @Test
  void aSteadyErrorIsNoFlicker() {
    SequenceErrors errors = new SequenceErrors();
    for (float truth : new float[] {0.1f, 0.5f, 0.3f}) {
      errors.add(even(truth + 0.2f), even(truth));
    }
    assertEquals(3, errors.frames());
    assertEquals(0.2, errors.mad(), 1e-6);
    assertEquals(0, errors.dtSsd(), 1e-6);
  }

  @Test
  void flickerIsTheRootOfTheMeanSquareOfTheChange() {
    SequenceErrors errors = new SequenceErrors();
    AlphaPlane truth = even(0.5f);
    errors.add(truth, truth);
    // Half of the pixels change by 0.4: the mean square is 0.08.
    float[] half = truth.values().clone();
    Arrays.fill(half, 0, half.length / 2, 0.9f);
    errors.add(new AlphaPlane(4, 4, half), truth);
    assertEquals(Math.sqrt(0.08), errors.dtSsd(), 1e-6);
    assertEquals(0.1, errors.mad(), 1e-6);
  }

  @Test
  void oneFrameCannotFlicker() {
    SequenceErrors errors = new SequenceErrors();
    errors.add(even(1), even(0));
    assertEquals(1, errors.mad());
    assertEquals(0, errors.dtSsd());
  }

  @Test
  void refusesAFrameOfAnotherSize() {
    SequenceErrors errors = new SequenceErrors();
    errors.add(even(1), even(0));
    AlphaPlane small = new AlphaPlane(1, 1, new float[1]);
    assertThrows(MattingException.class, () -> errors.add(small, small));
  }

  private static AlphaPlane even(float value) {
    float[] values = new float[16];
    Arrays.fill(values, value);
    return new AlphaPlane(4, 4, values);
  }
}
