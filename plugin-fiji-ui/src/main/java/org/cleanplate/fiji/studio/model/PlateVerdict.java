package org.cleanplate.fiji.studio.model;

import org.cleanplate.imagej.run.MattedFrame;
import org.cleanplate.plate.check.PlateCheck;

/**
 * What to think of the clean plate.
 *
 * @param fits whether it can be used as it is
 * @param text in words, a sentence
 */
public record PlateVerdict(boolean fits, String text) {

  /** The verdict on a plate that was looked at, and fitted to the frame if that was asked for. */
  static PlateVerdict of(PlateCheck check, MattedFrame matted) {
    boolean mended = check.showsTheScene() && !matted.fitting().isEmpty();
    String text =
        mended && !check.fits()
            ? String.join(". ", matted.fitting()) + "."
            : sentence(check.verdict());
    return new PlateVerdict(
        (check.fits() || mended) && matted.plateWarning().isEmpty(),
        matted.plateWarning().map(warning -> text + " " + warning).orElse(text));
  }

  private static String sentence(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
  }
}
