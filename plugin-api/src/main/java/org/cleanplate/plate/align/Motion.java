package org.cleanplate.plate.align;

import java.util.Locale;

/** How a camera may have moved between the plate and a frame. */
public enum Motion {
  /** Shifted in the picture: a stage that moved. */
  TRANSLATION,
  /** Shifted, turned, scaled and sheared: a flat scene seen at a right angle. */
  AFFINE,
  /** As one flat scene is seen from two places, or any scene by a camera that turned. */
  HOMOGRAPHY;

  /** The word that users write and read. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
