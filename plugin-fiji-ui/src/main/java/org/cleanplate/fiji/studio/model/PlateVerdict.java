package org.cleanplate.fiji.studio.model;

import org.cleanplate.plate.check.PlateCheck;

/**
 * What to think of the clean plate.
 *
 * @param fits whether it can be used as it is
 * @param text in words, a sentence
 */
public record PlateVerdict(boolean fits, String text) {

  /** The verdict on a plate that was looked at. */
  static PlateVerdict of(PlateCheck check) {
    String text = check.verdict();
    return new PlateVerdict(
        check.fits(), Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".");
  }
}
