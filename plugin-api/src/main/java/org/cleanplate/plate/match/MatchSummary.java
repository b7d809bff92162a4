package org.cleanplate.plate.match;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What matching a plate's light came to over all frames: for the Log, and to record. */
public final class MatchSummary {
  private final MatchMode mode;
  private int frames;
  private int matched;
  private int failed;
  private Optional<String> fallback = Optional.empty();
  private double darkest = Double.POSITIVE_INFINITY;
  private double brightest;
  private String first = "";

  MatchSummary(MatchMode mode) {
    this.mode = mode;
  }

  void add(ExposureMatch found, Exposure inUse, boolean untouched) {
    frames++;
    if (found.fallback().isPresent()) {
      failed++;
      fallback = fallback.or(found::fallback);
    }
    if (!untouched) {
      matched++;
      darkest = Math.min(darkest, inUse.meanGain());
      brightest = Math.max(brightest, inUse.meanGain());
      first = first.isEmpty() ? inUse.describe() : first;
    }
  }

  /** Whether the light was changed for any frame. */
  public boolean anyMatched() {
    return matched > 0;
  }

  /** Why the light was left as it is in the first of the frames where it was. */
  public Optional<String> fallback() {
    return fallback;
  }

  /** One sentence or two for people. */
  public String describe() {
    String done =
        matched == 0
            ? "Exposure of the background left as it is"
            : "Exposure of the background matched" + share(matched) + ": " + figures();
    return done
        + fallback
            .map(
                reason ->
                    failed == frames ? ": " + reason : "; not" + share(failed) + ": " + reason)
            .orElse("");
  }

  private String figures() {
    return matched == 1 && frames == 1
        ? first
        : String.format(Locale.ROOT, "gain %.3f to %.3f", darkest, brightest);
  }

  private String share(int part) {
    return frames == 1 ? "" : " in " + part + " of " + frames + " frames";
  }

  /** The same as properties: keys such as {@code match.gain}. */
  public Map<String, String> properties() {
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("match", mode.key());
    properties.put("match.frames", matched + " of " + frames);
    if (matched > 0) {
      properties.put("match.gain", String.format(Locale.ROOT, "%.4f..%.4f", darkest, brightest));
      properties.put("match.first", first);
    }
    fallback.ifPresent(
        reason -> properties.put("match.fallback", failed + " of " + frames + ": " + reason));
    return properties;
  }
}
