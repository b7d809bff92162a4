package org.cleanplate.launch;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Cleanplate in a folder of ImageJ or Fiji: the launcher in {@code plugins}, where the host looks
 * for jars, and the engine in {@code lib}, where it does not.
 *
 * <p>{@code lib/cleanplate/VERSION} is for all machines, {@code lib/PLATFORM/cleanplate/VERSION}
 * has the native libraries of one, as Fiji's updater expects it.
 */
final class Installation {
  private final Path root;
  private final String version;
  private final Platform platform;

  Installation(Path root, String version, Platform platform) {
    this.root = root;
    this.version = version;
    this.platform = platform;
  }

  /**
   * What this class was loaded from; empty if it is not installed but run by a build.
   *
   * @throws InstallationException if there are no native libraries for this machine
   */
  static Optional<Installation> find() {
    return launcher()
        .flatMap(Installation::root)
        .map(root -> new Installation(root, Version.current(), platformOrThrow()));
  }

  private static Platform platformOrThrow() {
    return Platform.current()
        .orElseThrow(
            () ->
                new InstallationException(
                    "Cleanplate has no native libraries for "
                        + System.getProperty("os.name")
                        + " on "
                        + System.getProperty("os.arch")
                        + ", only for "
                        + Stream.of(Platform.values())
                            .map(Platform::label)
                            .collect(Collectors.joining(", "))));
  }

  /** The jar that this class is in. */
  static Optional<Path> launcher() {
    CodeSource source = Installation.class.getProtectionDomain().getCodeSource();
    try {
      return source == null
          ? Optional.empty()
          : Optional.of(Paths.get(source.getLocation().toURI()));
    } catch (URISyntaxException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The folder whose {@code plugins} a jar is in, or in a folder of it. */
  static Optional<Path> root(Path launcher) {
    Path folder = launcher.getParent();
    for (int level = 0; level < 2 && folder != null; level++) {
      if (folder.endsWith("plugins")) {
        return Optional.ofNullable(folder.getParent());
      }
      folder = folder.getParent();
    }
    return Optional.empty();
  }

  String version() {
    return version;
  }

  /** The name of this installation's zip. */
  private String zip() {
    return "cleanplate-" + version + "-fiji-" + platform.label() + ".zip";
  }

  /**
   * The engine's jars, as they were built.
   *
   * @param cache folder in which it is kept that all was well
   * @throws InstallationException if files are missing, damaged or there twice
   */
  List<Path> jars(Path cache) {
    try {
      requireOneLauncher();
      List<ListedJar> jars = new ArrayList<>();
      for (JarFolder folder : folders()) {
        requireThere(folder);
        jars.addAll(folder.jars());
      }
      List<String> problems = new Verification(cache.resolve(record())).problems(jars);
      if (!problems.isEmpty()) {
        throw new InstallationException(
            "Cleanplate is not complete: "
                + String.join("; ", problems)
                + ". Unpack "
                + zip()
                + " in "
                + root
                + " again, and the add-ons that you use.");
      }
      return jars.stream().map(ListedJar::file).collect(Collectors.toList());
    } catch (IOException e) {
      throw new InstallationException("Cleanplate cannot be read: " + e, e);
    }
  }

  /** A file of this installation's own. */
  private String record() {
    return "verified-" + version + "-" + Integer.toHexString(root.hashCode());
  }

  /** What could be deleted, in words; empty if there is nothing. */
  Optional<String> notice() {
    try {
      List<Path> unused = new Leftovers(root, version).unused();
      return unused.isEmpty()
          ? Optional.empty()
          : Optional.of(
              "Cleanplate "
                  + version
                  + " does not use these files of another version, delete them: "
                  + names(unused));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private List<JarFolder> folders() {
    Path lib = root.resolve("lib");
    return Arrays.asList(
        new JarFolder(lib.resolve("cleanplate").resolve(version)),
        new JarFolder(lib.resolve(platform.fijiName()).resolve("cleanplate").resolve(version)));
  }

  private void requireOneLauncher() throws IOException {
    List<Path> launchers = new Leftovers(root, version).launchers();
    if (launchers.size() > 1) {
      throw new InstallationException(
          "Cleanplate is installed more than once: delete "
              + names(launchers.subList(0, launchers.size() - 1))
              + ", keep "
              + launchers.get(launchers.size() - 1)
              + ", and restart ImageJ.");
    }
  }

  private void requireThere(JarFolder folder) {
    if (folder.isThere()) {
      return;
    }
    List<String> others =
        Stream.of(Platform.values())
            .filter(
                other -> Files.isDirectory(root.resolve("lib/" + other.fijiName() + "/cleanplate")))
            .map(Platform::label)
            .collect(Collectors.toList());
    throw new InstallationException(
        "Cleanplate is not complete: there is no "
            + folder.path()
            + (others.isEmpty()
                ? ""
                : " (the one installed is for " + String.join(", ", others) + ")")
            + ". Unpack "
            + zip()
            + " in "
            + root
            + " again, or delete plugins/Cleanplate there to uninstall it.");
  }

  private static String names(List<Path> paths) {
    return paths.stream().map(Path::toString).collect(Collectors.joining(", "));
  }
}
