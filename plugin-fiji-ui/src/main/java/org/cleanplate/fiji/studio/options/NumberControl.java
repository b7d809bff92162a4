package org.cleanplate.fiji.studio.options;

import java.util.Map;
import java.util.Set;
import javax.swing.JComponent;
import javax.swing.JFormattedTextField;
import javax.swing.JSpinner;
import javax.swing.SpinnerNumberModel;
import javax.swing.text.DefaultFormatter;
import org.cleanplate.fiji.studio.model.StudioOptions;
import org.cleanplate.imagej.macro.MacroLine;

/** A number; its default need not be named in a macro. */
final class NumberControl implements OptionControl {
  private final String key;
  private final double standard;
  private final JSpinner spinner;
  private boolean showing;

  NumberControl(
      String key, String label, SpinnerNumberModel numbers, int columns, Runnable changed) {
    this.key = key;
    this.standard = numbers.getNumber().doubleValue();
    this.spinner = new JSpinner(numbers);
    KeyHelp.describe(spinner, key, label);
    JFormattedTextField field = ((JSpinner.DefaultEditor) spinner.getEditor()).getTextField();
    field.setColumns(columns);
    field.setToolTipText(spinner.getToolTipText());
    // The preview follows while somebody types.
    ((DefaultFormatter) field.getFormatter()).setCommitsOnValidEdit(true);
    spinner.addChangeListener(
        event -> {
          if (!showing) {
            changed.run();
          }
        });
  }

  double value() {
    return ((Number) spinner.getValue()).doubleValue();
  }

  void setEnabled(boolean enabled) {
    spinner.setEnabled(enabled);
  }

  @Override
  public Set<String> keys() {
    return Set.of(key);
  }

  /** None while it has no meaning. */
  @Override
  public Map<String, String> values() {
    return value() == standard || !spinner.isEnabled() ? Map.of() : Map.of(key, text(value()));
  }

  private static String text(double value) {
    return new MacroLine().add("", value).toString().substring(1);
  }

  @Override
  public void show(StudioOptions options) {
    double shown = options.value(key).map(Double::parseDouble).orElse(standard);
    if (shown != value()) {
      showing = true;
      spinner.setValue(
          spinner.getValue() instanceof Integer ? (Object) (int) shown : (Object) shown);
      showing = false;
    }
  }

  @Override
  public JComponent component() {
    return spinner;
  }
}
