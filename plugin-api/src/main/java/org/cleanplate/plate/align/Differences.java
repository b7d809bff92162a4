package org.cleanplate.plate.align;

/**
 * By how many grey levels a frame differs from the plate in two placements, on average over the
 * pixels that one of them explains: so the subject does not count. Neither does exposure.
 */
record Differences(double before, double after) {
  /** What differs by more is another thing, not the same one moved. */
  private static final int EXPLAINED_LEVELS = 24;

  /** Whether {@code after} is less than {@code share} of {@code before}. */
  boolean improveBy(double share) {
    return after < share * before;
  }

  /** Compares where {@code valid} is not zero. */
  static Differences of(byte[] frame, byte[] before, byte[] after, byte[] valid) {
    int offsetBefore = offset(frame, before, valid);
    int offsetAfter = before == after ? offsetBefore : offset(frame, after, valid);
    long sumBefore = 0;
    long sumAfter = 0;
    int count = 0;
    for (int i = 0; i < frame.length; i++) {
      int levelsBefore = levels(frame[i], before[i], offsetBefore);
      int levelsAfter = levels(frame[i], after[i], offsetAfter);
      if (valid[i] != 0 && Math.min(levelsBefore, levelsAfter) < EXPLAINED_LEVELS) {
        sumBefore += Math.min(levelsBefore, EXPLAINED_LEVELS);
        sumAfter += Math.min(levelsAfter, EXPLAINED_LEVELS);
        count++;
      }
    }
    double total = Math.max(1, count);
    return new Differences(sumBefore / total, sumAfter / total);
  }

  /** 255 where the plate does not explain the frame, else 0. */
  static byte[] unexplained(byte[] frame, byte[] plate, byte[] valid) {
    int offset = offset(frame, plate, valid);
    byte[] mask = new byte[frame.length];
    for (int i = 0; i < frame.length; i++) {
      mask[i] = (byte) (levels(frame[i], plate[i], offset) > EXPLAINED_LEVELS ? 255 : 0);
    }
    return mask;
  }

  private static int levels(byte frame, byte plate, int offset) {
    return Math.abs((frame & 0xFF) - (plate & 0xFF) - offset);
  }

  /**
   * How much brighter the frame is than the plate: the offset that leaves the least difference,
   * nothing counting more than {@link #EXPLAINED_LEVELS}. A subject that fills most of the frame
   * would draw a mean or a median to itself.
   */
  private static int offset(byte[] frame, byte[] plate, byte[] valid) {
    int[] counts = new int[511];
    for (int i = 0; i < frame.length; i++) {
      if (valid[i] != 0) {
        counts[(frame[i] & 0xFF) - (plate[i] & 0xFF) + 255]++;
      }
    }
    int best = 0;
    long most = 0;
    for (int distance = 0; distance <= 255; distance++) {
      for (int offset : new int[] {distance, -distance}) {
        long explained = explained(counts, offset + 255);
        if (explained > most) {
          most = explained;
          best = offset;
        }
      }
    }
    return best;
  }

  /** By how many levels the pixels near an offset fall short of not being explained at all. */
  private static long explained(int[] counts, int centre) {
    long sum = 0;
    int last = Math.min(counts.length - 1, centre + EXPLAINED_LEVELS);
    for (int i = Math.max(0, centre - EXPLAINED_LEVELS); i <= last; i++) {
      sum += (long) counts[i] * (EXPLAINED_LEVELS - Math.abs(i - centre));
    }
    return sum;
  }
}
