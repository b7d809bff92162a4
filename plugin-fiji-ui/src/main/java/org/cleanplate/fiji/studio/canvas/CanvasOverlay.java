package org.cleanplate.fiji.studio.canvas;

import java.awt.Graphics2D;

/** Draws over the pictures of the canvas, under its tools. Used by the event thread. */
@FunctionalInterface
public interface CanvasOverlay {

  /** Draws, in pixels of the view. */
  void paint(Graphics2D graphics, Viewport viewport);
}
