package org.cleanplate.training.data.synthesis;

/** Something that stands before a background. Without state: shared by threads. */
@FunctionalInterface
interface Subject {

  /** Paints one of its kind on an empty canvas, of a look and size that the dice choose. */
  void paint(Painter painter);
}
