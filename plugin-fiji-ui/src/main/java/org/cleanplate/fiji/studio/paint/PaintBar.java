package org.cleanplate.fiji.studio.paint;

import java.awt.Insets;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.swing.AbstractButton;
import javax.swing.ButtonGroup;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSlider;
import javax.swing.JToggleButton;
import net.miginfocom.swing.MigLayout;
import org.cleanplate.fiji.studio.canvas.MatteCanvas;
import org.cleanplate.fiji.studio.model.Painting;
import org.cleanplate.fiji.studio.model.StudioSession;
import org.cleanplate.fiji.studio.regions.Brush;
import org.cleanplate.fiji.studio.worker.PictureWorker;

/** The tools of the canvas: the hand, the brushes, and what is done with what is painted. */
public final class PaintBar {
  private final StudioSession session;
  private final MatteCanvas canvas;
  private final BrushSize size = new BrushSize();
  private final BrushTool tool;
  private final JToggleButton hand = new JToggleButton(PaintIcon.MOVE, true);
  private final Map<Brush, JToggleButton> brushes = new EnumMap<>(Brush.class);
  private final JLabel diameter = new JLabel();
  private final JCheckBox allFrames = new JCheckBox("All frames");
  private final JButton undo = new JButton(PaintIcon.UNDO);
  private final JButton redo = new JButton(PaintIcon.REDO);
  private final JPanel panel = new JPanel(new MigLayout("insets 0 8 4 8, gapx 2, hidemode 3"));

  /** Follows the session's model from now on. */
  public PaintBar(StudioSession session, MatteCanvas canvas, PictureWorker worker) {
    this.session = session;
    this.canvas = canvas;
    PaintedOverlay overlay = new PaintedOverlay(session.model(), canvas, worker);
    canvas.addOverlay(overlay);
    tool = new BrushTool(session, canvas, overlay, size);
    panel.setName("paint");
    addTools();
    addSize();
    addReach();
    panel.add(new RegionsMenu(session, overlay, panel).button(), "gapleft 6");
    session
        .model()
        .addListener(
            aspect -> {
              switch (aspect) {
                case SOURCE, PAINTED -> enableWhatHasMeaning();
                default -> {
                  // The tools stay as they are.
                }
              }
            });
    enableWhatHasMeaning();
  }

  private void addTools() {
    ButtonGroup group = new ButtonGroup();
    name(hand, "tool-hand", "Hand", "Moves the picture, and the divider (H)");
    hand.addActionListener(event -> chooseHand());
    group.add(hand);
    panel.add(hand);
    addBrush(group, Brush.KEEP, PaintIcon.KEEP, "Keep", "Paints what is subject at any rate (K)");
    addBrush(
        group,
        Brush.REMOVE,
        PaintIcon.REMOVE,
        "Remove",
        "Paints what is background at any rate (R)");
    addBrush(group, Brush.ERASE, PaintIcon.ERASE, "Eraser", "Takes paint away again (E)");
  }

  private void addBrush(ButtonGroup group, Brush brush, PaintIcon icon, String label, String help) {
    JToggleButton button = new JToggleButton(icon);
    name(button, "tool-" + brush.name().toLowerCase(Locale.ROOT), label, help);
    button.addActionListener(event -> choose(brush));
    brushes.put(brush, button);
    group.add(button);
    panel.add(button);
  }

  private void addSize() {
    JSlider slider = new JSlider(size.steps());
    slider.setName("brush-size");
    slider.setToolTipText("How wide the brush is ([ and ])");
    slider.getAccessibleContext().setAccessibleName("Brush size");
    diameter.setName("brush-diameter");
    diameter.setToolTipText("Width of the brush in pixels of the picture");
    size.steps().addChangeListener(event -> showSize());
    showSize();
    panel.add(slider, "gapleft 6, w 60:90:110");
    panel.add(diameter, "w 48!");
  }

  private void showSize() {
    diameter.setText(size.diameterPixels() + " px");
    canvas.repaint();
  }

  private void addReach() {
    allFrames.setName("all-frames");
    allFrames.setToolTipText("Strokes hold on all frames, instead of the current one alone (A)");
    allFrames.addActionListener(event -> session.painting().setOnAllFrames(allFrames.isSelected()));
    panel.add(allFrames);
    name(undo, "undo", "Undo", "Takes the last stroke back (Ctrl+Z)");
    undo.addActionListener(event -> undo());
    name(redo, "redo", "Redo", "Brings it back (Ctrl+Y)");
    redo.addActionListener(event -> redo());
    panel.add(undo, "gapleft 6");
    panel.add(redo);
  }

  private static void name(AbstractButton button, String name, String label, String help) {
    button.setName(name);
    button.setToolTipText(help);
    button.getAccessibleContext().setAccessibleName(label);
    button.setMargin(new Insets(2, 4, 2, 4));
    // FlatLaf would make short ones as wide as a dialog's.
    button.putClientProperty("JComponent.minimumWidth", 0);
  }

  public JPanel component() {
    return panel;
  }

  /** Takes the hand, which moves the picture. */
  public void chooseHand() {
    hand.setSelected(true);
    canvas.mouse().setTool(Optional.empty());
  }

  /** Takes a brush. */
  public void choose(Brush brush) {
    brushes.get(brush).setSelected(true);
    tool.setBrush(brush);
    canvas.mouse().setTool(Optional.of(tool));
  }

  public void larger() {
    size.larger();
  }

  public void smaller() {
    size.smaller();
  }

  /** Strokes hold on the current frame, or on all, the other way round. */
  public void toggleAllFrames() {
    allFrames.doClick(0);
  }

  public void undo() {
    session.painting().undo();
  }

  public void redo() {
    session.painting().redo();
  }

  private void enableWhatHasMeaning() {
    Painting painting = session.painting();
    undo.setEnabled(painting.canUndo());
    redo.setEnabled(painting.canRedo());
    boolean painted = session.model().plane().isPresent();
    brushes.values().forEach(button -> button.setEnabled(painted));
  }
}
