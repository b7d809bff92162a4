package org.cleanplate.fiji.studio.options;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import javax.swing.SpinnerNumberModel;

/**
 * Makes the controls of the options.
 *
 * @param changed hears whenever the person changes one
 */
record Controls(Runnable changed) {
  private static final int NUMBER_COLUMNS = 7;

  ChoiceControl choice(String key, String label, List<String> values) {
    return new ChoiceControl(key, label, values, changed);
  }

  <E> ChoiceControl choice(String key, String label, E[] values, Function<E, String> word) {
    return choice(key, label, Arrays.stream(values).map(word).toList());
  }

  NumberControl number(String key, String label, SpinnerNumberModel numbers) {
    return new NumberControl(key, label, numbers, NUMBER_COLUMNS, changed);
  }

  FlagControl flag(String key, String label) {
    return new FlagControl(key, label, changed);
  }
}
