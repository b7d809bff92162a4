package org.cleanplate.fiji.studio.paint;

import ij.IJ;
import ij.plugin.frame.RoiManager;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.swing.JButton;
import javax.swing.JCheckBoxMenuItem;
import javax.swing.JComponent;
import javax.swing.JMenuItem;
import javax.swing.JOptionPane;
import javax.swing.JPopupMenu;
import org.cleanplate.MattingException;
import org.cleanplate.fiji.studio.model.StudioSession;
import org.cleanplate.fiji.studio.regions.Brush;
import org.cleanplate.fiji.studio.regions.RegionFiles;
import org.cleanplate.fiji.window.Mnemonics;

/** What is done with regions as a whole, and with those of ImageJ. */
final class RegionsMenu {
  private final StudioSession session;
  private final JComponent parent;
  private final JPopupMenu menu = new JPopupMenu();
  private final JButton button = new JButton();

  RegionsMenu(StudioSession session, PaintedOverlay overlay, JComponent parent) {
    this.session = session;
    this.parent = parent;
    item("keep-selection", "&Keep ImageJ's selection", () -> paintSelection(Brush.KEEP))
        .setToolTipText("What is selected in the source's window is subject at any rate");
    item("remove-selection", "&Remove ImageJ's selection", () -> paintSelection(Brush.REMOVE))
        .setToolTipText("What is selected in the source's window is background at any rate");
    menu.addSeparator();
    item("clear-frame", "Clear this &frame", () -> session.painting().clearFrame());
    item("clear-all", "Clear &all frames", () -> session.painting().clearAll());
    menu.addSeparator();
    showing(overlay);
    item("roi-manager", "Open in ROI &Manager", this::openInRoiManager)
        .setToolTipText("Keeps what is painted in files, and opens these");
    button.setName("regions");
    Mnemonics.set(button, "Re&gions…");
    button.setToolTipText("Selections, clearing, and the ROI Manager");
    button.putClientProperty("JComponent.minimumWidth", 0);
    button.addActionListener(event -> menu.show(button, 0, button.getHeight()));
  }

  private JMenuItem item(String name, String text, Runnable action) {
    return add(new JMenuItem(), name, text, action);
  }

  private void showing(PaintedOverlay overlay) {
    JCheckBoxMenuItem shown = new JCheckBoxMenuItem();
    shown.setSelected(true);
    add(shown, "show-painted", "&Show what is painted", () -> {});
    shown.addItemListener(event -> overlay.setVisible(shown.isSelected()));
  }

  private JMenuItem add(JMenuItem item, String name, String text, Runnable action) {
    item.setName(name);
    Mnemonics.set(item, text);
    item.addActionListener(event -> action.run());
    menu.add(item);
    return item;
  }

  JButton button() {
    return button;
  }

  private void paintSelection(Brush brush) {
    try {
      session.painting().paintSelection(brush);
    } catch (MattingException e) {
      JOptionPane.showMessageDialog(
          parent, e.getMessage(), "Matting Studio", JOptionPane.INFORMATION_MESSAGE);
    }
  }

  private void openInRoiManager() {
    session.painting().keepFiles(this::open);
  }

  private void open(RegionFiles files) {
    List<Path> all = Stream.concat(files.keep().stream(), files.remove().stream()).toList();
    if (all.isEmpty()) {
      IJ.showStatus("Nothing is painted");
      return;
    }
    RoiManager manager = RoiManager.getRoiManager();
    all.forEach(file -> manager.runCommand("Open", file.toString()));
  }
}
