package org.cleanplate.fiji.studio.canvas;

import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import javax.swing.JPanel;

/**
 * A frame and its matte on either side of a divider. Zooms with the wheel, around the mouse; moves
 * when dragged. Used by the event thread.
 */
public final class MatteCanvas extends JPanel {
  private static final long serialVersionUID = 1;
  private static final double ZOOM_STEP = 1.25;
  private static final double FULL_SIZE = 1;

  private final transient ScenePainter painter = new ScenePainter(this);
  private final transient List<Consumer<Viewport>> listeners = new ArrayList<>();
  private final transient List<Consumer<Boolean>> wipeListeners = new ArrayList<>();
  private final transient List<CanvasOverlay> overlays = new ArrayList<>();
  private final transient CanvasMouse mouse = new CanvasMouse(this);
  private transient Scene scene = Scene.EMPTY;
  private transient Viewport viewport = new Viewport(FULL_SIZE, 0, 0);

  /** Whether the picture shall stay as large as it fits. */
  private boolean fitted = true;

  private boolean wiped = true;
  private double wipe = 0.5;

  /** Nothing is shown yet. */
  public MatteCanvas() {
    setName("canvas");
    setFocusable(true);
    setPreferredSize(new Dimension(720, 480));
    setMinimumSize(new Dimension(200, 140));
    getAccessibleContext().setAccessibleName("Frame and matte");
    getAccessibleContext()
        .setAccessibleDescription("The frame on the left of the divider, its matte on the right");
    addComponentListener(
        new ComponentAdapter() {
          @Override
          public void componentResized(ComponentEvent event) {
            if (fitted) {
              zoomToFit();
            }
          }
        });
  }

  /** The mouse, for tools and for who wants to know what is under it. */
  public CanvasMouse mouse() {
    return mouse;
  }

  /** Draws something more over the pictures. */
  public void addOverlay(CanvasOverlay overlay) {
    overlays.add(overlay);
  }

  /** Hears of every other zoom and place. */
  public void addViewportListener(Consumer<Viewport> listener) {
    listeners.add(listener);
  }

  void show(Scene other) {
    Optional<Picture> before = scene.any();
    scene = other;
    boolean resized =
        other
            .any()
            .filter(picture -> before.filter(old -> sameSize(old, picture)).isEmpty())
            .isPresent();
    if (resized) {
      zoomToFit();
    }
    repaint();
  }

  private static boolean sameSize(Picture a, Picture b) {
    return a.width() == b.width() && a.height() == b.height();
  }

  public Viewport viewport() {
    return viewport;
  }

  /** Shows another part, which then stays whatever becomes of the window's size. */
  void setViewport(Viewport other) {
    fitted = false;
    take(other);
  }

  private void take(Viewport other) {
    viewport = other;
    listeners.forEach(listener -> listener.accept(other));
    repaint();
  }

  /** The whole picture. */
  public void zoomToFit() {
    fitted = true;
    scene
        .any()
        .ifPresent(
            picture ->
                take(
                    Viewport.fitting(
                        picture.width(), picture.height(), viewWidth(), viewHeight())));
  }

  /** One pixel of the frame for one of the screen. */
  public void zoomToFullSize() {
    double pixel = getGraphicsConfiguration().getDefaultTransform().getScaleX();
    double factor = FULL_SIZE / pixel / viewport.scale();
    setViewport(viewport.zoomed(factor, viewWidth() / 2.0, viewHeight() / 2.0));
  }

  public void zoomIn() {
    zoom(ZOOM_STEP, viewWidth() / 2.0, viewHeight() / 2.0);
  }

  public void zoomOut() {
    zoom(1 / ZOOM_STEP, viewWidth() / 2.0, viewHeight() / 2.0);
  }

  void zoom(double factor, double x, double y) {
    setViewport(viewport.zoomed(factor, x, y));
  }

  private int viewWidth() {
    return Math.max(1, getWidth());
  }

  private int viewHeight() {
    return Math.max(1, getHeight());
  }

  /** Whether the frame is seen beside its matte, on the left of the divider. */
  public boolean isWiped() {
    return wiped && scene.after().isPresent() && scene.before().isPresent();
  }

  /** Shows the frame beside its matte, or the matte alone. */
  public void setWiped(boolean on) {
    wiped = on;
    wipeListeners.forEach(listener -> listener.accept(on));
    repaint();
  }

  /** The other way round. */
  public void toggleWipe() {
    setWiped(!wiped);
  }

  void addWipeListener(Consumer<Boolean> listener) {
    wipeListeners.add(listener);
  }

  /** Where the divider is, as a share of the width; empty if there is none. */
  public OptionalDouble wipe() {
    return isWiped() ? OptionalDouble.of(wipe) : OptionalDouble.empty();
  }

  /**
   * Moves the divider.
   *
   * @param share of the width, held within 0..1
   */
  public void setWipe(double share) {
    wipe = Math.max(0, Math.min(1, share));
    repaint();
  }

  double dividerX() {
    return wipe * getWidth();
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Graphics2D drawn = (Graphics2D) graphics.create();
    painter.paint(drawn, scene, viewport, isWiped() ? dividerX() : 0);
    overlays.forEach(overlay -> overlay.paint(drawn, viewport));
    mouse.paintTools(drawn);
    drawn.dispose();
  }
}
