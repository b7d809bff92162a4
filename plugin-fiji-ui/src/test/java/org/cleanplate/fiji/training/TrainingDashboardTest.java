package org.cleanplate.fiji.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.formdev.flatlaf.FlatDarkLaf;
import ij.Macro;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.cleanplate.testing.DisplayedJvm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingDashboardTest {
  @TempDir private Path folder;

  @Test
  void refusesToOpenForAMacroAndNamesTheCommandForIt() {
    PrintStream standardOutput = System.out;
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    System.setOut(new PrintStream(log, true, StandardCharsets.UTF_8));
    try {
      RuntimeException end =
          assertThrows(RuntimeException.class, () -> new TrainingDashboard().run(""));
      assertEquals(Macro.MACRO_CANCELED, end.getMessage());
    } finally {
      System.setOut(standardOutput);
    }
    String told = log.toString(StandardCharsets.UTF_8);
    assertTrue(told.contains("in a macro use run(\"Train Model...\""), told);
  }

  /** In the dark, where colours that were forgotten show. */
  @Test
  void aPersonTrainsOnFootageStopsResumesAndUsesTheModel()
      throws IOException, InterruptedException {
    String keep = System.getProperty("cleanplate.screenshots", folder.resolve("seen").toString());
    String output =
        DisplayedJvm.run(
            DashboardDrive.class, FlatDarkLaf.class.getName(), folder.toString(), keep);
    assertTrue(output.contains("Driven to the end"), output);
  }
}
