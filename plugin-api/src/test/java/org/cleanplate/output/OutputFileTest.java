package org.cleanplate.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.cleanplate.MattingException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFileTest {
  @TempDir Path folder;

  @Test
  void liesUnderAHiddenNameUntilItIsMoved() throws IOException {
    Path target = folder.resolve("alpha.mp4");
    try (OutputFile file = OutputFile.create(target)) {
      assertEquals(folder.resolve(".alpha.part.mp4"), file.temporary());
      Files.writeString(file.temporary(), "whole");
      assertFalse(Files.exists(target));

      file.moveToTarget();
      file.moveToTarget();
    }
    assertEquals("whole", Files.readString(target));
    assertOnlyFileIs("alpha.mp4");
  }

  @Test
  void leavesTheOldFileAloneWhenItIsDiscarded() throws IOException {
    Path target = Files.writeString(folder.resolve("alpha.mp4"), "old");
    try (OutputFile file = OutputFile.create(target)) {
      Files.writeString(file.temporary(), "half");
    }
    assertEquals("old", Files.readString(target));
    assertOnlyFileIs("alpha.mp4");
  }

  @Test
  void replacesTheOldFileWhenItIsWhole() throws IOException {
    Path target = Files.writeString(folder.resolve("noextension"), "old");
    try (OutputFile file = OutputFile.create(target)) {
      Files.writeString(file.temporary(), "new");
      file.moveToTarget();
    }
    assertEquals("new", Files.readString(target));
  }

  @Test
  void replacesWhatAKilledRunLeft() throws IOException {
    Files.writeString(folder.resolve(".alpha.part.mp4"), "remains");
    try (OutputFile file = OutputFile.create(folder.resolve("alpha.mp4"))) {
      assertEquals(0, Files.size(file.temporary()));
    }
  }

  @Test
  void refusesTwoOutputsOfTheSameName() throws IOException {
    Path target = folder.resolve("alpha.mp4");
    OutputFile first = OutputFile.create(target);
    assertMessage(folder.resolve("x/../alpha.mp4"), "is being written already");
    first.close();
    try (OutputFile second = OutputFile.create(target)) {
      first.close();
      assertMessage(target, "is being written already");
      second.moveToTarget();
    }
    OutputFile.create(target).close();
  }

  @Test
  void refusesToReplaceASourceThatIsBeingRead() throws IOException {
    Path source = Files.writeString(folder.resolve("walk.mp4"), "frames");
    InputFiles first = InputFiles.guard(List.of(source));
    InputFiles second = InputFiles.guard(List.of(folder.resolve("x/../walk.mp4")));
    first.close();
    first.close();
    assertMessage(source, "is the source that is being read");
    OutputFile.create(folder.resolve("alpha.mp4")).close();
    second.close();
    OutputFile.create(source).close();
    assertEquals("frames", Files.readString(source));
  }

  @Test
  void refusesASourceByAnotherNameToo() throws IOException {
    Path source = Files.writeString(folder.resolve("walk.mp4"), "frames");
    Path link = folder.resolve("link.mp4");
    try {
      Files.createSymbolicLink(link, source);
    } catch (UnsupportedOperationException | FileSystemException e) {
      Assumptions.abort("no links on this system: " + e);
    }
    InputFiles reading = InputFiles.guard(List.of(source));
    assertMessage(link, "is the source that is being read");
    reading.close();
  }

  @Test
  void refusesAFolderThatDoesNotExist() {
    assertMessage(folder.resolve("no/alpha.mp4"), "does not exist");
  }

  @Test
  void refusesAFileInPlaceOfAFolder() throws IOException {
    Files.writeString(folder.resolve("file"), "");
    assertMessage(folder.resolve("file/alpha.mp4"), "is a file, expected a folder");
  }

  @Test
  void refusesAFolderInPlaceOfAFile() {
    assertMessage(folder, "is a folder");
  }

  @Test
  void refusesAFolderThatCannotBeWrittenTo() {
    Path readOnly = Path.of("/proc");
    Assumptions.assumeTrue(Files.isDirectory(readOnly), "no /proc on this system");
    assertMessage(readOnly.resolve("alpha.mp4"), "Cannot write to folder /proc");
  }

  private static void assertMessage(Path target, String expected) {
    MattingException e = assertThrows(MattingException.class, () -> OutputFile.create(target));
    assertTrue(e.getMessage().contains(expected), e.getMessage());
  }

  private void assertOnlyFileIs(String name) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(name), files.map(f -> f.getFileName().toString()).toList());
    }
  }
}
