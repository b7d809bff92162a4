package org.cleanplate.fiji.studio.options;

import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JTextField;
import org.cleanplate.fiji.studio.model.StudioOptions;

/** A list of values to choose from; the first is the default, which a macro need not name. */
final class ChoiceControl implements OptionControl {
  private final String key;
  private final String standard;
  private final JComboBox<String> box;
  private final Runnable changed;
  private boolean showing;

  ChoiceControl(String key, String label, List<String> values, Runnable changed) {
    this.key = key;
    this.standard = values.get(0);
    this.box = new JComboBox<>(values.toArray(String[]::new));
    this.changed = changed;
    KeyHelp.describe(box, key, label);
    box.addActionListener(event -> tell());
  }

  private void tell() {
    if (!showing) {
      changed.run();
    }
  }

  /** The same for values that a user may also type. */
  ChoiceControl editable() {
    box.setEditable(true);
    JTextField field = (JTextField) box.getEditor().getEditorComponent();
    field.setColumns(6);
    field.setToolTipText(box.getToolTipText());
    field.getDocument().addDocumentListener(new TextChanges(this::tell));
    return this;
  }

  /** Other values; what is chosen stays chosen if it is among them. */
  void setValues(List<String> values) {
    showing = true;
    Object chosen = box.getSelectedItem();
    box.removeAllItems();
    values.forEach(box::addItem);
    box.setSelectedItem(chosen);
    showing = false;
  }

  String value() {
    Object chosen = box.isEditable() ? box.getEditor().getItem() : box.getSelectedItem();
    return chosen == null ? standard : chosen.toString().strip();
  }

  @Override
  public Set<String> keys() {
    return Set.of(key);
  }

  @Override
  public Map<String, String> values() {
    String value = value();
    return value.isEmpty() || value.equals(standard) ? Map.of() : Map.of(key, value);
  }

  @Override
  public void show(StudioOptions options) {
    if (values().equals(options.value(key).map(value -> Map.of(key, value)).orElse(Map.of()))) {
      return;
    }
    showing = true;
    box.setSelectedItem(options.value(key).orElse(standard));
    showing = false;
  }

  @Override
  public JComponent component() {
    return box;
  }
}
