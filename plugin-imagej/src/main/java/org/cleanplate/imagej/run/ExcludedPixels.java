package org.cleanplate.imagej.run;

import ij.ImagePlus;
import ij.gui.Roi;
import java.awt.Point;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.cleanplate.MattingException;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.imagej.parameters.ExclusionChoice;
import org.cleanplate.imagej.result.RoiFile;
import org.cleanplate.plate.estimate.Exclusion;

/** Turns the selections that a user excludes from a background into pixels. */
final class ExcludedPixels {
  private ExcludedPixels() {}

  /**
   * The exclusion for frames of {@code format}.
   *
   * @param selected the image whose selection {@code roi} means, if there is one
   * @throws MattingException if there is no selection or no pixel in it
   */
  static Exclusion of(
      Optional<ExclusionChoice> choice, Optional<ImagePlus> selected, FrameFormat format) {
    if (choice.isEmpty()) {
      return Exclusion.NONE;
    }
    ExclusionChoice excluded = choice.get();
    BitSet pixels = new BitSet();
    for (Roi roi : regions(excluded.region(), selected)) {
      add(roi, format, pixels);
    }
    if (pixels.isEmpty()) {
      throw new MattingException(
          "The selection " + excluded.region() + " has no pixel within " + format.size());
    }
    return new Exclusion(pixels, excluded.first() - 1, excluded.last() - 1);
  }

  private static List<Roi> regions(String region, Optional<ImagePlus> selected) {
    if (!region.equalsIgnoreCase(ExclusionChoice.SELECTION)) {
      return saved(region);
    }
    Roi roi = selected.map(ImagePlus::getRoi).orElse(null);
    if (roi == null || !roi.isArea()) {
      throw new MattingException(
          "An area selection is needed, but "
              + selected.map(image -> "\"" + image.getTitle() + "\" has").orElse("a video can have")
              + " no area selection: draw one, or give a file of selections");
    }
    return List.of(roi);
  }

  private static List<Roi> saved(String path) {
    try {
      return RoiFile.read(Path.of(path));
    } catch (IOException | InvalidPathException e) {
      throw new MattingException("Selections " + path + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static void add(Roi roi, FrameFormat format, BitSet pixels) {
    for (Point point : roi) {
      if (point.x >= 0 && point.x < format.width() && point.y >= 0 && point.y < format.height()) {
        pixels.set(point.y * format.width() + point.x);
      }
    }
  }
}
