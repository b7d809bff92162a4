package org.cleanplate.imagej.dialog;

import ij.gui.GenericDialog;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.cleanplate.MattingException;
import org.cleanplate.imagej.parameters.Output;

/** A check box for each output, three in a row. */
final class OutputFields {
  private static final int COLUMNS = 3;

  private OutputFields() {}

  static void add(GenericDialog dialog, Set<Output> offered) {
    List<Output> outputs = List.copyOf(offered);
    String[] labels = outputs.stream().map(OutputFields::label).toArray(String[]::new);
    boolean[] chosen = new boolean[labels.length];
    for (int i = 0; i < chosen.length; i++) {
      chosen[i] = Output.DEFAULT.contains(outputs.get(i));
    }
    int rows = (labels.length + COLUMNS - 1) / COLUMNS;
    dialog.addCheckboxGroup(rows, COLUMNS, labels, chosen);
  }

  private static String label(Output output) {
    String key = output.key();
    return key.substring(0, 1).toUpperCase(Locale.ROOT) + key.substring(1);
  }

  static Set<Output> read(GenericDialog dialog, Set<Output> offered) {
    Set<Output> chosen = EnumSet.noneOf(Output.class);
    for (Output output : offered) {
      if (dialog.getNextBoolean()) {
        chosen.add(output);
      }
    }
    if (chosen.isEmpty()) {
      throw new MattingException("No result is chosen: tick at least one, such as Alpha");
    }
    return chosen;
  }
}
