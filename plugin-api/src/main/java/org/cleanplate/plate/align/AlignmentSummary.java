package org.cleanplate.plate.align;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What aligning a plate came to over all frames: for the Log, and for results to record. */
public final class AlignmentSummary {
  private final Motion motion;
  private int frames;
  private int moved;
  private int failed;
  private Optional<String> fallback = Optional.empty();
  private double largestShift;
  private double largestResidual;
  private int fewestInliers = Integer.MAX_VALUE;

  AlignmentSummary(Motion motion) {
    this.motion = motion;
  }

  void add(Alignment found, boolean untouched) {
    frames++;
    if (found.fallback().isPresent()) {
      failed++;
      fallback = fallback.or(found::fallback);
    } else if (!untouched) {
      moved++;
      largestShift = Math.max(largestShift, found.shiftPixels());
      largestResidual = Math.max(largestResidual, found.residualPixels());
      fewestInliers = Math.min(fewestInliers, found.inliers());
    }
  }

  /** Whether the plate was moved under any frame. */
  public boolean anyMoved() {
    return moved > 0;
  }

  /** Why no motion was found in the first of the frames where none was. */
  public Optional<String> fallback() {
    return fallback;
  }

  /** One sentence or two for people. */
  public String describe() {
    String aligned =
        moved > 0
            ? "Background aligned by " + motion.key() + share(moved) + ": " + figures()
            : failed < frames
                ? "Background left as it lies: no " + motion.key() + " brings it closer"
                : "Background not aligned";
    return aligned + fallback.map(this::failure).orElse("");
  }

  private String failure(String reason) {
    boolean all = failed == frames;
    return all ? ": " + reason : "; not aligned anew" + share(failed) + ": " + reason;
  }

  private String figures() {
    boolean one = frames == 1;
    return String.format(
        Locale.ROOT,
        "%s%.1f px shift, residual %.1f px, %d inliers%s",
        one ? "" : "up to ",
        largestShift,
        largestResidual,
        fewestInliers,
        one ? "" : " or more");
  }

  private String share(int part) {
    return frames == 1 ? "" : " in " + part + " of " + frames + " frames";
  }

  /** The same as properties: keys such as {@code align.shift}. */
  public Map<String, String> properties() {
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("align", motion.key());
    properties.put("align.frames", moved + " of " + frames);
    if (moved > 0) {
      properties.put("align.shift", pixels(largestShift));
      properties.put("align.residual", pixels(largestResidual));
      properties.put("align.inliers", Integer.toString(fewestInliers));
    }
    fallback.ifPresent(
        reason -> properties.put("align.fallback", failed + " of " + frames + ": " + reason));
    return properties;
  }

  private static String pixels(double value) {
    return String.format(Locale.ROOT, "%.2f px", value);
  }
}
