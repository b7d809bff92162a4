package org.cleanplate.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A folder of the engine's jars. What of it is loaded is said by lists beside the jars, one for the
 * plugin and one for each add-on, {@code NAME.list}. A line is {@code SHA256 BYTES JAR}, or {@code
 * replaces JAR} for a jar of another list that is left out.
 */
final class JarFolder {
  /** How the name of a list ends. */
  static final String LIST = ".list";

  /** The list without which there is no engine. */
  static final String PLUGIN_LIST = "plugin" + LIST;

  private static final String REPLACES = "replaces";

  private final Path folder;

  JarFolder(Path folder) {
    this.folder = folder;
  }

  Path path() {
    return folder;
  }

  boolean isThere() {
    return Files.isRegularFile(folder.resolve(PLUGIN_LIST));
  }

  /**
   * The jars to load, those that are missing too.
   *
   * @throws InstallationException if a list is damaged
   */
  List<ListedJar> jars() throws IOException {
    Map<String, ListedJar> jars = new LinkedHashMap<>();
    List<String> replaced = new ArrayList<>();
    for (Path list : lists()) {
      for (String line : Files.readAllLines(list, StandardCharsets.UTF_8)) {
        String[] words = line.trim().split("\\s+", 3);
        if (words.length == 3 && words[1].matches("\\d{1,18}") && isFileName(words[2])) {
          Path file = folder.resolve(words[2]);
          jars.put(words[2], new ListedJar(file, Long.parseLong(words[1]), words[0]));
        } else if (words.length == 2 && words[0].equals(REPLACES)) {
          replaced.add(words[1]);
        } else {
          throw new InstallationException(list + " is damaged at \"" + line + "\"");
        }
      }
    }
    jars.keySet().removeAll(replaced);
    return new ArrayList<>(jars.values());
  }

  private static boolean isFileName(String name) {
    return name.endsWith(".jar") && !name.contains("/") && !name.contains("\\");
  }

  private List<Path> lists() throws IOException {
    List<Path> lists = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + LIST)) {
      files.forEach(lists::add);
    }
    Collections.sort(lists);
    return lists;
  }
}
