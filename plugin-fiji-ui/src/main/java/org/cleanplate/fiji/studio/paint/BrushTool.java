package org.cleanplate.fiji.studio.paint;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Cursor;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.event.MouseEvent;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.Optional;
import javax.swing.SwingUtilities;
import org.cleanplate.fiji.studio.canvas.CanvasTool;
import org.cleanplate.fiji.studio.canvas.MatteCanvas;
import org.cleanplate.fiji.studio.canvas.Viewport;
import org.cleanplate.fiji.studio.model.StudioSession;
import org.cleanplate.fiji.studio.regions.Brush;
import org.cleanplate.fiji.studio.regions.BrushStroke;

/** A round brush. What it paints holds when the button is released. */
final class BrushTool implements CanvasTool {
  private static final Color RING = Color.WHITE;
  private static final Color RING_SHADE = new Color(0, 0, 0, 150);

  private final StudioSession session;
  private final MatteCanvas canvas;
  private final PaintedOverlay overlay;
  private final BrushSize size;
  private Brush brush = Brush.KEEP;
  private Optional<BrushStroke> stroke = Optional.empty();
  private boolean painting;
  private Optional<Point2D> mouse = Optional.empty();

  BrushTool(StudioSession session, MatteCanvas canvas, PaintedOverlay overlay, BrushSize size) {
    this.session = session;
    this.canvas = canvas;
    this.overlay = overlay;
    this.size = size;
    canvas.mouse().addPlaceListener(this::follow);
  }

  private void follow(Optional<Point2D> place) {
    mouse = place;
    canvas.repaint();
  }

  void setBrush(Brush other) {
    brush = other;
    stroke = Optional.empty();
  }

  @Override
  public boolean press(MouseEvent event, Viewport viewport) {
    if (!SwingUtilities.isLeftMouseButton(event) || session.model().plane().isEmpty()) {
      return false;
    }
    stroke = Optional.of(new BrushStroke(size.radiusPixels(), place(event, viewport)));
    painting = true;
    canvas.repaint();
    return true;
  }

  private static Point2D place(MouseEvent event, Viewport viewport) {
    return viewport.toPicture(event.getX(), event.getY());
  }

  @Override
  public void drag(MouseEvent event, Viewport viewport) {
    stroke.ifPresent(way -> way.moveTo(place(event, viewport)));
  }

  @Override
  public void release(MouseEvent event, Viewport viewport) {
    painting = false;
    if (stroke.isPresent() && session.model().source().isPresent()) {
      var image = session.model().source().get();
      session.painting().paint(brush, stroke.get().mask(image.getWidth(), image.getHeight()));
    }
  }

  @Override
  public Optional<Cursor> cursor(MouseEvent event, Viewport viewport) {
    return Optional.of(Cursor.getPredefinedCursor(Cursor.CROSSHAIR_CURSOR));
  }

  @Override
  public void paint(Graphics2D graphics, Viewport viewport) {
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    if (painting || !overlay.isUpToDate()) {
      stroke.ifPresent(way -> paint(graphics, way, viewport.toView()));
    }
    mouse.ifPresent(place -> ring(graphics, place, viewport.toView()));
  }

  private void paint(Graphics2D graphics, BrushStroke way, AffineTransform toView) {
    Path2D path = new Path2D.Double();
    Point2D start = way.way().get(0);
    path.moveTo(start.getX(), start.getY());
    way.way().forEach(point -> path.lineTo(point.getX(), point.getY()));
    float width = (float) (2 * way.radiusPixels() * toView.getScaleX());
    graphics.setColor(PaintColours.fill(brush));
    graphics.setStroke(new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    graphics.draw(toView.createTransformedShape(path));
  }

  private void ring(Graphics2D graphics, Point2D place, AffineTransform toView) {
    Point2D middle = toView.transform(place, null);
    double radius = size.radiusPixels() * toView.getScaleX();
    Ellipse2D ring =
        new Ellipse2D.Double(
            middle.getX() - radius, middle.getY() - radius, 2 * radius, 2 * radius);
    graphics.setColor(RING_SHADE);
    graphics.setStroke(new BasicStroke(3));
    graphics.draw(ring);
    graphics.setColor(brush == Brush.ERASE ? RING : PaintColours.line(brush));
    graphics.setStroke(new BasicStroke(1.5f));
    graphics.draw(ring);
  }
}
