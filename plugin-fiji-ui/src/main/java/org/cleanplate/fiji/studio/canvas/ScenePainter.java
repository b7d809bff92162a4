package org.cleanplate.fiji.studio.canvas;

import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.TexturePaint;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import javax.swing.JComponent;

/** Draws before and after, what they are called, and what goes on. */
final class ScenePainter {
  private static final int CELL = 8;
  private static final Color PILL = new Color(20, 20, 20, 190);
  private static final Color FAILED_PILL = new Color(150, 30, 30, 220);
  private static final int MARGIN = 10;

  private final JComponent canvas;

  ScenePainter(JComponent canvas) {
    this.canvas = canvas;
  }

  /**
   * Draws all but the tools.
   *
   * @param dividerX where after begins; 0 for all of it
   */
  void paint(Graphics2D graphics, Scene scene, Viewport viewport, double dividerX) {
    graphics.setColor(canvas.getBackground());
    graphics.fillRect(0, 0, canvas.getWidth(), canvas.getHeight());
    boolean wiped = scene.after().isPresent();
    double border = wiped ? dividerX : canvas.getWidth();
    scene.before().ifPresent(picture -> side(graphics, picture, viewport, 0, border));
    scene
        .after()
        .ifPresent(picture -> side(graphics, picture, viewport, border, canvas.getWidth()));
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    if (wiped && border > 0) {
      pill(graphics, "Source", MARGIN);
    }
    if (wiped) {
      String label = scene.afterLabel();
      pill(graphics, label, canvas.getWidth() - MARGIN - pillWidth(graphics, label));
    }
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    scene.message().ifPresent(text -> message(graphics, text, scene));
  }

  private void side(
      Graphics2D graphics, Picture picture, Viewport viewport, double left, double right) {
    Graphics2D clipped = (Graphics2D) graphics.create();
    clipped.clip(new Rectangle2D.Double(left, 0, right - left, canvas.getHeight()));
    Shape place =
        viewport
            .toView()
            .createTransformedShape(
                new Rectangle2D.Double(0, 0, picture.width(), picture.height()));
    clipped.setPaint(checkerboard());
    clipped.fill(place);
    picture.draw(clipped, viewport.toView());
    clipped.dispose();
  }

  private static TexturePaint checkerboard() {
    BufferedImage cells = new BufferedImage(2 * CELL, 2 * CELL, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < 2 * CELL; y++) {
      for (int x = 0; x < 2 * CELL; x++) {
        cells.setRGB(x, y, x / CELL == y / CELL ? 0x9A9A9A : 0xC8C8C8);
      }
    }
    return new TexturePaint(cells, new Rectangle2D.Double(0, 0, 2 * CELL, 2 * CELL));
  }

  /** In the middle while there is nothing else to see, else below. */
  private void message(Graphics2D graphics, String text, Scene scene) {
    FontMetrics metrics = graphics.getFontMetrics(canvas.getFont());
    List<String> lines =
        WrappedText.lines(text, metrics::stringWidth, canvas.getWidth() - 4 * MARGIN);
    boolean alone = scene.any().isEmpty();
    int height = lines.size() * metrics.getHeight() + 6;
    int width = lines.stream().mapToInt(metrics::stringWidth).max().orElse(0) + 2 * MARGIN;
    int x = (canvas.getWidth() - width) / 2;
    int y = alone ? (canvas.getHeight() - height) / 2 : canvas.getHeight() - MARGIN - height;
    if (!alone) {
      graphics.setColor(scene.failed() ? FAILED_PILL : PILL);
      graphics.fill(new RoundRectangle2D.Double(x, y, width, height, 22, 22));
    }
    graphics.setFont(canvas.getFont());
    graphics.setColor(alone ? canvas.getForeground() : Color.WHITE);
    for (int i = 0; i < lines.size(); i++) {
      int left = (canvas.getWidth() - metrics.stringWidth(lines.get(i))) / 2;
      graphics.drawString(
          lines.get(i), left, y + 3 + metrics.getAscent() + i * metrics.getHeight());
    }
  }

  private int pillWidth(Graphics2D graphics, String text) {
    return graphics.getFontMetrics(canvas.getFont()).stringWidth(text) + 2 * MARGIN;
  }

  /** A label at the top. */
  private void pill(Graphics2D graphics, String text, int x) {
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setFont(canvas.getFont());
    FontMetrics metrics = graphics.getFontMetrics();
    int height = metrics.getHeight() + 6;
    graphics.setColor(PILL);
    graphics.fill(
        new RoundRectangle2D.Double(x, MARGIN, pillWidth(graphics, text), height, height, height));
    graphics.setColor(Color.WHITE);
    graphics.drawString(text, x + MARGIN, MARGIN + 3 + metrics.getAscent());
  }
}
