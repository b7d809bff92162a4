package org.cleanplate.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.cleanplate.launch.Platform;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayoutTest {
  @TempDir Path folder;
  private Path launcher;
  private Path licence;
  private final List<EngineJar> jars = new ArrayList<>();

  @BeforeEach
  void makeJars() throws IOException {
    launcher = file("Cleanplate_-2.0.jar");
    licence = file("LICENSE");
    for (String name :
        List.of(
            "javacpp-1.5.jar",
            "javacpp-1.5-linux-x86_64.jar",
            "javacpp-1.5-linux-arm64.jar",
            "ffmpeg-8-linux-x86_64-gpl.jar",
            "cleanplate-training-2.0.jar",
            "pytorch-2-linux-x86_64.jar")) {
      jars.add(EngineJar.of(file(name)));
    }
  }

  @Test
  void onlyTheLauncherLiesWhereTheHostLooksForJars() throws IOException {
    assertEquals(
        Set.of(
            "plugins/Cleanplate/Cleanplate_-2.0.jar",
            "plugins/Cleanplate/LICENSE",
            "lib/cleanplate/2.0/javacpp-1.5.jar",
            "lib/cleanplate/2.0/plugin.list",
            "lib/linux64/cleanplate/2.0/javacpp-1.5-linux-x86_64.jar",
            "lib/linux64/cleanplate/2.0/ffmpeg-8-linux-x86_64-gpl.jar",
            "lib/linux64/cleanplate/2.0/plugin.list"),
        layout().files(Part.PLUGIN, Platform.LINUX_X64).keySet());
  }

  @Test
  void theTrainingAddOnHasItsOwnJarsAndLists() throws IOException {
    assertEquals(
        Set.of(
            "lib/cleanplate/2.0/cleanplate-training-2.0.jar",
            "lib/cleanplate/2.0/training.list",
            "lib/linux64/cleanplate/2.0/pytorch-2-linux-x86_64.jar",
            "lib/linux64/cleanplate/2.0/training.list"),
        layout().files(Part.TRAINING, Platform.LINUX_X64).keySet());
  }

  @Test
  void listsSayDigestAndSize() throws IOException {
    Path list =
        layout().files(Part.PLUGIN, Platform.LINUX_ARM64).get("lib/cleanplate/2.0/plugin.list");
    // The SHA-256 of "javacpp-1.5.jar", by sha256sum.
    assertEquals(
        "8354493c7406fb69a8108e219f4cd783f208bff8c5bc4bc1d9f93b0fbe18edea 15 javacpp-1.5.jar\n",
        Files.readString(list));
  }

  @Test
  void aPlatformThatLacksALibraryIsKnown() {
    assertEquals(List.of(Platform.LINUX_X64, Platform.LINUX_ARM64), layout().platforms());
    assertEquals(List.of(), layout().missing(Part.PLUGIN, Platform.LINUX_X64));
    assertEquals(List.of("ffmpeg"), layout().missing(Part.PLUGIN, Platform.LINUX_ARM64));
    assertEquals(List.of("pytorch"), layout().missing(Part.TRAINING, Platform.LINUX_ARM64));
    assertTrue(layout().has(Part.TRAINING));
    assertFalse(layout().has(Part.GPU));
  }

  private Layout layout() {
    return new Layout("2.0", launcher, List.of(licence), jars, folder.resolve("lists"));
  }

  /** A file that holds its own name. */
  private Path file(String name) throws IOException {
    return Files.writeString(folder.resolve(name), name);
  }
}
