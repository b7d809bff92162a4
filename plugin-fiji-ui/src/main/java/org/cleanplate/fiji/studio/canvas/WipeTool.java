package org.cleanplate.fiji.studio.canvas;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Cursor;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.event.MouseEvent;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.util.Optional;

/** The divider between before and after, which is dragged. */
final class WipeTool implements CanvasTool {
  private static final int REACH = 7;
  private static final double HANDLE_RADIUS = 9;
  private static final Color LINE = Color.WHITE;
  private static final Color SHADE = new Color(0, 0, 0, 110);

  private final MatteCanvas canvas;

  WipeTool(MatteCanvas canvas) {
    this.canvas = canvas;
  }

  @Override
  public boolean press(MouseEvent event, Viewport viewport) {
    return isOver(event);
  }

  private boolean isOver(MouseEvent event) {
    return canvas.isWiped() && Math.abs(event.getX() - canvas.dividerX()) <= REACH;
  }

  @Override
  public void drag(MouseEvent event, Viewport viewport) {
    canvas.setWipe((double) event.getX() / Math.max(1, canvas.getWidth()));
  }

  @Override
  public Optional<Cursor> cursor(MouseEvent event, Viewport viewport) {
    return isOver(event)
        ? Optional.of(Cursor.getPredefinedCursor(Cursor.E_RESIZE_CURSOR))
        : Optional.empty();
  }

  @Override
  public void paint(Graphics2D graphics, Viewport viewport) {
    if (!canvas.isWiped()) {
      return;
    }
    double x = canvas.dividerX();
    double y = canvas.getHeight() / 2.0;
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setColor(SHADE);
    graphics.setStroke(new BasicStroke(3.5f));
    graphics.draw(new Line2D.Double(x, 0, x, canvas.getHeight()));
    graphics.setColor(LINE);
    graphics.setStroke(new BasicStroke(1.5f));
    graphics.draw(new Line2D.Double(x, 0, x, canvas.getHeight()));
    Ellipse2D handle =
        new Ellipse2D.Double(
            x - HANDLE_RADIUS, y - HANDLE_RADIUS, 2 * HANDLE_RADIUS, 2 * HANDLE_RADIUS);
    graphics.fill(handle);
    graphics.setColor(SHADE);
    graphics.draw(handle);
    graphics.draw(new Line2D.Double(x - 4, y - 3, x - 4, y + 3));
    graphics.draw(new Line2D.Double(x + 4, y - 3, x + 4, y + 3));
  }
}
