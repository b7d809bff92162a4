package org.cleanplate.training.data.synthesis;

/** An object. Without state: shared by threads. */
@FunctionalInterface
interface Thing {

  /** Paints one around a place, of about a radius, in pixels. */
  void paint(Painter painter, double x, double y, double radius);
}
