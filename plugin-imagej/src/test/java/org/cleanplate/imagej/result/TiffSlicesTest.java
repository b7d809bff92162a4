package org.cleanplate.imagej.result;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.plugin.FileInfoVirtualStack;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;
import ij.process.ShortProcessor;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.cleanplate.imagej.result.TiffLayout.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was written is read by ImageJ whole, by ImageJ slice by slice, and by Java's own reader. */
class TiffSlicesTest {
  @TempDir private Path folder;

  @Test
  void isReadByImageJAndByOtherPrograms() throws IOException {
    Path file = folder.resolve("floats.tif");
    write(file, new Kind(32, false), 6, TiffSlicesTest::floats, this::dress);
    ImagePlus whole = IJ.openImage(file.toString());
    ImagePlus virtual = FileInfoVirtualStack.openVirtual(file.toString());
    for (ImagePlus image : new ImagePlus[] {whole, virtual}) {
      assertArrayEquals(new int[] {5, 4, 1, 2, 3}, image.getDimensions());
      assertEquals(32, image.getBitDepth());
      for (int index = 1; index <= 6; index++) {
        assertEquals(index + 0.25f, image.getStack().getProcessor(index).getf(3, 2));
        assertEquals("slice " + index, image.getStack().getSliceLabel(index));
      }
      assertEquals(0.125, image.getCalibration().pixelWidth, 1e-6);
      assertEquals("µm", image.getCalibration().getUnit());
      assertEquals(0.5, image.getCalibration().frameInterval);
      assertEquals(1, image.getDisplayRangeMax());
    }
    assertEquals("a model", whole.getProp("cleanplate.model"));
    assertTrue(virtual.getStack().isVirtual());
    try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
      ImageReader reader = ImageIO.getImageReadersByFormatName("tiff").next();
      reader.setInput(in);
      assertEquals(6, reader.getNumImages(true), "a directory for each");
      assertEquals(4.25f, reader.read(3).getRaster().getSampleFloat(3, 2, 0));
    }
  }

  @Test
  void keepsTheTablesAndRangesOfChannels() throws IOException {
    Path file = folder.resolve("channels.tif");
    write(
        file,
        new Kind(16, false),
        4,
        index -> new ShortProcessor(5, 4),
        image -> {
          image.setDimensions(2, 1, 2);
          CompositeImage composite = new CompositeImage(image, CompositeImage.COMPOSITE);
          composite.setChannelLut(table(Color.CYAN, 10, 4000), 1);
          composite.setChannelLut(table(Color.RED, 7, 99), 2);
          return composite;
        });
    CompositeImage read = (CompositeImage) IJ.openImage(file.toString());
    assertEquals(Color.RED.getRGB(), read.getChannelLut(2).getRGB(255));
    assertEquals(10, read.getChannelLut(1).min);
    assertEquals(99, read.getChannelLut(2).max);
  }

  private static LUT table(Color colour, double min, double max) {
    LUT table = LUT.createLutFromColor(colour);
    table.min = min;
    table.max = max;
    return table;
  }

  @Test
  void keepsTheAlphaOfACutOut() throws IOException {
    Path file = folder.resolve("cutout.tif");
    int[] pixels = {0x80FF1020, 0x00000000, 0xFF0102FE, 0x10203040};
    write(
        file,
        new Kind(24, true),
        2,
        index -> new ColorProcessor(2, 2, pixels.clone()),
        UnaryOperator.identity());
    BufferedImage read = ImageIO.read(file.toFile());
    assertEquals(0x80FF1020, read.getRGB(0, 0));
    assertEquals(0x10203040, read.getRGB(1, 1));
    ImagePlus image = IJ.openImage(file.toString());
    assertEquals(2, image.getStackSize());
    assertEquals(0xFFFF1020, image.getStack().getProcessor(2).get(0, 0), "ImageJ shows no alpha");
  }

  @Test
  void bearsItsNameOnlyWhenItIsWhole() throws IOException {
    Path file = folder.resolve("half.tif");
    try (TiffSlices slices = new TiffSlices(file, new Kind(32, false), 3, 0, false)) {
      slices.put(1, floats(1));
      assertFalse(Files.exists(file));
    }
    try (var left = Files.list(folder)) {
      assertEquals(0, left.count());
    }
  }

  /** Sparse, so that it takes no room: only the last slice is written. */
  @Test
  void isReadBeyondFourGigabytes() throws IOException {
    Path file = folder.resolve("large.tif");
    int side = 1024;
    int count = 1100;
    try (TiffSlices slices = new TiffSlices(file, new Kind(32, false), count, 0, true)) {
      ImageProcessor last = new FloatProcessor(side, side);
      last.setf(5, 6, 0.75f);
      slices.put(count, last);
      ImagePlus reopened = slices.finish(UnaryOperator.identity()).orElseThrow();
      assertEquals(0.75f, reopened.getStack().getProcessor(count).getf(5, 6));
    }
    assertTrue(Files.size(file) > 4L << 30, Files.size(file) + " bytes");
    ImagePlus virtual = FileInfoVirtualStack.openVirtual(file.toString());
    assertEquals(count, virtual.getStackSize());
    assertEquals(0.75f, virtual.getStack().getProcessor(count).getf(5, 6));
    assertEquals(0, virtual.getStack().getProcessor(2).getf(5, 6));
  }

  private static ImageProcessor floats(int index) {
    FloatProcessor slice = new FloatProcessor(5, 4);
    slice.setf(3, 2, index + 0.25f);
    return slice;
  }

  private ImagePlus dress(ImagePlus image) {
    image.setDimensions(1, 2, 3);
    image.setOpenAsHyperStack(true);
    image.getCalibration().pixelWidth = 0.125;
    image.getCalibration().pixelHeight = 0.25;
    image.getCalibration().setUnit("um");
    image.getCalibration().frameInterval = 0.5;
    image.setDisplayRange(0, 1);
    for (int index = 1; index <= 6; index++) {
      image.getStack().setSliceLabel("slice " + index, index);
    }
    image.setProp("cleanplate.model", "a model");
    return image;
  }

  private interface Slices {
    ImageProcessor at(int index);
  }

  private static void write(
      Path file, Kind kind, int count, Slices pixels, UnaryOperator<ImagePlus> dress)
      throws IOException {
    try (TiffSlices slices = new TiffSlices(file, kind, count, 8L * count, false)) {
      for (int index = count; index >= 1; index--) {
        slices.put(index, pixels.at(index));
      }
      slices.finish(dress);
    }
  }
}
