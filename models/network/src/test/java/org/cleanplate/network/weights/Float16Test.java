package org.cleanplate.network.weights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Float16Test {

  @ParameterizedTest
  @CsvSource({
    "0x0000, 0.0",
    "0x8000, -0.0",
    "0x3c00, 1.0",
    "0xc000, -2.0",
    "0x3555, 0.333251953125",
    "0x7bff, 65504.0",
    "0x0001, 5.9604644775390625E-8",
    "0x03ff, 6.097555160522461E-5",
    "0x0400, 6.103515625E-5",
    "0x7c00, Infinity",
    "0xfc00, -Infinity"
  })
  void readsAndWritesTheValuesOfTheStandard(String bits, float value) {
    short half = (short) (int) Integer.decode(bits);
    assertEquals(value, Float16.toFloat(half));
    assertEquals(half, Float16.fromFloat(value));
  }

  @Test
  void keepsEveryHalf() {
    for (int bits = 0; bits <= 0xffff; bits++) {
      float value = Float16.toFloat((short) bits);
      if (Float.isNaN(value)) {
        assertTrue(Float.isNaN(Float16.toFloat(Float16.fromFloat(value))));
      } else {
        assertEquals((short) bits, Float16.fromFloat(value));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1.00048828125, 0x3c00", // half way between 1 and the next: down to even
    "1.00146484375, 0x3c02", // half way: up to even
    "1.0004884, 0x3c01",
    "65519.996, 0x7bff",
    "65520.0, 0x7c00",
    "2.9802322387695312E-8, 0x0000", // half the smallest: down to even
    "2.980233E-8, 0x0001",
    "8.940697E-8, 0x0002", // one and a half of the smallest: up to even
    "1.0E-30, 0x0000",
    "1.0E30, 0x7c00"
  })
  void roundsToTheNearestAndTiesToEven(float value, String bits) {
    assertEquals((short) (int) Integer.decode(bits), Float16.fromFloat(value));
    assertEquals((short) (Integer.decode(bits) | 0x8000), Float16.fromFloat(-value));
  }

  @Test
  void noOtherHalfIsNearer() {
    Random random = new Random(3);
    for (int i = 0; i < 100_000; i++) {
      float value = (float) Math.scalb(random.nextDouble() + 0.5, random.nextInt(40) - 26);
      int half = Float16.fromFloat(value) & 0xffff;
      double error = distance(half, value);
      if (half > 0) {
        assertTrue(error <= distance(half - 1, value), "" + value);
      }
      if (half < 0x7bff) {
        assertTrue(error <= distance(half + 1, value), "" + value);
      }
    }
  }

  private static double distance(int half, float value) {
    return Math.abs((double) Float16.toFloat((short) half) - value);
  }
}
