package org.cleanplate.install;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cleanplate.launch.Platform;

/**
 * A jar of the engine.
 *
 * @param platform empty if it is the same for all
 * @param replaces name of a jar that is not loaded where this one is; empty if there is none
 */
record EngineJar(
    Path file, String name, Part part, Optional<Platform> platform, Optional<String> replaces) {

  private static final Pattern TRAINING = Pattern.compile("(cleanplate-training|pytorch)-.*");

  /** A jar of the build's class path, which its name tells the platform of. */
  static EngineJar of(Path file) {
    String name = file.getFileName().toString();
    return new EngineJar(
        file,
        name,
        TRAINING.matcher(name).matches() ? Part.TRAINING : Part.PLUGIN,
        Stream.of(Platform.values())
            .filter(platform -> name.matches(".*-" + platform.label() + "(-\\w+)?\\.jar"))
            .findFirst(),
        Optional.empty());
  }

  /** What it has natives or classes of: {@code opencv}, {@code onnxruntime}. */
  String library() {
    return name.replaceFirst("-\\d.*", "");
  }
}
