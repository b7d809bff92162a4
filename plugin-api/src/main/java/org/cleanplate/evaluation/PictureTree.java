package org.cleanplate.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.cleanplate.MattingException;
import org.cleanplate.sequence.NaturalOrder;

/**
 * The pictures of a folder and the folders in it, by their paths without extensions, with slashes,
 * in natural order.
 *
 * @param folder where paths start
 * @param files the picture of each path
 */
record PictureTree(Path folder, Map<String, Path> files) {
  private static final Set<String> EXTENSIONS = Set.of("png", "tif", "tiff", "jpg", "jpeg", "bmp");
  private static final int NAMES_SHOWN = 10;

  /**
   * Lists a folder.
   *
   * @throws MattingException if there is none, or no picture in it
   */
  static PictureTree read(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new MattingException("There is no folder " + folder + ": check the data set's layout");
    }
    Map<String, Path> files = new TreeMap<>(new NaturalOrder());
    try (Stream<Path> all = Files.walk(folder)) {
      all.filter(PictureTree::isPicture)
          .sorted()
          .forEach(file -> files.putIfAbsent(nameOf(folder, file), file));
    }
    if (files.isEmpty()) {
      throw new MattingException(
          "Folder " + folder + " has no picture, expected PNG, TIFF, JPEG or BMP files");
    }
    return new PictureTree(folder, files);
  }

  private static boolean isPicture(Path file) {
    String name = file.getFileName().toString();
    String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return !name.startsWith(".") && EXTENSIONS.contains(extension) && Files.isRegularFile(file);
  }

  private static String nameOf(Path folder, Path file) {
    String path = folder.relativize(file).toString().replace('\\', '/');
    return path.substring(0, path.lastIndexOf('.'));
  }

  /**
   * Refuses another folder whose pictures are not of the same names.
   *
   * @throws MattingException naming those that have no partner
   */
  void requireSameNames(PictureTree other) {
    Set<String> alone = new TreeSet<>(new NaturalOrder());
    files.keySet().stream().filter(name -> !other.files.containsKey(name)).forEach(alone::add);
    other.files.keySet().stream().filter(name -> !files.containsKey(name)).forEach(alone::add);
    if (!alone.isEmpty()) {
      throw new MattingException(
          alone.size()
              + " pictures are in only one of "
              + folder
              + " and "
              + other.folder
              + ": "
              + String.join(", ", alone.stream().limit(NAMES_SHOWN).toList())
              + (alone.size() > NAMES_SHOWN ? ", ..." : "")
              + ". Both need pictures of the same names");
    }
  }
}
