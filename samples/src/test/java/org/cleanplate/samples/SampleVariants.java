package org.cleanplate.samples;

import ij.ImagePlus;
import ij.ImageStack;
import ij.io.FileSaver;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import java.nio.file.Path;

/** The sample stack as a microscope would deliver it. */
final class SampleVariants {
  /** What one of the 256 levels of the sample stack is in the 16-bit one. */
  static final int COUNTS_PER_LEVEL = 40;

  /** The dark counts of the camera. */
  static final int DARK_COUNTS = 300;

  private SampleVariants() {}

  /** The green of an RGB image as counts of a 16-bit camera, half a micrometre a pixel. */
  static void deep(Path rgb, Path file) {
    ImagePlus source = Samples.open(rgb);
    ImageStack slices = new ImageStack();
    for (int i = 1; i <= source.getStackSize(); i++) {
      ImageProcessor green = channel(source, i, 1);
      ShortProcessor counts = new ShortProcessor(green.getWidth(), green.getHeight());
      for (int p = 0; p < green.getPixelCount(); p++) {
        counts.set(p, DARK_COUNTS + COUNTS_PER_LEVEL * green.get(p));
      }
      slices.addSlice(counts);
    }
    save(new ImagePlus("", slices), file);
  }

  /** Red and green of an RGB stack as two channels of a hyperstack in time. */
  static void twoChannels(Path rgb, Path file) {
    ImagePlus source = Samples.open(rgb);
    ImageStack slices = new ImageStack();
    for (int i = 1; i <= source.getStackSize(); i++) {
      slices.addSlice(channel(source, i, 0));
      slices.addSlice(channel(source, i, 1));
    }
    ImagePlus hyperstack = new ImagePlus("", slices);
    hyperstack.setDimensions(2, 1, source.getStackSize());
    hyperstack.setOpenAsHyperStack(true);
    save(hyperstack, file);
  }

  /** The stack, at the end of which the subject rests for longer than it moved. */
  static void resting(Path rgb, Path file) {
    ImagePlus source = Samples.open(rgb);
    ImageStack slices = new ImageStack();
    int count = source.getStackSize();
    for (int i = 1; i <= 2 * count + 2; i++) {
      slices.addSlice(source.getStack().getProcessor(Math.min(i, count)));
    }
    save(new ImagePlus("", slices), file);
  }

  /** A picture that is blue from left to right and red from top to bottom. */
  static void ramp(Path file, int width, int height) {
    ColorProcessor pixels = new ColorProcessor(width, height);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        pixels.set(x, y, 255 * y / height << 16 | 255 * x / width);
      }
    }
    new FileSaver(new ImagePlus("", pixels)).saveAsPng(file.toString());
  }

  private static ImageProcessor channel(ImagePlus rgb, int slice, int channel) {
    ImageProcessor pixels = rgb.getStack().getProcessor(slice);
    return pixels.toFloat(channel, null).convertToByteProcessor(false);
  }

  private static void save(ImagePlus image, Path file) {
    image.getCalibration().setUnit("um");
    image.getCalibration().pixelWidth = 0.5;
    image.getCalibration().pixelHeight = 0.5;
    FileSaver saver = new FileSaver(image);
    boolean saved =
        image.getStackSize() > 1
            ? saver.saveAsTiffStack(file.toString())
            : saver.saveAsTiff(file.toString());
    if (!saved) {
      throw new AssertionError("Cannot write " + file);
    }
  }
}
