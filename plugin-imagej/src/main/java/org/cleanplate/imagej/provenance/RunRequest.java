package org.cleanplate.imagej.provenance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cleanplate.Sha256;
import org.cleanplate.imagej.macro.MacroSyntax;

/**
 * What a run was asked for and which files decide its outcome.
 *
 * @param options the option string that repeats it
 * @param inputs the files that it reads, the source first; an image that is only open has none
 */
public record RunRequest(String options, List<FileStamp> inputs) {
  /** Keys that say where to write, not what to read. */
  private static final Set<String> OUTPUTS = Set.of("output", "save");

  public RunRequest {
    inputs = List.copyOf(inputs);
  }

  /**
   * The request with the state of its files as it is now: the source, and every file or folder that
   * an option names, such as a background.
   *
   * @param syntax of the command
   * @param options as it reads them
   * @param source the file or the folder of pictures that is worked on, if there is one
   */
  public static RunRequest of(MacroSyntax syntax, String options, Optional<Path> source)
      throws IOException {
    Set<FileStamp> inputs = new LinkedHashSet<>();
    if (source.isPresent()) {
      inputs.add(FileStamp.of(source.get()));
    }
    for (Map.Entry<String, String> option : syntax.parse(options).byKey().entrySet()) {
      Optional<Path> input = existing(option.getValue());
      if (input.isPresent() && !OUTPUTS.contains(option.getKey())) {
        inputs.add(FileStamp.of(input.get()));
      }
    }
    return new RunRequest(options, List.copyOf(inputs));
  }

  /** A flag has an empty text, which is no path here. */
  private static Optional<Path> existing(String value) {
    try {
      return value.isBlank() ? Optional.empty() : Optional.of(Path.of(value)).filter(Files::exists);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /**
   * One text for all that decides the outcome: equal digests, equal results.
   *
   * @param modelSha256 of the model's weights
   * @return a SHA-256 in lower-case hexadecimal
   */
  public String digest(String modelSha256) {
    StringBuilder text = new StringBuilder(modelSha256).append('\n').append(options);
    inputs.forEach(file -> text.append('\n').append(file));
    return Sha256.of(text.toString());
  }
}
