package org.cleanplate.imagej.batch;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cleanplate.MattingException;
import org.cleanplate.imagej.image.VideoFiles;
import org.cleanplate.imagej.parameters.BatchMatteParameters;
import org.cleanplate.imagej.provenance.ResultSidecar;

/** The files of a folder that a batch mattes: neither their backgrounds nor earlier results. */
final class FolderItems {
  private final Path folder;
  private final Optional<String> include;
  private final Map<String, String> shared;

  /**
   * @param include a pattern of names; empty for all videos and TIFF stacks
   * @param shared values that hold for each file
   */
  FolderItems(Path folder, Optional<String> include, Map<String, String> shared) {
    this.folder = folder.toAbsolutePath().normalize();
    this.include = include;
    this.shared = shared;
  }

  /**
   * The files in order of their names.
   *
   * @throws MattingException if there is no such folder, or no such file in it
   */
  List<BatchItem> list() throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new MattingException("There is no folder " + folder);
    }
    List<Path> sources = sources();
    Set<Path> plates = plates(sources);
    List<BatchItem> items =
        sources.stream()
            .filter(source -> !plates.contains(source))
            .map(source -> new BatchItem(source, shared))
            .toList();
    if (items.isEmpty()) {
      throw new MattingException(
          "There is "
              + include.map(pattern -> "nothing called " + pattern).orElse("no video or TIFF")
              + " to matte in "
              + folder
              + ": choose another folder or include=");
    }
    return items;
  }

  private List<Path> sources() throws IOException {
    PathMatcher wanted = include.map(FolderItems::matcher).orElse(FolderItems::isVideoOrTiff);
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(path -> !path.getFileName().toString().startsWith("."))
          .filter(path -> wanted.matches(path.getFileName()))
          .filter(path -> !Files.exists(ResultSidecar.pathFor(path)))
          .sorted()
          .toList();
    }
  }

  private static PathMatcher matcher(String pattern) {
    try {
      return FileSystems.getDefault().getPathMatcher("glob:" + pattern);
    } catch (PatternSyntaxException e) {
      throw new MattingException(
          "\"include\" is \"" + pattern + "\", expected a name with * and ?, such as *.tif", e);
    }
  }

  private static boolean isVideoOrTiff(Path name) {
    String lower = name.toString().toLowerCase(Locale.ROOT);
    return VideoFiles.isVideo(lower) || lower.endsWith(".tif") || lower.endsWith(".tiff");
  }

  private Set<Path> plates(List<Path> sources) {
    PlateRule rule = new PlateRule(shared.get(BatchMatteParameters.BACKGROUND));
    return sources.stream()
        .flatMap(source -> rule.fileOf(source).stream())
        .collect(Collectors.toUnmodifiableSet());
  }
}
