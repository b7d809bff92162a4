package org.cleanplate.imagej.macro;

import java.util.Comparator;
import java.util.List;

/** The word that was probably meant, by the number of letters to change. */
final class NearestWord {
  private NearestWord() {}

  static String to(String typed, List<String> candidates) {
    return candidates.stream()
        .min(Comparator.comparingInt(candidate -> distance(typed, candidate)))
        .orElse("");
  }

  /** Levenshtein's distance, one row of the table at a time. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replace = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replace, Math.min(row[j - 1], row[j]) + 1);
      }
    }
    return row[b.length()];
  }
}
