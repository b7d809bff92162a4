package org.cleanplate.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Says how large each zip is, packed and unpacked, as a table of Markdown. */
final class SizeTable {
  private final List<String> rows = new ArrayList<>();

  void add(Path zip, Collection<Path> content) throws IOException {
    long unpacked = 0;
    for (Path file : content) {
      unpacked += Files.size(file);
    }
    rows.add(
        String.format(
            Locale.ROOT,
            "| `%s` | %s | %s |",
            zip.getFileName(),
            megabytes(Files.size(zip)),
            megabytes(unpacked)));
  }

  void missing(Path zip, List<String> libraries) {
    rows.add(
        String.format(
            Locale.ROOT,
            "| `%s` | not made: no native library of %s | |",
            zip.getFileName(),
            String.join(", ", libraries)));
  }

  private static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
  }

  void write(Path file) throws IOException {
    Files.writeString(
        file,
        "| zip | to download | installed |\n|---|---|---|\n" + String.join("\n", rows) + "\n");
  }
}
