package org.cleanplate.fiji.studio.options;

import java.awt.Color;
import java.awt.Component;
import java.awt.Graphics;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.swing.Icon;
import javax.swing.JButton;
import javax.swing.JColorChooser;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.cleanplate.fiji.studio.model.StudioOptions;
import org.cleanplate.imagej.image.OpenImages;
import org.cleanplate.imagej.parameters.BackdropChoice;

/** What composites show behind the subject: a colour, an open image or a file. */
final class BackdropControl implements OptionControl {
  private static final String KEY = "backdrop";
  private static final int SWATCH = 14;

  private final ChoiceControl text;
  private final JButton button = new JButton(new Swatch());
  private final JPanel panel = new JPanel(new MigLayout("insets 0, fillx", "[grow,fill][]"));

  BackdropControl(Runnable changed) {
    text =
        new ChoiceControl(KEY, "Backdrop", List.of(BackdropChoice.DEFAULT.text()), changed)
            .editable();
    button.setName("backdrop-colour");
    button.setToolTipText("Choose the colour behind the subject");
    button.getAccessibleContext().setAccessibleName("Backdrop colour");
    button.addActionListener(event -> choose());
    panel.setOpaque(false);
    panel.add(text.component(), "wmin 60");
    panel.add(button);
  }

  /** Offers the images that are open now. */
  void update() {
    text.setValues(
        Stream.concat(
                Stream.of(BackdropChoice.DEFAULT.text()),
                OpenImages.all().stream().map(image -> image.getTitle()))
            .toList());
  }

  private void choose() {
    Color chosen = JColorChooser.showDialog(button, "Backdrop", colour());
    if (chosen != null) {
      int rgb = chosen.getRGB() & 0xFFFFFF;
      ((JComboBox<?>) text.component()).setSelectedItem(new BackdropChoice.Colour(rgb).text());
    }
  }

  private Color colour() {
    String value = text.value();
    return value.matches("#[0-9a-fA-F]{6}")
        ? new Color(Integer.parseInt(value.substring(1), 16))
        : new Color(BackdropChoice.DEFAULT.networkColour());
  }

  @Override
  public Set<String> keys() {
    return text.keys();
  }

  @Override
  public Map<String, String> values() {
    button.repaint();
    return text.values();
  }

  @Override
  public void show(StudioOptions options) {
    text.show(options);
    button.repaint();
  }

  @Override
  public JComponent component() {
    return panel;
  }

  /** The colour that is chosen. */
  private final class Swatch implements Icon {
    @Override
    public void paintIcon(Component component, Graphics graphics, int x, int y) {
      graphics.setColor(colour());
      graphics.fillRect(x, y, SWATCH, SWATCH);
      graphics.setColor(component.getForeground());
      graphics.drawRect(x, y, SWATCH - 1, SWATCH - 1);
    }

    @Override
    public int getIconWidth() {
      return SWATCH;
    }

    @Override
    public int getIconHeight() {
      return SWATCH;
    }
  }
}
