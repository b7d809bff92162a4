package org.cleanplate.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationTest {
  private static final String SHA256_OF_ONE =
      "6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b";
  private static final String SHA256_OF_TWO =
      "d4735e3a265e16eee03f59718b9b5d03019c07d8b6c51f90da3a666eec13ab35";

  @TempDir Path root;
  private Path common;
  private Path natives;

  @BeforeEach
  void install() throws IOException {
    file("plugins/Cleanplate/Cleanplate_-1.10.0.jar", "");
    common = Files.createDirectories(root.resolve("lib/cleanplate/1.10.0"));
    natives = Files.createDirectories(root.resolve("lib/linux64/cleanplate/1.10.0"));
    file("lib/cleanplate/1.10.0/classes-1.jar", "1");
    file("lib/cleanplate/1.10.0/plugin.list", SHA256_OF_ONE + " 1 classes-1.jar\n");
    file("lib/linux64/cleanplate/1.10.0/natives-2.jar", "2");
    file("lib/linux64/cleanplate/1.10.0/plugin.list", SHA256_OF_TWO + " 1 natives-2.jar\n");
  }

  @Test
  void givesTheJarsOfBothFolders() {
    assertEquals(
        List.of(common.resolve("classes-1.jar"), natives.resolve("natives-2.jar")), jars());
    assertEquals(Optional.empty(), installation().notice());
  }

  @Test
  void aJarThatNoListNamesIsNotLoaded() throws IOException {
    file("lib/cleanplate/1.10.0/classes-0.jar", "0");
    assertEquals(2, jars().size());
  }

  @Test
  void anAddOnAddsAndReplacesJars() throws IOException {
    file("lib/linux64/cleanplate/1.10.0/natives-gpu-2.jar", "1");
    file(
        "lib/linux64/cleanplate/1.10.0/gpu.list",
        SHA256_OF_ONE + " 1 natives-gpu-2.jar\nreplaces natives-2.jar\n");
    assertEquals(
        List.of(common.resolve("classes-1.jar"), natives.resolve("natives-gpu-2.jar")), jars());
  }

  @Test
  void aLauncherWithoutAnEngineIsNamed() throws IOException {
    Files.delete(common.resolve("plugin.list"));
    String message = refused();
    assertTrue(message.contains("there is no " + common), message);
    assertTrue(message.contains("cleanplate-1.10.0-fiji-linux-x86_64.zip"), message);
  }

  @Test
  void theZipOfAnotherPlatformIsNamed() throws IOException {
    Files.createDirectories(root.resolve("lib/win64/cleanplate/1.10.0"));
    Files.delete(natives.resolve("plugin.list"));
    Files.delete(natives.resolve("natives-2.jar"));
    Files.delete(natives);
    Files.delete(natives.getParent());
    String message = refused();
    assertTrue(message.contains("the one installed is for windows-x86_64"), message);
    assertTrue(message.contains("cleanplate-1.10.0-fiji-linux-x86_64.zip"), message);
  }

  @Test
  void aMissingJarIsNamed() throws IOException {
    Files.delete(natives.resolve("natives-2.jar"));
    String message = refused();
    assertTrue(message.contains(natives.resolve("natives-2.jar") + " is missing"), message);
  }

  @Test
  void aTruncatedJarIsNamed() throws IOException {
    file("lib/linux64/cleanplate/1.10.0/natives-2.jar", "");
    assertTrue(refused().contains("natives-2.jar has 0 bytes, expected 1"), refused());
  }

  @Test
  void aDamagedJarOfTheSameSizeIsNamedAlsoAfterAGoodStart() throws IOException {
    jars();
    Path jar = file("lib/cleanplate/1.10.0/classes-1.jar", "2");
    Files.setLastModifiedTime(jar, FileTime.fromMillis(1_000_000));
    assertTrue(refused().contains("classes-1.jar is damaged"), refused());
  }

  @Test
  void contentIsComparedOnlyOnceWhileNothingChanges() throws IOException {
    jars();
    Path jar = common.resolve("classes-1.jar");
    FileTime before = Files.getLastModifiedTime(jar);
    file("lib/cleanplate/1.10.0/classes-1.jar", "2");
    Files.setLastModifiedTime(jar, before);
    assertEquals(2, jars().size());
  }

  @Test
  void aListThatNamesAFileElsewhereIsRefused() throws IOException {
    file("lib/cleanplate/1.10.0/evil.list", SHA256_OF_ONE + " 1 ../../../elsewhere.jar\n");
    assertTrue(refused().contains("evil.list is damaged"), refused());
  }

  @Test
  void ofTwoLaunchersTheOlderIsToBeDeleted() throws IOException {
    Path old = file("plugins/Cleanplate_-1.9.0.jar", "");
    String message = refused();
    assertTrue(message.contains("delete " + old + ", keep "), message);
    assertTrue(message.contains("Cleanplate_-1.10.0.jar"), message);
  }

  @Test
  void leftoversOfOtherVersionsAreNamedAndDoNoHarm() throws IOException {
    Path flat = file("plugins/Cleanplate/javacpp-1.5.12.jar", "");
    Path engine = Files.createDirectories(root.resolve("lib/cleanplate/1.9.0"));
    Path others = Files.createDirectories(root.resolve("lib/linux64/cleanplate/1.9.0"));
    assertEquals(2, jars().size());
    String notice = installation().notice().orElseThrow();
    for (Path leftover : List.of(flat, engine, others)) {
      assertTrue(notice.contains(leftover.toString()), notice);
    }
    assertFalse(notice.contains("1.10.0,"), notice);
  }

  @Test
  void theFolderOfImageJIsTheOneWithPlugins() {
    Path imageJ = Path.of("Fiji.app").toAbsolutePath();
    assertEquals(
        Optional.of(imageJ),
        Installation.root(imageJ.resolve("plugins/Cleanplate/Cleanplate_.jar")));
    assertEquals(Optional.of(imageJ), Installation.root(imageJ.resolve("plugins/Cleanplate_.jar")));
    assertEquals(Optional.empty(), Installation.root(imageJ.resolve("launcher/target/classes")));
  }

  private Installation installation() {
    return new Installation(root, "1.10.0", Platform.LINUX_X64);
  }

  private List<Path> jars() {
    return installation().jars(root.resolve("cache"));
  }

  private String refused() {
    return assertThrows(InstallationException.class, this::jars).getMessage();
  }

  private Path file(String name, String content) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }
}
