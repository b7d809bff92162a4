package org.cleanplate.imagej.batch;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.cleanplate.imagej.image.ResultTitle;

/**
 * How a batch finds the background of each file.
 *
 * @param text {@code {name}} stands for the file's name without its extension; a relative path
 *     starts from the folder of the files; what is no path is left as it is, such as {@code median}
 */
record PlateRule(String text) {
  private static final String NAME = "{name}";

  /** The value of {@code background=} for one file. */
  String backgroundOf(Path source) {
    return fileOf(source).map(Path::toString).orElse(text);
  }

  /** The background of one file if the rule leads to a file, which need not exist. */
  Optional<Path> fileOf(Path source) {
    String name = ResultTitle.stem(source.getFileName().toString());
    try {
      Path beside = source.resolveSibling(text.replace(NAME, name)).normalize();
      boolean named = text.contains(NAME) || Files.isRegularFile(beside);
      return named ? Optional.of(beside) : Optional.empty();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
