package org.cleanplate.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import org.cleanplate.imagej.command.MacroReference;
import org.junit.jupiter.api.Test;

class MacroReferencePageTest {

  @Test
  void pageSaysWhatTheCodeUnderstands() throws IOException {
    assertEquals(
        MacroReference.markdown(),
        Files.readString(Samples.macro("REFERENCE.md")),
        "samples/macros/REFERENCE.md is out of date: run samples/write-reference.sh");
  }
}
