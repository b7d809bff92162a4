package org.cleanplate.imagej.image;

import ij.gui.Roi;
import ij.io.RoiDecoder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.cleanplate.MattingException;

/**
 * Reads selections that ImageJ saved: a {@code .roi} file, or a {@code .zip} of the ROI Manager.
 */
public final class RoiFile {
  /** A selection is a list of corners; more than that is something else. */
  private static final int LARGEST_BYTES = 16 << 20;

  private static final int MOST_SELECTIONS = 10_000;

  private RoiFile() {}

  /**
   * All selections of the file.
   *
   * @throws MattingException if it cannot be read or holds none
   */
  public static List<Roi> read(Path file) {
    List<Roi> selections = new ArrayList<>();
    try (InputStream in = Files.newInputStream(file)) {
      if (file.toString().toLowerCase(Locale.ROOT).endsWith(".zip")) {
        readAll(new ZipInputStream(in), selections);
      } else {
        add(in, file.getFileName().toString(), selections);
      }
    } catch (IOException | RuntimeException e) {
      throw new MattingException("Selections " + file + " cannot be read: " + e.getMessage(), e);
    }
    if (selections.isEmpty()) {
      throw new MattingException(
          file + " holds no selection, expected a .roi file or a .zip of the ROI Manager");
    }
    return selections;
  }

  private static void readAll(ZipInputStream zip, List<Roi> selections) throws IOException {
    ZipEntry entry = zip.getNextEntry();
    while (entry != null) {
      if (entry.getName().endsWith(".roi") && selections.size() < MOST_SELECTIONS) {
        add(zip, entry.getName(), selections);
      }
      entry = zip.getNextEntry();
    }
  }

  private static void add(InputStream in, String name, List<Roi> selections) throws IOException {
    byte[] bytes = in.readNBytes(LARGEST_BYTES);
    Roi roi = new RoiDecoder(bytes, name).getRoi();
    if (roi != null) {
      selections.add(roi);
    }
  }
}
