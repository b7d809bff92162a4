package org.cleanplate.plate.check;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How well a clean plate fits a frame.
 *
 * @param frame the frame's number, from 0
 * @param shiftPixels how far the plate is off on average over the frame; 0 if it lies right
 * @param misaligned why no motion was found, so that the shift is not known; empty if all is well
 * @param gain the frame's light over the plate's, 1 for the same
 * @param differing the share of the frame that differs from the plate as it is, 0..1
 * @param unexplained the share that differs once the plate is moved and lit as in the frame, 0..1:
 *     the subject and what is wrong beyond repair
 */
public record PlateCheck(
    long frame,
    double shiftPixels,
    Optional<String> misaligned,
    double gain,
    double differing,
    double unexplained) {
  /** Smaller shifts are seen only along hard edges. */
  private static final double NOTABLE_SHIFT_PIXELS = 0.5;

  /** Smaller drifts the network puts up with. */
  private static final double NOTABLE_DRIFT = 0.03;

  /** Hardly any subject leaves less of the scene in view. */
  private static final double OTHER_SCENE = 0.9;

  /** A plate that differs nowhere shows no subject, or is the frame itself. */
  private static final double NOTHING = 0.0005;

  /** The share of the frame that agrees with the plate as it is, 0..1. */
  public double agreement() {
    return 1 - differing;
  }

  /** What to make of the plate as it was given, and what brings it to the frame. */
  public String verdict() {
    if (differing < NOTHING) {
      return "the background equals the frame: nothing would be matted";
    }
    if (unexplained > OTHER_SCENE) {
      return "the background seems to show another scene: choose another one";
    }
    String shift =
        String.format(
            Locale.ROOT,
            "the background as it is lies %.1f px off, which align=homography makes good",
            shiftPixels);
    String light =
        String.format(
            Locale.ROOT,
            "the frame is %.0f %% %s than the background as it is, which match=gain makes good",
            100 * Math.abs(gain - 1),
            gain > 1 ? "brighter" : "darker");
    if (isOff() && isLit()) {
      return shift + "; " + light;
    }
    if (isOff()) {
      return shift;
    }
    return isLit() ? light : "the background fits";
  }

  /** Whether the plate can be used as it is: it shows this scene, lies right and is lit alike. */
  public boolean fits() {
    return showsTheScene() && !isOff() && !isLit();
  }

  /** Whether the plate is one of this scene, which can be moved and lit to fit. */
  public boolean showsTheScene() {
    return differing >= NOTHING && unexplained <= OTHER_SCENE;
  }

  private boolean isOff() {
    return shiftPixels >= NOTABLE_SHIFT_PIXELS;
  }

  private boolean isLit() {
    return Math.abs(gain - 1) >= NOTABLE_DRIFT;
  }

  /** One line for people. */
  public String describe() {
    return String.format(
        Locale.ROOT,
        "Background check in frame %d: %.1f %% agrees, %s, exposure x%.3f, %.1f %% differs once"
            + " moved and lit: %s",
        frame + 1,
        100 * agreement(),
        misaligned
            .map(reason -> "shift unknown")
            .orElseGet(() -> String.format(Locale.ROOT, "%.1f px off", shiftPixels)),
        gain,
        100 * unexplained,
        verdict());
  }

  /** The same as numbers by column of a table. */
  public Map<String, Double> columns() {
    Map<String, Double> columns = new LinkedHashMap<>();
    columns.put("Frame", frame + 1.0);
    columns.put("Agreement", agreement());
    columns.put("Shift (px)", misaligned.isPresent() ? Double.NaN : shiftPixels);
    columns.put("Exposure", gain);
    columns.put("Differing", differing);
    columns.put("Unexplained", unexplained);
    return columns;
  }
}
