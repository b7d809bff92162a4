package org.cleanplate.fiji.studio.options;

import ij.ImagePlus;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JFileChooser;
import javax.swing.JPanel;
import javax.swing.JSpinner;
import javax.swing.SpinnerNumberModel;
import net.miginfocom.swing.MigLayout;
import org.cleanplate.fiji.studio.model.StudioOptions;
import org.cleanplate.imagej.image.OpenImages;
import org.cleanplate.imagej.macro.MacroLine;

/** Chooses the clean plate: an estimate, an open image, a slice of the source, or a file. */
final class PlateControl implements OptionControl {
  private static final String KEY = "background";
  private static final double LOW_QUANTILE = 0.2;

  private final Runnable changed;
  private final JComboBox<PlateEntry> list = new JComboBox<>();
  private final JSpinner quantile = new JSpinner(new SpinnerNumberModel(LOW_QUANTILE, 0, 1, 0.05));
  private final JSpinner slice = new JSpinner(new SpinnerNumberModel(1, 1, Integer.MAX_VALUE, 1));
  private final JPanel panel =
      new JPanel(new MigLayout("insets 0, fillx, hidemode 3", "[grow,fill][]"));
  private final List<PlateEntry> files = new ArrayList<>();
  private PlateEntry chosen = PlateEntry.named("", "median");
  private boolean showing;

  PlateControl(Runnable changed) {
    this.changed = changed;
    KeyHelp.describe(list, KEY, "Background");
    KeyHelp.describe(quantile, KEY, "Quantile");
    KeyHelp.describe(slice, KEY, "Slice number");
    quantile.setName("background-quantile");
    slice.setName("background-slice");
    list.addActionListener(event -> choose());
    quantile.addChangeListener(event -> tell());
    slice.addChangeListener(event -> tell());
    panel.setOpaque(false);
    panel.add(list, "wmin 60");
    panel.add(quantile);
    panel.add(slice);
    update(Optional.empty());
  }

  private void tell() {
    if (!showing) {
      changed.run();
    }
  }

  /** Offers what is open now besides the source. */
  void update(Optional<ImagePlus> source) {
    showing = true;
    String value = value();
    list.removeAllItems();
    list.addItem(PlateEntry.named("Estimate: median", "median"));
    list.addItem(PlateEntry.named("Estimate: darkest", "minimum"));
    list.addItem(PlateEntry.named("Estimate: brightest", "maximum"));
    list.addItem(PlateEntry.QUANTILE);
    list.addItem(PlateEntry.SLICE);
    OpenImages.all().stream()
        .filter(image -> source.filter(own -> own == image).isEmpty())
        .forEach(image -> list.addItem(PlateEntry.named(image.getTitle(), image.getTitle())));
    files.forEach(list::addItem);
    list.addItem(PlateEntry.BROWSE);
    select(value);
    showing = false;
  }

  /** Selects what stands for a value; a name that is not offered is taken as that of a file. */
  private void select(String value) {
    PlateEntry found = null;
    for (int i = 0; i < list.getItemCount() && found == null; i++) {
      found = list.getItemAt(i).stands(value) ? list.getItemAt(i) : null;
    }
    if (found == null) {
      found = PlateEntry.named(new File(value).getName(), value);
      files.add(found);
      list.insertItemAt(found, list.getItemCount() - 1);
    }
    String number = value.replaceAll("^\\D*", "");
    if (found.kind() == PlateEntry.Kind.QUANTILE) {
      quantile.setValue(Double.parseDouble(number));
    } else if (found.kind() == PlateEntry.Kind.SLICE) {
      slice.setValue(Integer.parseInt(number));
    }
    list.setSelectedItem(found);
    take(found);
  }

  private void choose() {
    if (showing || !(list.getSelectedItem() instanceof PlateEntry entry)) {
      return;
    }
    if (entry.kind() == PlateEntry.Kind.BROWSE) {
      browse();
    } else {
      take(entry);
      changed.run();
    }
  }

  private void take(PlateEntry entry) {
    chosen = entry;
    quantile.setVisible(entry.kind() == PlateEntry.Kind.QUANTILE);
    slice.setVisible(entry.kind() == PlateEntry.Kind.SLICE);
    panel.revalidate();
  }

  private void browse() {
    JFileChooser chooser = new JFileChooser();
    chooser.setFileSelectionMode(JFileChooser.FILES_AND_DIRECTORIES);
    chooser.setDialogTitle("Background");
    boolean picked = chooser.showOpenDialog(panel) == JFileChooser.APPROVE_OPTION;
    showing = true;
    // Macros are written with slashes on every system.
    select(picked ? chooser.getSelectedFile().getPath().replace('\\', '/') : value());
    showing = false;
    if (picked) {
      changed.run();
    }
  }

  private String value() {
    return switch (chosen.kind()) {
      case QUANTILE ->
          new MacroLine()
              .add("quantile", ((Number) quantile.getValue()).doubleValue())
              .toString()
              .replace('=', ' ');
      case SLICE -> "slice " + slice.getValue();
      case WHOLE, BROWSE -> chosen.value();
    };
  }

  @Override
  public Set<String> keys() {
    return Set.of(KEY);
  }

  @Override
  public Map<String, String> values() {
    return Map.of(KEY, value());
  }

  @Override
  public void show(StudioOptions options) {
    String value = options.value(KEY).orElse("median");
    if (!value.equals(value())) {
      showing = true;
      select(value);
      showing = false;
    }
  }

  @Override
  public JComponent component() {
    return panel;
  }
}
