package org.cleanplate.fiji.studio.options;

import javax.swing.JComponent;
import org.cleanplate.imagej.macro.MacroKey;
import org.cleanplate.imagej.parameters.MatteStackParameters;

/** Tells what an option does in the words of the macro reference. */
final class KeyHelp {
  private KeyHelp() {}

  /**
   * Names a control and explains it.
   *
   * @param key of the option
   * @param label what stands beside it
   */
  static void describe(JComponent component, String key, String label) {
    String help =
        MatteStackParameters.SYNTAX.keys().stream()
            .filter(known -> known.name().equals(key))
            .map(MacroKey::help)
            .findFirst()
            .orElseThrow();
    String sentence = Character.toUpperCase(help.charAt(0)) + help.substring(1);
    component.setName(key);
    component.setToolTipText(
        "<html><body style='width: 220px'>" + sentence + "<br><code>" + key + "</code> in a macro");
    component.getAccessibleContext().setAccessibleName(label);
    component.getAccessibleContext().setAccessibleDescription(sentence);
  }
}
