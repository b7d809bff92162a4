package org.cleanplate.fiji.studio.paint;

import java.awt.Graphics2D;
import java.util.OptionalInt;
import org.cleanplate.fiji.studio.canvas.CanvasOverlay;
import org.cleanplate.fiji.studio.canvas.MatteCanvas;
import org.cleanplate.fiji.studio.canvas.Viewport;
import org.cleanplate.fiji.studio.model.StudioModel;
import org.cleanplate.fiji.studio.regions.Painted;
import org.cleanplate.fiji.studio.worker.PictureWorker;

/** Shows what is painted on the current frame. Used by the event thread. */
final class PaintedOverlay implements CanvasOverlay {
  private final StudioModel model;
  private final MatteCanvas canvas;
  private final PictureWorker worker;
  private Painted wanted = Painted.NOTHING;
  private Painted shown = Painted.NOTHING;
  private PaintedPicture picture = PaintedPicture.of(Painted.NOTHING);
  private boolean visible = true;

  /** Follows the model from now on. */
  PaintedOverlay(StudioModel model, MatteCanvas canvas, PictureWorker worker) {
    this.model = model;
    this.canvas = canvas;
    this.worker = worker;
    model.addListener(
        aspect -> {
          switch (aspect) {
            case SOURCE, FRAME, PAINTED -> update();
            default -> {
              // Nothing that is painted.
            }
          }
        });
  }

  private void update() {
    OptionalInt plane = model.plane();
    Painted painted = plane.isPresent() ? model.matte().on(plane.getAsInt()) : Painted.NOTHING;
    if (painted.equals(wanted)) {
      return;
    }
    wanted = painted;
    worker.make(
        () -> PaintedPicture.of(painted),
        made -> {
          if (painted == wanted) {
            shown = painted;
            picture = made;
            canvas.repaint();
          }
        });
  }

  /** Whether all that is painted is seen by now. */
  boolean isUpToDate() {
    return shown == wanted;
  }

  boolean isVisible() {
    return visible;
  }

  void setVisible(boolean on) {
    visible = on;
    canvas.repaint();
  }

  @Override
  public void paint(Graphics2D graphics, Viewport viewport) {
    if (visible) {
      picture.draw(graphics, viewport.toView());
    }
  }
}
