package org.cleanplate.network.weights;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.cleanplate.MattingException;

/** Compares the tensors a file holds with those a network needs. */
final class StrictMatch {
  private static final int MOST_NAMED = 10;

  private StrictMatch() {}

  /**
   * Passes if the names and shapes are the same.
   *
   * @param network the network in words, for the message
   * @throws MattingException naming the tensors that are missing, mis-shaped or too many
   */
  static void check(Map<String, int[]> needed, Map<String, int[]> found, String network) {
    List<String> faults = new ArrayList<>();
    needed.forEach(
        (name, shape) -> {
          int[] foundShape = found.get(name);
          if (foundShape == null) {
            faults.add("missing " + name);
          } else if (!Arrays.equals(shape, foundShape)) {
            faults.add(
                "mis-shaped "
                    + name
                    + " "
                    + Arrays.toString(foundShape)
                    + ", expected "
                    + Arrays.toString(shape));
          }
        });
    found.keySet().stream()
        .filter(name -> !needed.containsKey(name))
        .forEach(name -> faults.add("extra " + name));
    if (!faults.isEmpty()) {
      throw new MattingException(
          "its tensors do not fit a "
              + network
              + " network: "
              + String.join("; ", faults.subList(0, Math.min(MOST_NAMED, faults.size())))
              + (faults.size() > MOST_NAMED
                  ? "; and " + (faults.size() - MOST_NAMED) + " more"
                  : "")
              + ". Nothing was loaded");
    }
  }
}
