package org.cleanplate.imagej.result;

import ij.gui.Roi;
import ij.io.RoiDecoder;
import ij.io.RoiEncoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.cleanplate.MattingException;
import org.cleanplate.output.OutputFile;

/** Regions of interest in files as the ROI Manager keeps them: {@code .roi}, or a ZIP of these. */
public final class RoiFile {
  private static final String ONE = ".roi";
  private static final String MANY = ".zip";

  /** A larger file, unpacked, was not made by hand nor by a run. */
  private static final int MOST_BYTES_EACH = 64 << 20;

  private static final int MOST_REGIONS = 1_000_000;

  /** The first that a ZIP can state. */
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private RoiFile() {}

  /** Whether the name is that of such a file. */
  public static boolean isNamedLikeOne(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return name.endsWith(ONE) || name.endsWith(MANY);
  }

  /**
   * Writes regions; the file has its name only when it is whole.
   *
   * @param file a ZIP
   */
  public static void write(Path file, List<Roi> rois) throws IOException {
    write(file, zip(rois));
  }

  /**
   * Writes what {@link #zip} made; the file has its name only when it is whole.
   *
   * @param file a ZIP
   */
  public static void write(Path file, byte[] zip) throws IOException {
    try (OutputFile output = OutputFile.create(file)) {
      Files.write(output.temporary(), zip);
      output.moveToTarget();
    }
  }

  /** Regions as a file holds them; the same ones always give the same bytes. */
  public static byte[] zip(List<Roi> rois) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      Set<String> names = new HashSet<>();
      for (Roi roi : rois) {
        ZipEntry entry = new ZipEntry(uniqueName(roi, names) + ONE);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        encode(roi, zip);
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static String uniqueName(Roi roi, Set<String> names) {
    String wanted = roi.getName() == null ? "region" : roi.getName();
    String name = wanted;
    for (int number = 2; !names.add(name); number++) {
      name = wanted + "-" + number;
    }
    return name;
  }

  private static void encode(Roi roi, OutputStream out) throws IOException {
    byte[] bytes = RoiEncoder.saveAsByteArray(roi);
    if (bytes == null) {
      throw new IOException("Region " + roi.getName() + " cannot be written");
    }
    out.write(bytes);
  }

  /**
   * Reads all regions.
   *
   * @throws MattingException if there is none
   */
  public static List<Roi> read(Path file) throws IOException {
    List<Roi> rois =
        file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(MANY)
            ? readMany(file)
            : List.of(readOne(Files.newInputStream(file), file.getFileName().toString()));
    if (rois.isEmpty()) {
      throw new MattingException(file + " holds no regions, expected ROIs of ImageJ");
    }
    return rois;
  }

  private static List<Roi> readMany(Path file) throws IOException {
    List<Roi> rois = new ArrayList<>();
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().toLowerCase(Locale.ROOT).endsWith(ONE)) {
          rois.add(decode(zip, entry.getName()));
        }
        if (rois.size() > MOST_REGIONS) {
          throw new MattingException(file + " holds more than " + MOST_REGIONS + " regions");
        }
      }
    }
    return rois;
  }

  private static Roi readOne(InputStream in, String name) throws IOException {
    try (in) {
      return decode(in, name);
    }
  }

  private static Roi decode(InputStream in, String name) throws IOException {
    byte[] bytes = in.readNBytes(MOST_BYTES_EACH);
    String stem = name.replaceFirst("(?i)\\.roi$", "");
    try {
      Roi roi = new RoiDecoder(bytes, stem).getRoi();
      if (roi != null) {
        return roi;
      }
    } catch (IOException | RuntimeException e) {
      throw new MattingException("Region " + name + " cannot be read: " + e.getMessage(), e);
    }
    throw new MattingException("Region " + name + " cannot be read, expected an ROI of ImageJ");
  }
}
