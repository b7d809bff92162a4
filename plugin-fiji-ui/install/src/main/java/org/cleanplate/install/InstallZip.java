package org.cleanplate.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes a zip; jars are compressed as they are. */
final class InstallZip {
  /** The same for all entries, so that the same files make the same zip. */
  private static final LocalDateTime TIME = LocalDateTime.of(2026, 1, 1, 0, 0);

  private InstallZip() {}

  /** Replaces the zip once it is whole. */
  static void write(Path zip, Map<String, Path> files) throws IOException {
    Path temporary = zip.resolveSibling(zip.getFileName() + ".part");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(temporary))) {
      out.setLevel(Deflater.BEST_SPEED);
      for (Map.Entry<String, Path> file : files.entrySet()) {
        ZipEntry entry = new ZipEntry(file.getKey());
        entry.setTimeLocal(TIME);
        out.putNextEntry(entry);
        Files.copy(file.getValue(), out);
        out.closeEntry();
      }
    }
    Files.move(temporary, zip, StandardCopyOption.REPLACE_EXISTING);
  }
}
