package org.cleanplate.fiji.studio.canvas;

import java.awt.Insets;
import java.util.Locale;
import java.util.Optional;
import javax.swing.AbstractButton;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JToggleButton;
import net.miginfocom.swing.MigLayout;
import org.cleanplate.fiji.studio.model.StudioModel;

/** How the picture is seen: with its divider, how large, and what is under the mouse. */
public final class ZoomBar {
  private final MatteCanvas canvas;
  private final JLabel pixel = new JLabel(" ");
  private final JLabel zoom = new JLabel("100 %");
  private final JPanel panel =
      new JPanel(new MigLayout("insets 4 8 2 8, fillx, gapx 2", "[][grow,fill][][][][][]"));

  /** Follows the canvas from now on. */
  public ZoomBar(StudioModel model, MatteCanvas canvas) {
    this.canvas = canvas;
    JToggleButton wipe = new JToggleButton("Before | after", true);
    name(wipe, "wipe", "Shows the frame on the left of a divider that can be dragged (W)");
    wipe.addActionListener(event -> canvas.setWiped(wipe.isSelected()));
    canvas.addWipeListener(wipe::setSelected);
    pixel.setName("pixel");
    pixel.setToolTipText("Place and values of the pixel under the mouse");
    zoom.setName("zoom");
    panel.add(wipe);
    panel.add(pixel, "wmin 0, gapleft 10");
    panel.add(button("zoom-out", "−", "Smaller (-)", canvas::zoomOut));
    panel.add(zoom, "wmin 48, alignx center");
    panel.add(button("zoom-in", "+", "Larger (+)", canvas::zoomIn));
    panel.add(button("zoom-fit", "Fit", "The whole frame (0)", canvas::zoomToFit));
    panel.add(button("zoom-full", "1:1", "One pixel for one (F)", canvas::zoomToFullSize));
    canvas.addViewportListener(this::showZoom);
    canvas
        .mouse()
        .addPlaceListener(
            place -> showPixel(place.flatMap(at -> PixelProbe.describe(model.preview(), at))));
  }

  private static JButton button(String name, String text, String help, Runnable action) {
    JButton button = new JButton(text);
    name(button, name, help);
    button.getAccessibleContext().setAccessibleName(help);
    button.addActionListener(event -> action.run());
    return button;
  }

  private static void name(AbstractButton button, String name, String help) {
    button.setName(name);
    button.setToolTipText(help);
    button.setMargin(new Insets(2, 6, 2, 6));
    // FlatLaf would make short ones as wide as a dialog's.
    button.putClientProperty("JComponent.minimumWidth", 0);
  }

  private void showZoom(Viewport viewport) {
    double pixels = canvas.getGraphicsConfiguration().getDefaultTransform().getScaleX();
    zoom.setText(String.format(Locale.ROOT, "%.0f %%", 100 * viewport.scale() * pixels));
  }

  private void showPixel(Optional<String> text) {
    pixel.setText(text.orElse(" "));
  }

  public JPanel component() {
    return panel;
  }
}
