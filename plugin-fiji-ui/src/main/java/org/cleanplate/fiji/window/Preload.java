package org.cleanplate.fiji.window;

import java.awt.Container;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import java.util.Locale;
import java.util.stream.Stream;
import javax.swing.JFrame;
import javax.swing.JRootPane;
import net.miginfocom.swing.MigLayout;
import org.cleanplate.imagej.image.OpenImages;

/**
 * Loads what can be loaded without the event thread, so that this need not wait for it. Makes no
 * Swing component, and may be called on any thread.
 */
public final class Preload {
  private Preload() {}

  /**
   * Loads parts of a window, with what all windows use.
   *
   * @param parts none of them makes a component before it is constructed
   */
  public static void of(Class<?>... parts) {
    Stream.concat(Stream.of(JFrame.class, JRootPane.class), Stream.of(parts))
        .forEach(Preload::initialize);
    layOut();
    draw();
    OpenImages.all();
  }

  private static void initialize(Class<?> part) {
    try {
      Class.forName(part.getName(), true, part.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new NoClassDefFoundError(e.getMessage());
    }
  }

  /** Containers without Swing may be laid out on any thread. */
  private static void layOut() {
    Container container = new Container();
    container.setFont(new Font(Font.DIALOG, Font.PLAIN, 12));
    container.setLayout(new MigLayout("insets 0, fillx, wrap 2", "[right][grow,fill]"));
    container.add(new Container(), "span 2, growx, wmin 60");
    container.setSize(container.getPreferredSize());
    container.doLayout();
  }

  /** The first smooth line and the first letters take long. */
  private static void draw() {
    BufferedImage image = new BufferedImage(100, 20, BufferedImage.TYPE_INT_RGB);
    Graphics2D drawn = image.createGraphics();
    drawn.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    drawn.draw(new Line2D.Double(0, 0, 100, 20));
    drawn.drawString(String.format(Locale.ROOT, "%.3g", 0.5), 10, 10);
    drawn.dispose();
  }
}
