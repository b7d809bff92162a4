package org.cleanplate.fiji.studio.regions;

import ij.ImagePlus;
import ij.gui.Roi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cleanplate.Sha256;
import org.cleanplate.imagej.image.ImageFiles;
import org.cleanplate.imagej.result.RoiFile;

/**
 * A garbage matte on the disc, as a macro names it. A file bears a digest of what it holds in its
 * name, so that what is painted later never changes what an older macro means.
 *
 * @param keep what is subject at any rate; empty if nothing is
 * @param remove what is background at any rate
 * @param setOnSlices whether regions hold on single slices
 */
public record RegionFiles(Optional<Path> keep, Optional<Path> remove, boolean setOnSlices) {
  public static final RegionFiles NONE = new RegionFiles(Optional.empty(), Optional.empty(), false);

  private static final String INCLUDE = "include_area";
  private static final String EXCLUDE = "exclude_area";
  private static final String SLICE_ONLY = "slice_only";

  /** The macro keys that say what is painted. */
  public static final Set<String> KEYS = Set.of(INCLUDE, EXCLUDE, SLICE_ONLY);

  private static final int DIGEST_DIGITS = 16;
  private static final Pattern OURS =
      Pattern.compile("(keep|remove)-[0-9a-f]{" + DIGEST_DIGITS + "}(-\\d+)?\\.zip");

  /**
   * Writes a matte that was painted on an image; a file that is there already is left as it is.
   *
   * @param folder made if need be
   */
  public static RegionFiles save(GarbageMatte matte, ImagePlus image, Path folder)
      throws IOException {
    PaintedRegions regions = PaintedRegions.of(matte, image);
    Files.createDirectories(folder);
    return new RegionFiles(
        save(regions.keep(), folder, "keep"),
        save(regions.remove(), folder, "remove"),
        regions.areSetOnSlices());
  }

  private static Optional<Path> save(List<Roi> regions, Path folder, String name)
      throws IOException {
    if (regions.isEmpty()) {
      return Optional.empty();
    }
    byte[] zip = RoiFile.zip(regions);
    String digest = Sha256.of(zip);
    String stem = name + "-" + digest.substring(0, DIGEST_DIGITS);
    Path file = folder.resolve(stem + ".zip");
    for (int number = 2; Files.exists(file) && !Sha256.of(file).equals(digest); number++) {
      // Somebody has edited it in the ROI Manager, and means that.
      file = folder.resolve(stem + "-" + number + ".zip");
    }
    if (!Files.exists(file)) {
      RoiFile.write(file, zip);
    }
    return Optional.of(file.toAbsolutePath());
  }

  /**
   * Finds files by the values of the macro's keys.
   *
   * @return empty if something else is named than files that {@link #save} wrote
   */
  public static Optional<RegionFiles> named(Map<String, String> values) {
    boolean ours =
        Stream.of(INCLUDE, EXCLUDE)
            .filter(values::containsKey)
            .allMatch(key -> find(values, key).isPresent());
    return ours && !values.containsKey("interpolate")
        ? Optional.of(
            new RegionFiles(
                find(values, INCLUDE), find(values, EXCLUDE), values.containsKey(SLICE_ONLY)))
        : Optional.empty();
  }

  private static Optional<Path> find(Map<String, String> values, String key) {
    return Optional.ofNullable(values.get(key))
        .flatMap(ImageFiles::find)
        .filter(file -> OURS.matcher(file.getFileName().toString()).matches());
  }

  /** What a macro says of them, by key, of a flag an empty text. */
  public Map<String, String> values() {
    Map<String, String> values = new LinkedHashMap<>();
    keep.ifPresent(file -> values.put(INCLUDE, file.toString()));
    remove.ifPresent(file -> values.put(EXCLUDE, file.toString()));
    if (setOnSlices) {
      values.put(SLICE_ONLY, "");
    }
    return values;
  }

  /**
   * Reads the matte back.
   *
   * @throws org.cleanplate.MattingException if a file holds something else than regions
   */
  public GarbageMatte load(ImagePlus image) throws IOException {
    return new PaintedRegions(read(keep), read(remove)).toMatte(image);
  }

  private static List<Roi> read(Optional<Path> file) throws IOException {
    return file.isPresent() ? RoiFile.read(file.get()) : List.of();
  }
}
