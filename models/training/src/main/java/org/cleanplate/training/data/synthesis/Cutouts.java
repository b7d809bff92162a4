package org.cleanplate.training.data.synthesis;

import org.cleanplate.training.data.image.Fill;
import org.cleanplate.training.data.image.FloatImage;

/** Foregrounds with their alpha: red, green, blue and alpha, the colour not multiplied. */
public final class Cutouts {
  private Cutouts() {}

  /** Paints subjects on a square of a size. */
  public static BytePicture paint(Dice dice, int size) {
    Painter painter = new Painter(size, size, dice);
    Subject subject = Subjects.any(dice);
    subject.paint(painter);
    if (dice.chance(0.1)) {
      Subjects.any(dice).paint(painter);
    }
    FloatImage painted = Lens.any(dice, painter.canvas.toImage());
    return BytePicture.of(Fill.straighten(painted));
  }
}
