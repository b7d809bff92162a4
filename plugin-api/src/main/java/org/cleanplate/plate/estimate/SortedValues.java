package org.cleanplate.plate.estimate;

import java.util.Arrays;

/** The values of one sample over time, in ascending order. Filled again and again. */
final class SortedValues {
  private static final int BYTE_VALUES = 256;

  private final float[] values;
  private final int[] counts;
  private int count;

  /**
   * @param bytes whether all values are whole numbers from 0 to 255: these are counted, which is
   *     several times faster than to sort them
   */
  SortedValues(int capacity, boolean bytes) {
    values = new float[capacity];
    counts = new int[bytes ? BYTE_VALUES : 0];
  }

  void clear() {
    count = 0;
  }

  void add(float value) {
    values[count++] = value;
  }

  void sort() {
    if (counts.length == 0) {
      Arrays.sort(values, 0, count);
      return;
    }
    Arrays.fill(counts, 0);
    for (int i = 0; i < count; i++) {
      counts[(int) values[i]]++;
    }
    int next = 0;
    for (int value = 0; next < count; value++) {
      for (int i = 0; i < counts[value]; i++) {
        values[next++] = value;
      }
    }
  }

  int count() {
    return count;
  }

  float get(int index) {
    return values[index];
  }
}
