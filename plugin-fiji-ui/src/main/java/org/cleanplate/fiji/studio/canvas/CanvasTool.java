package org.cleanplate.fiji.studio.canvas;

import java.awt.Cursor;
import java.awt.Graphics2D;
import java.awt.event.MouseEvent;
import java.util.Optional;

/** What the mouse does on the canvas. Used by the event thread. */
public interface CanvasTool {

  /**
   * A button is pressed.
   *
   * @return whether the tool takes the mouse until the button is released
   */
  boolean press(MouseEvent event, Viewport viewport);

  /** The mouse is moved with the button held. */
  void drag(MouseEvent event, Viewport viewport);

  /** The button is released. */
  default void release(MouseEvent event, Viewport viewport) {}

  /** The cursor over a place, if the tool would take a press there. */
  default Optional<Cursor> cursor(MouseEvent event, Viewport viewport) {
    return Optional.empty();
  }

  /** Draws over the picture, in pixels of the view. */
  default void paint(Graphics2D graphics, Viewport viewport) {}
}
