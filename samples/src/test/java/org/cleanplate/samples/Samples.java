package org.cleanplate.samples;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import ij.IJ;
import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Files that macros read and wrote, seen by the tests. */
final class Samples {
  private Samples() {}

  static Path macro(String name) {
    return InstalledImageJ.SAMPLES.resolve("macros").resolve(name);
  }

  static ImagePlus open(Path file) {
    ImagePlus image = IJ.openImage(file.toString());
    assertNotNull(image, "cannot be opened: " + file);
    return image;
  }

  /** Mean absolute difference of all slices, each image scaled to 0..1 by its bit depth. */
  static double meanAbsoluteDifference(ImagePlus a, ImagePlus b) {
    double sum = 0;
    long count = 0;
    for (int slice = 1; slice <= a.getStackSize(); slice++) {
      for (int i = 0; i < a.getWidth() * a.getHeight(); i++) {
        sum += Math.abs(unit(a, slice, i) - unit(b, slice, i));
        count++;
      }
    }
    return sum / count;
  }

  private static double unit(ImagePlus image, int slice, int pixel) {
    double value = image.getStack().getProcessor(slice).getf(pixel);
    return switch (image.getBitDepth()) {
      case 8 -> value / 255;
      case 16 -> value / 65535;
      default -> value;
    };
  }

  /** Names of all that lies in a folder, hidden files too, sorted. */
  static List<String> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
