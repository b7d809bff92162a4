package org.cleanplate.launch;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** Finds files of other versions of Cleanplate in the folder of ImageJ or Fiji. */
final class Leftovers {
  private static final String LAUNCHERS = "Cleanplate_*.jar";

  private final Path root;
  private final String version;

  Leftovers(Path root, String version) {
    this.root = root;
    this.version = version;
  }

  /** All launchers where ImageJ looks for commands, the newest last. */
  List<Path> launchers() throws IOException {
    Path plugins = root.resolve("plugins");
    List<Path> found = new ArrayList<>(list(plugins, LAUNCHERS));
    for (Path folder : list(plugins, "*")) {
      if (Files.isDirectory(folder)) {
        found.addAll(list(folder, LAUNCHERS));
      }
    }
    found.sort(
        Comparator.comparing((Path file) -> sortable(file.getFileName().toString()))
            .thenComparing(Path::getNameCount));
    return found;
  }

  /** {@code 0.9} comes before {@code 0.10}. */
  private static String sortable(String name) {
    return name.replaceAll("\\d+", "00000000$0").replaceAll("0*(\\d{8})(?!\\d)", "$1");
  }

  /** What harms nothing and is of no use: flat jars of former zips, engines of other versions. */
  List<Path> unused() throws IOException {
    List<Path> unused = new ArrayList<>();
    for (Path jar : list(root.resolve("plugins/Cleanplate"), "*.jar")) {
      if (!jar.getFileName().toString().startsWith("Cleanplate_")) {
        unused.add(jar);
      }
    }
    for (Path folder : list(root.resolve("lib"), "*")) {
      Path engines = folder.endsWith("cleanplate") ? folder : folder.resolve("cleanplate");
      for (Path engine : list(engines, "*")) {
        if (!engine.endsWith(version)) {
          unused.add(engine);
        }
      }
    }
    return unused;
  }

  private static List<Path> list(Path folder, String glob) throws IOException {
    if (!Files.isDirectory(folder)) {
      return Collections.emptyList();
    }
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder, glob)) {
      stream.forEach(entries::add);
    }
    Collections.sort(entries);
    return entries;
  }
}
