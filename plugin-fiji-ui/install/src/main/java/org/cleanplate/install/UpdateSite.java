package org.cleanplate.install;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.TreeMap;

/**
 * The files of a part for all platforms as they lie in Fiji, with their checksums: what is uploaded
 * to an update site. Fiji's updater tells the platform by the folder in {@code lib}. Its index,
 * {@code db.xml.gz}, has checksums of the updater's own making and the dates of uploads, so it is
 * the updater that writes it.
 */
final class UpdateSite {
  private final Path folder;
  private final Map<String, Path> files = new TreeMap<>();

  UpdateSite(Path folder) {
    this.folder = folder;
  }

  void add(Map<String, Path> part) {
    files.putAll(part);
  }

  /** Replaces the folder. */
  void write() throws IOException {
    delete();
    StringBuilder sums = new StringBuilder();
    for (Map.Entry<String, Path> file : files.entrySet()) {
      Path copy = folder.resolve(file.getKey());
      Files.createDirectories(copy.getParent());
      Files.copy(file.getValue(), copy);
      // As sha256sum -c reads it.
      sums.append(JarList.sha256(copy)).append("  ").append(file.getKey()).append('\n');
    }
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("SHA256SUMS"), sums);
  }

  private void delete() throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, IOException e) throws IOException {
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
