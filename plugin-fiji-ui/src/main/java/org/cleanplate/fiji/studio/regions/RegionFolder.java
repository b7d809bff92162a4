package org.cleanplate.fiji.studio.regions;

import ij.ImagePlus;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cleanplate.imagej.image.ImageFiles;

/** Where the regions of an image are kept. */
final class RegionFolder {
  /** Names the folder for images that have no file to lie beside. */
  static final String HOME_PROPERTY = "cleanplate.regions";

  private RegionFolder() {}

  /**
   * A folder beside the image's file, {@code walk-regions} beside {@code walk.tif}; if it has none,
   * or nothing can be written there, {@link #home()}.
   */
  static Path of(ImagePlus image) {
    return ImageFiles.originalOf(image)
        .map(Path::toAbsolutePath)
        .filter(file -> Files.isWritable(file.getParent()))
        .map(RegionFolder::beside)
        .orElseGet(RegionFolder::home);
  }

  private static Path beside(Path file) {
    String stem = file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
    return file.resolveSibling(stem + "-regions");
  }

  /** {@code cleanplate-regions} in the user's home folder. */
  static Path home() {
    String named = System.getProperty(HOME_PROPERTY);
    return named == null
        ? Path.of(System.getProperty("user.home"), "cleanplate-regions")
        : Path.of(named);
  }
}
