package org.cleanplate.imagej.batch;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;
import org.cleanplate.MattingException;
import org.cleanplate.NearestName;
import org.cleanplate.imagej.image.ImageFiles;
import org.cleanplate.imagej.macro.MacroKey;
import org.cleanplate.imagej.parameters.BatchMatteParameters;

/**
 * The files that a CSV file lists, one a line. The column {@code source} names the file; every
 * other column is called like a key of the batch and holds its value for this file, of a flag
 * {@code yes} or {@code no}. An empty cell leaves what holds for all. Relative paths start from the
 * folder of the CSV file. Cells are parted by commas, semicolons or tabs.
 */
final class ManifestItems {
  private static final String SOURCE = "source";

  /** Enough for a hundred thousand lines. */
  private static final long MOST_BYTES = 32L << 20;

  private final Path file;
  private final Map<String, String> shared;

  /**
   * @param shared values that hold where a cell is empty
   */
  ManifestItems(Path file, Map<String, String> shared) {
    this.file = file.toAbsolutePath().normalize();
    this.shared = shared;
  }

  /**
   * The files in the order of the lines.
   *
   * @throws MattingException if the CSV cannot be read, or a column is not known
   */
  List<BatchItem> list() throws IOException {
    String text = text();
    CSVFormat format =
        CSVFormat.DEFAULT
            .builder()
            .setDelimiter(delimiter(text))
            .setHeader()
            .setIgnoreHeaderCase(true)
            .setTrim(true)
            .setIgnoreEmptyLines(true)
            .setAllowMissingColumnNames(false)
            .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
            .build();
    List<BatchItem> items = new ArrayList<>();
    try (CSVParser rows = CSVParser.parse(new StringReader(text), format)) {
      rows.getHeaderNames().forEach(this::check);
      if (!rows.getHeaderMap().containsKey(SOURCE)) {
        throw new MattingException(
            file + " has no column \"source\", only " + rows.getHeaderNames() + ": add it");
      }
      for (CSVRecord row : rows) {
        items.add(item(row));
      }
    } catch (IllegalArgumentException e) {
      throw new MattingException(file + " cannot be read as CSV: " + e.getMessage(), e);
    }
    if (items.isEmpty()) {
      throw new MattingException(file + " lists no file");
    }
    return items;
  }

  private String text() throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new MattingException("There is no manifest " + file);
    }
    if (Files.size(file) > MOST_BYTES) {
      throw new MattingException(file + " is larger than a manifest can be");
    }
    try {
      return Files.readString(file, StandardCharsets.UTF_8).replaceFirst("^\uFEFF", "");
    } catch (MalformedInputException e) {
      throw new MattingException(file + " is not in UTF-8: save it as CSV UTF-8", e);
    }
  }

  private static char delimiter(String text) {
    String header = text.lines().findFirst().orElse("");
    return header.indexOf(',') < 0 && header.indexOf(';') >= 0
        ? ';'
        : header.indexOf(',') < 0 && header.indexOf('\t') >= 0 ? '\t' : ',';
  }

  private void check(String column) {
    List<String> known = new ArrayList<>(List.of(SOURCE));
    BatchMatteParameters.SHARED_KEYS.forEach(key -> known.add(key.name()));
    if (!known.contains(column.toLowerCase(Locale.ROOT))) {
      throw new MattingException(
          file
              + " has a column \""
              + column
              + "\", did you mean \""
              + NearestName.of(column, known)
              + "\"? Known are: "
              + String.join(", ", known));
    }
  }

  private BatchItem item(CSVRecord row) {
    if (!row.isConsistent() || row.get(SOURCE).isEmpty()) {
      throw new MattingException(
          file
              + ", line "
              + (row.getRecordNumber() + 1)
              + ": "
              + (row.isConsistent() ? "no source is named" : "not as many cells as columns"));
    }
    Map<String, String> values = new LinkedHashMap<>(shared);
    for (MacroKey key : BatchMatteParameters.SHARED_KEYS) {
      if (row.isMapped(key.name()) && !row.get(key.name()).isEmpty()) {
        put(values, key, row.get(key.name()));
      }
    }
    values.computeIfPresent(
        BatchMatteParameters.OUTPUT, (key, folder) -> inFolder(folder).toString());
    return new BatchItem(inFolder(row.get(SOURCE)), values);
  }

  private void put(Map<String, String> values, MacroKey key, String cell) {
    if (!key.isFlag()) {
      values.put(key.name(), fromFolder(cell));
      return;
    }
    switch (cell.toLowerCase(Locale.ROOT)) {
      case "yes", "true", "1" -> values.put(key.name(), "");
      case "no", "false", "0" -> values.remove(key.name());
      default ->
          throw new MattingException(
              file + ": \"" + key.name() + "\" is \"" + cell + "\", expected yes or no");
    }
  }

  /** A cell that names a file in the manifest's folder becomes its path. */
  private String fromFolder(String cell) {
    try {
      String path = file.resolveSibling(cell).toString();
      return ImageFiles.find(path).isPresent() ? path : cell;
    } catch (InvalidPathException e) {
      return cell;
    }
  }

  private Path inFolder(String path) {
    try {
      return file.resolveSibling(path).normalize();
    } catch (InvalidPathException e) {
      throw new MattingException(file + ": \"" + path + "\" is not a path", e);
    }
  }
}
