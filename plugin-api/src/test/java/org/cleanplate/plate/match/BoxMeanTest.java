package org.cleanplate.plate.match;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoxMeanTest {

  @ParameterizedTest
  @CsvSource({"17, 11, 3", "5, 4, 8", "1, 9, 2", "12, 1, 1", "6, 6, 0"})
  void isTheMeanOfWhatThereIsOfTheSquare(int columns, int rows, int radius) {
    Random random = new Random(2);
    float[] values = new float[columns * rows];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextFloat();
    }
    float[] means = new BoxMean(columns, rows, radius).of(values);
    for (int cell = 0; cell < values.length; cell++) {
      assertEquals(mean(values, columns, cell, radius), means[cell], 1e-6, "cell " + cell);
    }
  }

  /** What is not darkened is not to be darkened by rounding. */
  @ParameterizedTest
  @CsvSource({"1", "3", "8"})
  void ofOnesIsOne(int radius) {
    float[] ones = new float[31 * 23];
    Arrays.fill(ones, 1);
    assertArrayEquals(ones, new BoxMean(31, 23, radius).of(ones));
  }

  private static double mean(float[] values, int columns, int cell, int radius) {
    double sum = 0;
    int count = 0;
    for (int other = 0; other < values.length; other++) {
      boolean near =
          Math.abs(other % columns - cell % columns) <= radius
              && Math.abs(other / columns - cell / columns) <= radius;
      sum += near ? values[other] : 0;
      count += near ? 1 : 0;
    }
    return sum / count;
  }
}
