package org.cleanplate.imagej.provenance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A run whose results are all there, by the notes beside them.
 *
 * @param results files, or folders of pictures
 * @param properties what they were made with, by name
 */
public record FinishedRun(List<Path> results, Map<String, String> properties) {

  /**
   * Looks for a run's results.
   *
   * @param folder where they would lie
   * @param stem how their names would begin
   * @param digest of the request that they answer
   * @return empty if one is missing, was changed, or answers another request
   */
  public static Optional<FinishedRun> find(Path folder, String stem, String digest)
      throws IOException {
    for (Path note : notes(folder, stem)) {
      Optional<ResultSidecar> found =
          ResultSidecar.read(note).filter(sidecar -> sidecar.digest().equals(digest));
      if (found.isPresent()) {
        return whole(folder, found.get());
      }
    }
    return Optional.empty();
  }

  /** How many frames the results have; 0 if the notes do not say. */
  public long frames() {
    String frames = properties.getOrDefault("frames", "");
    return frames.matches("\\d{1,18}") ? Long.parseLong(frames) : 0;
  }

  private static List<Path> notes(Path folder, String stem) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(path -> path.getFileName().toString().startsWith(stem))
          .filter(path -> path.getFileName().toString().endsWith(ResultSidecar.SUFFIX))
          .sorted()
          .toList();
    }
  }

  private static Optional<FinishedRun> whole(Path folder, ResultSidecar run) throws IOException {
    List<Path> results = new ArrayList<>();
    for (String name : run.results()) {
      Path result = folder.resolve(name);
      Optional<ResultSidecar> note = ResultSidecar.read(ResultSidecar.pathFor(result));
      if (note.isEmpty()
          || !note.get().digest().equals(run.digest())
          || !note.get().describes(result)) {
        return Optional.empty();
      }
      results.add(result);
    }
    return Optional.of(new FinishedRun(results, run.properties()));
  }
}
