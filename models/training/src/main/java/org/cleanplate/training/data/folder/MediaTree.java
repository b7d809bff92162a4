package org.cleanplate.training.data.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.cleanplate.MattingException;

/**
 * The pictures and videos in a folder and the folders in it, by their path in it without extension.
 *
 * @param name of the folder, for messages
 * @param files by path, in its order
 */
record MediaTree(String name, Map<String, Path> files) {

  /**
   * Lists a folder, or takes a single file.
   *
   * @throws MattingException if there is nothing, or two files of one name
   */
  static MediaTree list(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      throw new MattingException("Folder " + folder + " does not exist: check its name");
    }
    Map<String, Path> files = new TreeMap<>();
    for (Path file : known(folder)) {
      String key = key(folder, file);
      Path other = files.put(key, file);
      if (other != null) {
        throw new MattingException(
            "Folder "
                + folder
                + " has both "
                + other.getFileName()
                + " and "
                + file.getFileName()
                + ": keep one of them");
      }
    }
    if (files.isEmpty()) {
      throw new MattingException(
          "Folder "
              + folder
              + " has no picture and no video, expected PNG, JPEG, TIFF, BMP, MP4,"
              + " MOV, AVI, MKV or WebM files");
    }
    return new MediaTree(folder.toString(), files);
  }

  private static List<Path> known(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile).filter(Media::isKnown).sorted().toList();
    }
  }

  private static String key(Path folder, Path file) {
    String path = folder.equals(file) ? "" : folder.relativize(file).toString();
    int dot = path.lastIndexOf('.');
    return (dot < 0 ? path : path.substring(0, dot)).replace('\\', '/');
  }
}
