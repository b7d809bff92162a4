package org.cleanplate.fiji.studio.canvas;

import java.awt.Cursor;
import java.awt.Point;
import java.awt.event.MouseEvent;
import java.util.Optional;

/** Moves the picture. */
final class PanTool implements CanvasTool {
  private final MatteCanvas canvas;
  private Point last = new Point();

  PanTool(MatteCanvas canvas) {
    this.canvas = canvas;
  }

  @Override
  public boolean press(MouseEvent event, Viewport viewport) {
    last = event.getPoint();
    return true;
  }

  @Override
  public void drag(MouseEvent event, Viewport viewport) {
    canvas.setViewport(viewport.moved(event.getX() - last.x, event.getY() - last.y));
    last = event.getPoint();
  }

  @Override
  public Optional<Cursor> cursor(MouseEvent event, Viewport viewport) {
    return Optional.of(Cursor.getPredefinedCursor(Cursor.MOVE_CURSOR));
  }
}
