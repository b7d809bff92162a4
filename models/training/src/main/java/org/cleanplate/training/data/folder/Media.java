package org.cleanplate.training.data.folder;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.cleanplate.training.data.image.FloatImage;

/**
 * A file with one picture or many. Thread-safe; a video is quick only as long as its items are read
 * in their order.
 */
sealed interface Media extends AutoCloseable permits PictureFile, VideoFile {
  Set<String> PICTURES = Set.of("png", "tif", "tiff", "jpg", "jpeg", "bmp");
  Set<String> VIDEOS = Set.of("mp4", "mov", "avi", "mkv", "webm", "m4v");

  /** Opens a file by its extension; nothing is read yet of a picture. */
  static Media open(Path file) throws IOException {
    return VIDEOS.contains(extension(file)) ? VideoFile.open(file) : new PictureFile(file);
  }

  static boolean isKnown(Path file) {
    String extension = extension(file);
    return !file.getFileName().toString().startsWith(".")
        && (PICTURES.contains(extension) || VIDEOS.contains(extension));
  }

  static String extension(Path file) {
    String name = file.getFileName().toString();
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  Path file();

  /** How many pictures it gives to an epoch. */
  int items();

  /**
   * Reads a picture: red, green, blue and alpha.
   *
   * @param leastSide the picture may come reduced by a whole factor as long as its shorter side is
   *     no less
   * @throws org.cleanplate.MattingException if it is damaged; the message names it
   */
  FloatImage read(int item, int leastSide) throws IOException;

  @Override
  void close() throws IOException;
}
