package org.cleanplate.evaluation;

import java.awt.image.BufferedImage;

/**
 * A subject placed on a canvas.
 *
 * @param colour its own colour; meaningful where alpha is over 0
 * @param alpha 0..1, rows from top to bottom
 */
record Subject(BufferedImage colour, float[] alpha) {

  int width() {
    return colour.getWidth();
  }

  int height() {
    return colour.getHeight();
  }
}
