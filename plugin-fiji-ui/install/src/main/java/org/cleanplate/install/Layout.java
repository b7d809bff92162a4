package org.cleanplate.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.cleanplate.launch.Platform;

/**
 * Which file goes where in the folder of ImageJ or Fiji. The launcher and the licences lie in
 * {@code plugins/Cleanplate}; the engine in {@code lib}, which neither ImageJ nor Fiji has on its
 * class path, but which Fiji's updater knows.
 */
final class Layout {
  private static final String PLUGIN = "plugins/Cleanplate/";

  private final String version;
  private final Path launcher;
  private final List<Path> licences;
  private final List<EngineJar> jars;
  private final Path work;

  /**
   * @param licences files for the user to read
   * @param work folder for files that are made here
   */
  Layout(String version, Path launcher, List<Path> licences, List<EngineJar> jars, Path work) {
    this.version = version;
    this.launcher = launcher;
    this.licences = licences;
    this.jars = jars;
    this.work = work;
  }

  /** Files by the path that they are installed at. */
  Map<String, Path> files(Part part, Platform platform) throws IOException {
    Map<String, Path> files = new TreeMap<>();
    if (part == Part.PLUGIN) {
      files.put(PLUGIN + launcher.getFileName(), launcher);
      licences.forEach(file -> files.put(PLUGIN + file.getFileName(), file));
    }
    addFolder(files, "lib/cleanplate/" + version + "/", jars(part, Optional.empty()), part);
    addFolder(
        files,
        "lib/" + platform.fijiName() + "/cleanplate/" + version + "/",
        jars(part, Optional.of(platform)),
        part);
    return files;
  }

  private void addFolder(Map<String, Path> files, String folder, List<EngineJar> jars, Part part)
      throws IOException {
    if (jars.isEmpty()) {
      return;
    }
    jars.forEach(jar -> files.put(folder + jar.name(), jar.file()));
    Path list = work.resolve(folder).resolve(part.listName());
    Files.createDirectories(list.getParent());
    Files.writeString(list, JarList.of(jars));
    files.put(folder + part.listName(), list);
  }

  private List<EngineJar> jars(Part part, Optional<Platform> platform) {
    return jars.stream()
        .filter(jar -> jar.part() == part && jar.platform().equals(platform))
        .sorted(Comparator.comparing(EngineJar::name))
        .toList();
  }

  /** Native libraries that a part has for some platform but not for this one. */
  List<String> missing(Part part, Platform platform) {
    List<String> libraries = new ArrayList<>(libraries(part, Stream.of(Platform.values())));
    libraries.removeAll(libraries(part, Stream.of(platform)));
    return libraries;
  }

  private List<String> libraries(Part part, Stream<Platform> platforms) {
    return platforms
        .flatMap(platform -> jars(part, Optional.of(platform)).stream())
        .map(EngineJar::library)
        .distinct()
        .toList();
  }

  /** The platforms that this build has native libraries for. */
  List<Platform> platforms() {
    return Stream.of(Platform.values())
        .filter(platform -> !jars(Part.PLUGIN, Optional.of(platform)).isEmpty())
        .toList();
  }

  /** Whether this build has the part at all. */
  boolean has(Part part) {
    return jars.stream().anyMatch(jar -> jar.part() == part);
  }
}
