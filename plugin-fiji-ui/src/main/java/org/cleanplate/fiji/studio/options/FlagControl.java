package org.cleanplate.fiji.studio.options;

import java.util.Map;
import java.util.Set;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import org.cleanplate.fiji.studio.model.StudioOptions;

/** A box to tick. */
final class FlagControl implements OptionControl {
  private final String key;
  private final JCheckBox box;

  FlagControl(String key, String label, Runnable changed) {
    this.key = key;
    this.box = new JCheckBox(label);
    KeyHelp.describe(box, key, label);
    box.addActionListener(event -> changed.run());
  }

  @Override
  public Set<String> keys() {
    return Set.of(key);
  }

  @Override
  public Map<String, String> values() {
    return box.isSelected() ? Map.of(key, "") : Map.of();
  }

  @Override
  public void show(StudioOptions options) {
    box.setSelected(options.value(key).isPresent());
  }

  @Override
  public JComponent component() {
    return box;
  }
}
