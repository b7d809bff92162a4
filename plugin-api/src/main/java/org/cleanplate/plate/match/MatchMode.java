package org.cleanplate.plate.match;

import java.util.Locale;

/** How much the light may differ between the plate and a frame. */
public enum MatchMode {
  /** By one gain and one offset a channel: exposure, white balance, black level. */
  GAIN,
  /** By a gain that also changes slowly over the picture: vignetting, a lamp that was moved. */
  FIELD;

  /** The word that users write and read. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
