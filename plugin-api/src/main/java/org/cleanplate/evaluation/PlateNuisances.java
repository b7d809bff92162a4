package org.cleanplate.evaluation;

import org.cleanplate.MattingException;

/**
 * What parts a real clean plate from the background of its frame. Each is drawn anew for every
 * picture, up to the strength given here; lights and colours are of 0..1.
 *
 * @param shiftPixels largest shift of the plate in each direction, in pixels
 * @param noiseSigma largest standard deviation of the sensor noise of frame and plate
 * @param exposureDrift largest relative change of the plate's exposure; each channel differs by up
 *     to a fifth of it
 * @param shadowShare part of the pictures in which the subject throws a shadow, 0..1
 * @param shadowStrength largest part of the light that a shadow takes away
 */
public record PlateNuisances(
    double shiftPixels,
    double noiseSigma,
    double exposureDrift,
    double shadowShare,
    double shadowStrength) {

  /** A plate as it never is: the background itself. */
  public static final PlateNuisances NONE = new PlateNuisances(0, 0, 0, 0, 0);

  /** A plate taken from a tripod a little while before. */
  public static final PlateNuisances TRIPOD = new PlateNuisances(1, 0.015, 0.06, 0.5, 0.35);

  public PlateNuisances {
    require(shiftPixels >= 0 && shiftPixels <= 100, "shift", shiftPixels, "0 to 100 pixels");
    require(noiseSigma >= 0 && noiseSigma <= 1, "noise", noiseSigma, "0 to 1");
    require(exposureDrift >= 0 && exposureDrift < 1, "exposure drift", exposureDrift, "0 to 1");
    require(shadowShare >= 0 && shadowShare <= 1, "share of shadows", shadowShare, "0 to 1");
    require(shadowStrength >= 0 && shadowStrength <= 1, "shadow", shadowStrength, "0 to 1");
  }

  private static void require(boolean good, String what, double found, String expected) {
    if (!good) {
      throw new MattingException("The plate's " + what + " is " + found + ", expected " + expected);
    }
  }
}
