package org.cleanplate.network.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.cleanplate.MattingException;

/** The folder of the user's own models. It is made when the first one comes in. */
final class UserModels {
  private final Path folder;

  UserModels(Path folder) {
    this.folder = folder;
  }

  Path folder() {
    return folder;
  }

  /**
   * The model files in the folder, by name.
   *
   * @param taken names that are others' already: a file that would share one goes by its whole name
   */
  List<ModelEntry> list(Set<String> taken) {
    Set<String> names = new HashSet<>(taken);
    List<ModelEntry> entries = new ArrayList<>();
    for (Path file : files()) {
      String fileName = file.getFileName().toString();
      String stem = ModelFiles.stem(fileName);
      String name = names.add(stem) ? stem : fileName;
      entries.add(new ModelEntry(name, ModelEntry.Origin.USER_FOLDER, fileName, sizeOf(file)));
    }
    return entries;
  }

  private List<Path> files() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> ModelFiles.isModel(file.getFileName().toString()))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new MattingException(
          "Cannot read the model folder " + folder + ": " + e.getMessage(), e);
    }
  }

  private static long sizeOf(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new MattingException("Cannot read " + file + ": " + e.getMessage(), e);
    }
  }
}
