package org.cleanplate.fiji.studio;

import java.nio.file.Files;
import java.nio.file.Path;
import org.cleanplate.testing.DisplayedJvm;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The window on a display, driven with mouse and keys. Pictures of it are left in target. */
class StudioWindowTest {

  @ParameterizedTest
  @CsvSource({"com.formdev.flatlaf.FlatLightLaf, light"})
  void takesAPersonFromAnOpenStackToAMacro(String look, String folder) throws Exception {
    Path pictures = Path.of("target", "studio", folder);
    Files.createDirectories(pictures);
    System.out.println(
        DisplayedJvm.run(StudioDrive.class, look, pictures.toAbsolutePath().toString()));
  }

  @ParameterizedTest
  @CsvSource({"com.formdev.flatlaf.FlatDarkLaf, painted"})
  void whatAPersonPaintsIsInThePreviewTheRunAndTheMacro(String look, String folder)
      throws Exception {
    Path pictures = Path.of("target", "studio", folder);
    Files.createDirectories(pictures);
    System.out.println(
        DisplayedJvm.run(PaintDrive.class, look, pictures.toAbsolutePath().toString()));
  }
}
