package org.cleanplate.imagej.command;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** On this machine, whatever it has; other machines are made up by the test of the check. */
class GpuCheckCommandTest {

  @Test
  void tellsTheLogWhatComputesAndWhatIsMissingFirst() {
    try (MacroRunner macro = new MacroRunner()) {
      assertTrue(macro.run(new GpuCheckCommand(), ""), macro.log());
      assertTrue(macro.log().startsWith("Mattes are computed on: "), macro.log());
      assertTrue(
          macro.log().contains("CUDA works.")
              || macro.log().contains("CUDA cannot be used. First missing: ")
                  && macro.log().contains("What to do: "),
          macro.log());
    }
  }

  @Test
  void takesNoOptions() {
    try (MacroRunner macro = new MacroRunner()) {
      assertFalse(macro.run(new GpuCheckCommand(), "device=cuda:0"));
      assertTrue(macro.log().contains("device"), macro.log());
    }
  }
}
