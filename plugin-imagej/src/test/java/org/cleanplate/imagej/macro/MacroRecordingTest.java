package org.cleanplate.imagej.macro;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class MacroRecordingTest {

  @Test
  void writesTheLineOfAMacro() {
    assertEquals(
        "run(\"Matte Stack...\", \"background=[my plate] alpha\");",
        MacroRecording.line("Matte Stack...", "background=[my plate] alpha", false));
  }

  @Test
  void writesTheLineOfAScript() {
    assertEquals(
        "IJ.run(\"Models...\", \"list\");", MacroRecording.line("Models...", "list", true));
  }

  @Test
  void escapesWhatWouldEndTheString() {
    assertEquals(
        "run(\"Models...\", \"import=[a\\\"b\\\\c]\");",
        MacroRecording.line("Models...", "import=[a\"b\\c]", false));
  }
}
