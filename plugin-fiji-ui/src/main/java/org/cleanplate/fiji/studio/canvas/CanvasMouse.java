package org.cleanplate.fiji.studio.canvas;

import java.awt.Cursor;
import java.awt.Graphics2D;
import java.awt.event.KeyAdapter;
import java.awt.event.KeyEvent;
import java.awt.event.KeyListener;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.swing.SwingUtilities;

/**
 * Hands the mouse to the tools of the canvas. With the space bar or the middle button held the
 * picture is moved whatever tool there is.
 */
public final class CanvasMouse {
  private static final double WHEEL_STEP = 1.15;

  private final MatteCanvas canvas;
  private final PanTool pan;
  private final WipeTool wipe;
  private final List<Consumer<Optional<Point2D>>> listeners = new ArrayList<>();
  private Optional<CanvasTool> chosen = Optional.empty();
  private Optional<CanvasTool> active = Optional.empty();
  private boolean spaceHeld;

  CanvasMouse(MatteCanvas canvas) {
    this.canvas = canvas;
    this.pan = new PanTool(canvas);
    this.wipe = new WipeTool(canvas);
    MouseAdapter handler = new Handler();
    canvas.addMouseListener(handler);
    canvas.addMouseMotionListener(handler);
    canvas.addMouseWheelListener(handler);
    canvas.addKeyListener(spaceBar());
  }

  /** Takes up a tool, which gets the mouse before divider and picture; none if empty. */
  public void setTool(Optional<CanvasTool> tool) {
    chosen = tool;
    canvas.repaint();
  }

  /** Hears where in the picture the mouse is, in its pixels; empty when it has left the canvas. */
  public void addPlaceListener(Consumer<Optional<Point2D>> listener) {
    listeners.add(listener);
  }

  void paintTools(Graphics2D graphics) {
    wipe.paint(graphics, canvas.viewport());
    chosen.ifPresent(tool -> tool.paint(graphics, canvas.viewport()));
  }

  private Stream<CanvasTool> toolsFor(MouseEvent event) {
    if (spaceHeld || SwingUtilities.isMiddleMouseButton(event)) {
      return Stream.of(pan);
    }
    return Stream.concat(chosen.stream(), Stream.of(wipe, pan));
  }

  private KeyListener spaceBar() {
    return new KeyAdapter() {
      @Override
      public void keyPressed(KeyEvent event) {
        spaceHeld |= event.getKeyCode() == KeyEvent.VK_SPACE;
      }

      @Override
      public void keyReleased(KeyEvent event) {
        spaceHeld &= event.getKeyCode() != KeyEvent.VK_SPACE;
      }
    };
  }

  private void tell(Optional<Point2D> place) {
    listeners.forEach(listener -> listener.accept(place));
  }

  private void tellPlace(MouseEvent event) {
    tell(Optional.of(canvas.viewport().toPicture(event.getX(), event.getY())));
  }

  private final class Handler extends MouseAdapter {
    @Override
    public void mousePressed(MouseEvent event) {
      canvas.requestFocusInWindow();
      active = toolsFor(event).filter(tool -> tool.press(event, canvas.viewport())).findFirst();
    }

    @Override
    public void mouseDragged(MouseEvent event) {
      active.ifPresent(tool -> tool.drag(event, canvas.viewport()));
      tellPlace(event);
    }

    @Override
    public void mouseReleased(MouseEvent event) {
      active.ifPresent(tool -> tool.release(event, canvas.viewport()));
      active = Optional.empty();
    }

    @Override
    public void mouseMoved(MouseEvent event) {
      Cursor cursor =
          toolsFor(event)
              .flatMap(tool -> tool.cursor(event, canvas.viewport()).stream())
              .findFirst()
              .orElse(Cursor.getDefaultCursor());
      canvas.setCursor(cursor);
      tellPlace(event);
    }

    @Override
    public void mouseExited(MouseEvent event) {
      tell(Optional.empty());
    }

    @Override
    public void mouseWheelMoved(MouseWheelEvent event) {
      double factor = Math.pow(WHEEL_STEP, -event.getPreciseWheelRotation());
      canvas.zoom(factor, event.getX(), event.getY());
    }
  }
}
