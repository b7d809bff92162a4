package org.cleanplate.fiji.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files are those that {@code ModelTrainer} promises. */
class RunFolderStateTest {
  @TempDir private Path folder;

  @Test
  void aFolderWithoutAPlanHoldsNoRun() throws IOException {
    assertEquals(RunFolderState.NONE, RunFolderState.of(folder.resolve("missing")));
    Files.createFile(folder.resolve("model.safetensors"));
    assertEquals(RunFolderState.NONE, RunFolderState.of(folder));
  }

  @Test
  void aRunIsDoneWhenItsModelIsThere() throws IOException {
    Files.createFile(folder.resolve("plan.properties"));
    Files.createFile(folder.resolve("checkpoint-40.safetensors"));
    Files.createFile(folder.resolve("best.safetensors"));
    assertEquals(RunFolderState.UNFINISHED, RunFolderState.of(folder));
    Files.createFile(folder.resolve("model.safetensors"));
    assertEquals(RunFolderState.DONE, RunFolderState.of(folder));
  }
}
