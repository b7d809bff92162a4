package org.cleanplate.fiji.training;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.Rectangle;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.Scrollable;

/** Scrolls its content up and down; to the width of the view it is fitted. */
final class SettingsView extends JPanel implements Scrollable {
  private static final long serialVersionUID = 1;
  private static final int UNIT = 16;

  private SettingsView(JComponent content) {
    super(new BorderLayout());
    add(content, BorderLayout.NORTH);
  }

  static JScrollPane of(JComponent content) {
    JScrollPane scrolled =
        new JScrollPane(
            new SettingsView(content),
            JScrollPane.VERTICAL_SCROLLBAR_AS_NEEDED,
            JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
    scrolled.setBorder(null);
    return scrolled;
  }

  @Override
  public Dimension getPreferredScrollableViewportSize() {
    return getPreferredSize();
  }

  @Override
  public int getScrollableUnitIncrement(Rectangle visible, int orientation, int direction) {
    return UNIT;
  }

  @Override
  public int getScrollableBlockIncrement(Rectangle visible, int orientation, int direction) {
    return visible.height;
  }

  @Override
  public boolean getScrollableTracksViewportWidth() {
    return true;
  }

  @Override
  public boolean getScrollableTracksViewportHeight() {
    return false;
  }
}
