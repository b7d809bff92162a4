package org.cleanplate.samples;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Roi;
import ij.io.RoiDecoder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.cleanplate.frame.Frame;
import org.cleanplate.video.VideoFrameSource;

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

  /** How many frames a video has, by reading them all. */
  static int frameCount(Path video) throws IOException {
    try (VideoFrameSource source = VideoFrameSource.open(video)) {
      Frame frame = Frame.allocate(source.format());
      int count = 0;
      while (source.read(frame)) {
        count++;
      }
      return count;
    }
  }

  /** Mean absolute difference between the grey of a video and a stack, as parts of white. */
  static double videoDifference(Path video, ImagePlus truth) throws IOException {
    try (VideoFrameSource source = VideoFrameSource.open(video)) {
      Frame frame = Frame.allocate(source.format());
      double sum = 0;
      int pixels = truth.getWidth() * truth.getHeight();
      for (int slice = 1; slice <= truth.getStackSize(); slice++) {
        assertTrue(source.read(frame), "no frame " + slice);
        byte[] expected = (byte[]) truth.getStack().getPixels(slice);
        ByteBuffer bgra = frame.pixels();
        for (int i = 0; i < pixels; i++) {
          sum += Math.abs((bgra.get(4 * i) & 255) - (expected[i] & 255)) / 255.0;
        }
      }
      assertFalse(source.read(frame), "more frames than " + truth.getStackSize());
      return sum / pixels / truth.getStackSize();
    }
  }

  /** The regions of a ZIP file as the ROI Manager writes it, in their order. */
  static List<Roi> rois(Path file) throws IOException {
    List<Roi> rois = new ArrayList<>();
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        rois.add(RoiDecoder.openFromByteArray(zip.readAllBytes()));
      }
    }
    return rois;
  }
}
