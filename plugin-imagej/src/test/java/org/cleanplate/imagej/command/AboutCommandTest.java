package org.cleanplate.imagej.command;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class AboutCommandTest {

  @Test
  void namesVersionLicenceCitationAndMacroKeys() {
    try (MacroRunner macro = new MacroRunner()) {
      assertTrue(macro.run(new AboutCommand(), ""));
      String log = macro.log();
      assertTrue(log.contains("ImageJ 1.54p"), log);
      assertTrue(log.contains("Licence: MIT"), log);
      assertTrue(
          log.contains("background=title|path|median|minimum|maximum|[quantile Q]|[slice N]"), log);
      assertTrue(log.contains("@inproceedings{lin2021real"), log);
    }
  }
}
