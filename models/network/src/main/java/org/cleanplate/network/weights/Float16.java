package org.cleanplate.network.weights;

/** IEEE 754 half precision, which Java 17 has no conversion for. */
public final class Float16 {
  /** The largest finite half. */
  public static final float MAX_VALUE = 65504f;

  private static final int FLOAT_MANTISSA_BITS = 23;
  private static final int HALF_MANTISSA_BITS = 10;
  private static final int DROPPED_BITS = FLOAT_MANTISSA_BITS - HALF_MANTISSA_BITS;
  private static final int EXPONENT_SHIFT = 127 - 15;
  private static final float SMALLEST_SUBNORMAL = 0x1p-24f;

  private Float16() {}

  /** The value of a half, exactly. */
  public static float toFloat(short half) {
    int sign = (half & 0x8000) << 16;
    int exponent = (half >> HALF_MANTISSA_BITS) & 0x1f;
    int mantissa = half & 0x3ff;
    if (exponent == 0) {
      return Float.intBitsToFloat(sign | Float.floatToRawIntBits(mantissa * SMALLEST_SUBNORMAL));
    }
    int floatExponent = exponent == 0x1f ? 0xff : exponent + EXPONENT_SHIFT;
    return Float.intBitsToFloat(
        sign | floatExponent << FLOAT_MANTISSA_BITS | mantissa << DROPPED_BITS);
  }

  /** The nearest half, ties to even; infinite from 65520 on. */
  public static short fromFloat(float value) {
    int bits = Float.floatToRawIntBits(value);
    int sign = bits >>> 16 & 0x8000;
    int magnitude = bits & 0x7fffffff;
    if (Float.isNaN(value)) {
      return (short) (sign | 0x7e00);
    }
    int exponent = (magnitude >>> FLOAT_MANTISSA_BITS) - EXPONENT_SHIFT;
    if (exponent >= 0x1f) {
      return (short) (sign | 0x7c00);
    }
    if (exponent > 0) {
      int rebased = magnitude - (EXPONENT_SHIFT << FLOAT_MANTISSA_BITS);
      // A carry out of the mantissa raises the exponent, up to infinity, as it should.
      return (short) (sign | roundToEven(rebased, DROPPED_BITS));
    }
    int mantissa = magnitude & 0x7fffff | 0x800000;
    int shift = DROPPED_BITS + 1 - exponent;
    return (short) (sign | (shift > FLOAT_MANTISSA_BITS + 1 ? 0 : roundToEven(mantissa, shift)));
  }

  private static int roundToEven(int value, int droppedBits) {
    int odd = value >>> droppedBits & 1;
    return value + (1 << droppedBits - 1) - 1 + odd >>> droppedBits;
  }
}
