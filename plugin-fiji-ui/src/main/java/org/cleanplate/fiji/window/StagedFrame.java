package org.cleanplate.fiji.window;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.SwingConstants;
import javax.swing.UIManager;

/**
 * A window that is shown at once, in its size, and filled in stages. Used by the event thread.
 *
 * <p>Its size is not that of its content, which is not there yet, and does not change later: a
 * window manager that is still placing a window loses such a change.
 */
public final class StagedFrame {
  private static final int FONT_SIZE = 12;

  private final JFrame frame;
  private final Stages stages;

  /**
   * Not shown yet.
   *
   * @param close asked by the person; is to dispose of the window, or not
   * @param failed hears that a library is missing
   */
  public StagedFrame(String title, String name, Runnable close, Consumer<LinkageError> failed) {
    frame = new JFrame(title);
    frame.setName(name);
    frame.setContentPane(new JPanel(new BorderLayout()));
    ClosingWindow.prepare(frame, close);
    stages = new Stages(failed);
  }

  public JFrame frame() {
    return frame;
  }

  /** What is still to be done. */
  public Stages stages() {
    return stages;
  }

  /**
   * Shows the window, and warms up the widgets for those who fill it.
   *
   * @param widthEms width in sizes of the font, as far as the screen allows
   * @param heightEms height, likewise
   * @param fill the first of the steps that fill it
   */
  public void show(int widthEms, int heightEms, Runnable fill) {
    int em =
        Optional.ofNullable(UIManager.getFont("Label.font"))
            .map(f -> f.getSize())
            .orElse(FONT_SIZE);
    frame.setSize(onScreen(new Dimension(widthEms * em, heightEms * em)));
    frame.setLocationByPlatform(true);
    frame.setVisible(true);
    frame.toFront();
    stages.then(() -> setContent(new JLabel("Opening", SwingConstants.CENTER)));
    Widgets.warmUp(stages, frame);
    stages.then(fill).start();
  }

  private static Dimension onScreen(Dimension wanted) {
    Rectangle screen = GraphicsEnvironment.getLocalGraphicsEnvironment().getMaximumWindowBounds();
    return new Dimension(
        Math.min(wanted.width, screen.width), Math.min(wanted.height, screen.height));
  }

  /** Shows this instead of what was there. */
  public void setContent(JComponent content) {
    frame.getContentPane().removeAll();
    frame.getContentPane().add(content);
    frame.getContentPane().revalidate();
    frame.repaint();
  }

  /**
   * All is there: from now on the window is not made smaller than its parts need.
   *
   * @param least at least that
   */
  public void filled(Dimension least) {
    Dimension needed = frame.getRootPane().getMinimumSize();
    frame.setMinimumSize(
        onScreen(
            new Dimension(
                Math.max(least.width, needed.width), Math.max(least.height, needed.height))));
    Component first = frame.getFocusTraversalPolicy().getDefaultComponent(frame);
    if (first != null && frame.isFocused() && frame.getFocusOwner() == frame) {
      first.requestFocusInWindow();
    }
  }

  /** Ends what is being built, and the window. */
  public void dispose() {
    stages.cancel();
    frame.dispose();
  }
}
