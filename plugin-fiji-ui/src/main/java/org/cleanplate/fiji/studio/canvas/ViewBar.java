package org.cleanplate.fiji.studio.canvas;

import java.awt.Insets;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javax.swing.ButtonGroup;
import javax.swing.JPanel;
import javax.swing.JToggleButton;
import net.miginfocom.swing.MigLayout;
import org.cleanplate.fiji.studio.model.StudioModel;
import org.cleanplate.fiji.studio.model.StudioModel.Aspect;
import org.cleanplate.fiji.studio.model.View;

/** Which side of the matte is seen. */
public final class ViewBar {
  private final Map<View, JToggleButton> buttons = new EnumMap<>(View.class);
  private final JPanel panel = new JPanel(new MigLayout("insets 6 8 4 8, gapx 2"));

  /** Follows the model from now on. */
  public ViewBar(StudioModel model) {
    panel.setName("views");
    ButtonGroup group = new ButtonGroup();
    for (View view : View.values()) {
      JToggleButton button = new JToggleButton(view.label());
      button.setName("view-" + view.name().toLowerCase(Locale.ROOT));
      button.setToolTipText(
          "Shows " + view.help() + " (" + (view.ordinal() + 1) + " on the picture)");
      button.getAccessibleContext().setAccessibleDescription("Shows " + view.help());
      button.setMargin(new Insets(2, 4, 2, 4));
      // FlatLaf would make short ones as wide as a dialog's.
      button.putClientProperty("JComponent.minimumWidth", 0);
      button.addActionListener(event -> model.setView(view));
      buttons.put(view, button);
      group.add(button);
      panel.add(button);
    }
    model.addListener(
        aspect -> {
          if (aspect == Aspect.VIEW) {
            show(model);
          }
        });
    show(model);
  }

  private void show(StudioModel model) {
    buttons.get(model.view()).setSelected(true);
  }

  public JPanel component() {
    return panel;
  }
}
