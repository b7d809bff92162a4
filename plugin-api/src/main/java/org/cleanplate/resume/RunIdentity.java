package org.cleanplate.resume;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cleanplate.Sha256;

/**
 * All that the pixels of a result depend on, by name: source, background, model, options. Two runs
 * of the same identity make the same frames, so one may continue the other.
 *
 * @param digests SHA-256 of each part in lower-case hexadecimal, by the part's name in the user's
 *     words
 */
public record RunIdentity(SortedMap<String, String> digests) {

  public RunIdentity {
    digests = Collections.unmodifiableSortedMap(new TreeMap<>(digests));
  }

  /** The identity of a run with these parts, each in any words that tell it from others. */
  public static RunIdentity of(Map<String, String> parts) {
    SortedMap<String, String> digests = new TreeMap<>();
    parts.forEach((name, words) -> digests.put(name, Sha256.of(words)));
    return new RunIdentity(digests);
  }

  /** The names of the parts in which an earlier run was another, in alphabetical order. */
  List<String> differencesFrom(RunIdentity earlier) {
    SortedMap<String, String> all = new TreeMap<>(earlier.digests);
    all.putAll(digests);
    return all.keySet().stream()
        .filter(name -> !digests.getOrDefault(name, "").equals(earlier.digests.get(name)))
        .toList();
  }
}
