package org.cleanplate.imagej.provenance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cleanplate.imagej.image.ImageFiles;
import org.cleanplate.imagej.macro.MacroSyntax;

/**
 * What a run was asked for and which files decide its outcome.
 *
 * @param options the option string that repeats it
 * @param inputs the files that it reads, the source first; an image that is only open has none
 */
public record RunRequest(String options, List<FileStamp> inputs) {
  public RunRequest {
    inputs = List.copyOf(inputs);
  }

  /**
   * The request with the state of its files as it is now: the source, and every file that an option
   * names, such as a background.
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
    for (String value : syntax.parse(options).byKey().values()) {
      Optional<Path> file = ImageFiles.find(value);
      if (file.isPresent()) {
        inputs.add(FileStamp.of(file.get()));
      }
    }
    return new RunRequest(options, List.copyOf(inputs));
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
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      byte[] digest = sha256.digest(text.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
