package org.cleanplate.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JavaVersionTest {
  private static final int JAVA_8 = 52;

  @ParameterizedTest
  @CsvSource({"1.8, 8", "9, 9", "11, 11", "16, 16"})
  void anOlderJavaIsToldWhatToDo(String specification, String feature) {
    InstallationException e =
        assertThrows(
            InstallationException.class, JavaVersion.parse(specification)::requireNewEnough);
    assertTrue(
        e.getMessage()
            .startsWith(
                "Cleanplate needs Java 17 or newer, this ImageJ runs on Java " + feature + ": "),
        e.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"17", "21", "25", "26"})
  void aNewEnoughJavaPasses(String specification) {
    JavaVersion.parse(specification).requireNewEnough();
  }

  /** Else an old Java would fail on the class before it could say why. */
  @Test
  void everyClassOfTheLauncherLoadsOnJava8() throws IOException {
    List<Path> classes;
    try (Stream<Path> files = Files.walk(Path.of("target/classes"))) {
      classes = files.filter(file -> file.toString().endsWith(".class")).toList();
    }
    assertTrue(classes.size() > 10, classes.toString());
    for (Path file : classes) {
      try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
        assertEquals(0xCAFEBABE, in.readInt());
        in.readUnsignedShort();
        assertEquals(JAVA_8, in.readUnsignedShort(), file.toString());
      }
    }
  }
}
