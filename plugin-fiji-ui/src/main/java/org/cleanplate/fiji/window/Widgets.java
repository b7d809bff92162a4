package org.cleanplate.fiji.window;

import java.awt.Component;
import java.awt.Container;
import java.awt.Graphics2D;
import java.awt.image.VolatileImage;
import java.util.List;
import java.util.function.Supplier;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JCheckBoxMenuItem;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JMenuItem;
import javax.swing.JPanel;
import javax.swing.JPopupMenu;
import javax.swing.JProgressBar;
import javax.swing.JScrollPane;
import javax.swing.JSlider;
import javax.swing.JSpinner;
import javax.swing.JSplitPane;
import javax.swing.JTabbedPane;
import javax.swing.JTable;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.JToggleButton;
import javax.swing.SpinnerNumberModel;
import net.miginfocom.swing.MigLayout;

/**
 * One of each kind of widget, made, drawn where nobody sees it, and given up. Most of the time that
 * a first window takes is that of loading the classes of its widgets; so it is spread over events.
 */
final class Widgets {
  private static final List<Supplier<JComponent>> KINDS =
      List.of(
          () -> new JLabel("Label"),
          () -> new JButton("Button"),
          () -> new JToggleButton("Button", true),
          () -> new JCheckBox("Box", true),
          () -> new JTextField("Text"),
          () -> new JTextArea("Text"),
          JScrollPane::new,
          () -> new JList<>(new String[] {"Choice"}),
          () -> new JMenuItem("Item"),
          () -> new JCheckBoxMenuItem("Item", true),
          JPopupMenu::new,
          () -> new JComboBox<>(new String[] {"Choice"}),
          Widgets::editableChoice,
          () -> new JSpinner(new SpinnerNumberModel(0.5, 0, 1, 0.1)),
          () -> new JSlider(0, 10),
          JProgressBar::new,
          JSplitPane::new,
          () -> new JTable(2, 2),
          Widgets::tabs);

  private static final int WIDTH = 200;
  private static final int HEIGHT = 100;
  private static final String CONSTRAINTS = "span 2, growx, wmin 60";

  private Widgets() {}

  private static JComponent editableChoice() {
    JComboBox<String> choice = new JComboBox<>(new String[] {"Choice"});
    choice.setEditable(true);
    return choice;
  }

  private static JComponent tabs() {
    JTabbedPane tabs = new JTabbedPane();
    tabs.addTab("Tab", new JPanel());
    return tabs;
  }

  private static MigLayout layout() {
    return new MigLayout("insets 0, fillx, wrap 2", "[right][grow,fill]");
  }

  /**
   * Adds a step for each kind.
   *
   * @param window where they will be shown; an image like its own is drawn on
   */
  static void warmUp(Stages stages, Component window) {
    KINDS.forEach(kind -> stages.then(() -> draw(kind.get(), window)));
  }

  private static void draw(JComponent widget, Component window) {
    widget.getAccessibleContext().setAccessibleName("Widget");
    JPanel panel = new JPanel(layout());
    panel.add(widget, CONSTRAINTS);
    panel.setSize(panel.getPreferredSize());
    layOut(panel);
    VolatileImage image = window.createVolatileImage(WIDTH, HEIGHT);
    Graphics2D graphics = image.createGraphics();
    panel.paint(graphics);
    graphics.dispose();
    image.flush();
  }

  private static void layOut(Container container) {
    container.doLayout();
    for (Component part : container.getComponents()) {
      if (part instanceof Container inner) {
        layOut(inner);
      }
    }
  }
}
