package org.cleanplate.engine.gpu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class SystemLibrariesTest {
  @TempDir private Path folder;

  @Test
  void findsALibraryInTheLoadersFoldersAndInItsCache() throws IOException {
    Path loaders = Files.createDirectory(folder.resolve("loaders"));
    Path cached = Files.createDirectory(folder.resolve("cached"));
    Path other = Files.createDirectory(folder.resolve("other"));
    Path first = Files.createFile(loaders.resolve("libfirst.so.1"));
    Path second = Files.createFile(cached.resolve("libsecond.so.1"));
    Path third = Files.createFile(other.resolve("libthird.so.1"));
    String cache =
        """
        3 libs found in cache `/etc/ld.so.cache'
        \tlibsecond.so.1 (libc6,x86-64) => %s
        \tlibsecond.so.12 (libc6,x86-64) => %s
        \tlibgone.so.1 (libc6,x86-64) => %s
        """
            .formatted(second, first, folder.resolve("libgone.so.1"));
    SystemLibraries libraries = new SystemLibraries(List.of(loaders), cache, List.of(other));
    assertEquals(Optional.of(first), libraries.find("libfirst.so.1"));
    assertEquals(Optional.of(second), libraries.find("libsecond.so.1"));
    assertEquals(Optional.empty(), libraries.find("libgone.so.1"));
    assertEquals(Optional.empty(), libraries.find("libthird.so.1"));
    assertEquals(Optional.of(third), libraries.findElsewhere("libthird.so.1"));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void findsTheCLibraryOfThisMachine() {
    assertTrue(SystemLibraries.ofThisMachine().find("libc.so.6").isPresent());
  }

  @Test
  void readsWhatTheDriversProgramPrints() {
    assertEquals(
        Optional.of(new DriverQuery.Driver("570.26", "NVIDIA H100, NVIDIA A100")),
        NvidiaSmi.parse("570.26, NVIDIA H100\n570.26, NVIDIA A100\n"));
    assertEquals(Optional.empty(), NvidiaSmi.parse("NVIDIA-SMI has failed because it couldn't"));
    assertEquals(Optional.empty(), NvidiaSmi.parse(""));
  }

  @Test
  void aProgramThatIsNotThereGivesNoOutput() {
    assertEquals(Optional.empty(), ProgramOutput.of(List.of("no-such-program-anywhere")));
  }
}
