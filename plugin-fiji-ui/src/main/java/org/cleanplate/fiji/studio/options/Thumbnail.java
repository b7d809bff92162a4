package org.cleanplate.fiji.studio.options;

import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.util.Optional;
import javax.swing.JPanel;
import javax.swing.UIManager;
import org.cleanplate.fiji.studio.canvas.Picture;

/** A small picture. */
final class Thumbnail extends JPanel {
  private static final long serialVersionUID = 1;

  private transient Optional<Picture> picture = Optional.empty();

  Thumbnail(String name, String label) {
    setName(name);
    setOpaque(false);
    setPreferredSize(new Dimension(136, 84));
    setMinimumSize(new Dimension(60, 40));
    getAccessibleContext().setAccessibleName(label);
  }

  void show(Optional<Picture> other) {
    picture = other;
    repaint();
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Graphics2D drawn = (Graphics2D) graphics.create();
    drawn.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
    picture.ifPresent(shown -> shown.drawInto(drawn, getWidth(), getHeight()));
    if (picture.isEmpty()) {
      drawn.setColor(UIManager.getColor("Separator.foreground"));
      drawn.drawRect(0, 0, getWidth() - 1, getHeight() - 1);
    }
    drawn.dispose();
  }
}
