package org.cleanplate.imagej.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.VirtualStack;
import ij.WindowManager;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.measure.Calibration;
import ij.plugin.PlugIn;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.cleanplate.imagej.parameters.MatteStackParameters;
import org.cleanplate.imagej.run.EngineHolder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every kind of image, with the bundled model, through the option string of a macro: each result
 * keeps pixel depth, calibration, shape, labels and overlay, in memory and in a file. The table of
 * what came out is written to {@code target/image-kinds.md}.
 */
class ImageKindsTest {
  private static final int WIDTH = 64;
  private static final int HEIGHT = 48;
  private static final int FRAMES = 3;
  private static final String OUTPUTS =
      " alpha foreground composite cutout error regions mask labels";
  private static final List<String> ROWS = new ArrayList<>();

  private final PlugIn command =
      arg ->
          Launcher.launch(
              MatteStackParameters.COMMAND, () -> MatteStackCommand.command(EngineHolder::open));
  private final MacroRunner macro = new MacroRunner();

  @TempDir private Path folder;

  /** What is expected of the results of a kind of image. */
  private record Kind(
      String name,
      ImagePlus image,
      String options,
      int foregroundBits,
      int[] alphaShape,
      int[] foregroundShape) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Arguments> runs() {
    int[] slices = shape(1, FRAMES, 1);
    int[] times = shape(1, 1, FRAMES);
    return Stream.of(
            kind("8-bit", stack(8, 1, FRAMES, 1), 8, slices),
            kind("8-bit with colour table", coloured(), 24, slices),
            kind("16-bit", stack(16, 1, FRAMES, 1), 16, slices),
            kind("32-bit", stack(32, 1, FRAMES, 1), 32, slices),
            kind("RGB", stack(24, 1, FRAMES, 1), 24, slices),
            kind("16-bit virtual", virtual(), 16, slices),
            kind("16-bit time series", stack(16, 1, 1, FRAMES), 16, times),
            kind("32-bit hyperstack, 5 channels", stack(32, 5, 1, FRAMES), 32, shape(5, 1, FRAMES)),
            ofChannels("16-bit composite, 2 channels", composite(16, 2, 1, FRAMES), 16, times),
            ofChannels("8-bit composite, 3 channels", composite(8, 3, 1, FRAMES), 8, times),
            new Kind(
                "16-bit hyperstack, each channel",
                composite(16, 2, 2, FRAMES),
                " channels=each",
                16,
                shape(2, 2, FRAMES),
                shape(2, 2, FRAMES)))
        .flatMap(kind -> Stream.of(false, true).map(saved -> Arguments.of(kind, saved)));
  }

  private static Kind kind(String name, ImagePlus image, int foregroundBits, int[] shape) {
    return new Kind(name, image, "", foregroundBits, shape, shape);
  }

  /** One whose channels make up a colour: they have one alpha, and a foreground each. */
  private static Kind ofChannels(
      String name, ImagePlus image, int foregroundBits, int[] alphaShape) {
    int[] foregroundShape = shape(image.getNChannels(), image.getNSlices(), image.getNFrames());
    return new Kind(name, image, "", foregroundBits, alphaShape, foregroundShape);
  }

  private static int[] shape(int channels, int slices, int frames) {
    return new int[] {WIDTH, HEIGHT, channels, slices, frames};
  }

  @ParameterizedTest(name = "{0}, saved {1}")
  @MethodSource("runs")
  void keepsDepthCalibrationAndShape(Kind kind, boolean saved) {
    ImagePlus image = macro.open(kind.image);
    dress(image);
    String save = saved ? " save=[" + folder + "] format=stack open" : "";
    String options = "background=[slice 1] device=cpu" + OUTPUTS + kind.options + save;
    assertTrue(macro.run(command, options), macro.log());
    check(kind, saved, "alpha", 32, kind.alphaShape);
    check(kind, saved, "foreground", kind.foregroundBits, kind.foregroundShape);
    check(kind, saved, "composite", 24, kind.alphaShape);
    check(kind, saved, "cutout", 24, kind.alphaShape);
    check(kind, saved, "mask", 8, kind.alphaShape);
    check(kind, saved, "labels", 16, kind.alphaShape);
    ImagePlus error = check(kind, saved, "error", 32, null);
    ImagePlus regions = check(kind, saved, "regions", 8, null);
    assertEquals(WIDTH / 4, regions.getWidth());
    assertEquals(
        0.5 * WIDTH, error.getWidth() * error.getCalibration().pixelWidth, 1e-6, "same extent");
    ImagePlus alpha = result(kind, saved, "alpha");
    assertEquals(alpha, WindowManager.getCurrentImage(), "alpha is current");
    assertEquals(0, alpha.getDisplayRangeMin());
    assertEquals(1, alpha.getDisplayRangeMax());
    int subject = alpha.getStackIndex(1, kind.alphaShape[3], kind.alphaShape[4]);
    assertTrue(
        alpha.getStack().getProcessor(subject).getStats().max > 0.5, "the subject is in " + kind);
  }

  private ImagePlus result(Kind kind, boolean saved, String output) {
    String title = "kinds-" + output + (saved ? ".tif" : "");
    ImagePlus result = WindowManager.getImage(title);
    assertNotNull(result, title + "\n" + macro.log());
    return result;
  }

  private ImagePlus check(Kind kind, boolean saved, String output, int bits, int[] shape) {
    ImagePlus result = result(kind, saved, output);
    int[] found = result.getDimensions();
    assertEquals(bits, result.getBitDepth(), output);
    if (shape != null) {
      assertArrayEquals(shape, found, output + " is " + Arrays.toString(found));
    }
    Calibration calibration = result.getCalibration();
    assertEquals(0.25, calibration.frameInterval);
    assertEquals("µm", calibration.getUnit());
    assertEquals(2, calibration.pixelDepth);
    if (shape != null) {
      assertEquals(0.5, calibration.pixelWidth, 1e-9);
      assertEquals(0.75, calibration.pixelHeight, 1e-9);
      assertEquals(1, result.getOverlay().size(), "the overlay of the source");
    }
    int last = result.getStackSize();
    assertEquals("last", result.getStack().getSliceLabel(last));
    assertEquals(saved, result.getStack().isVirtual());
    ROWS.add(
        String.format(
            Locale.ROOT,
            "| %s | %s | %s | %d | %dx%d, C %d, Z %d, T %d | %s x %s %s | %s s |",
            kind.name,
            output,
            saved ? "file" : "memory",
            bits,
            found[0],
            found[1],
            found[2],
            found[3],
            found[4],
            calibration.pixelWidth,
            calibration.pixelHeight,
            calibration.getUnit(),
            calibration.frameInterval));
    return result;
  }

  @AfterEach
  void closeImages() {
    macro.close();
  }

  @AfterAll
  static void writeTable() throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("| image | output | kept in | bits | shape | pixel | interval |");
    lines.add("|---|---|---|---|---|---|---|");
    lines.addAll(ROWS);
    Files.write(Path.of("target", "image-kinds.md"), lines);
  }

  private static void dress(ImagePlus image) {
    Calibration calibration = image.getCalibration();
    calibration.pixelWidth = 0.5;
    calibration.pixelHeight = 0.75;
    calibration.pixelDepth = 2;
    calibration.setUnit("um");
    calibration.frameInterval = 0.25;
    image.setOverlay(new Overlay(new Roi(1, 1, 5, 5)));
  }

  /** A bright square that is not there in the first frame of each series. */
  private static ImageProcessor slice(int bits, boolean subject) {
    FloatProcessor values = new FloatProcessor(WIDTH, HEIGHT);
    for (int i = 0; i < WIDTH * HEIGHT; i++) {
      values.setf(i, 60 + (i * 7919 % 23));
    }
    if (subject) {
      values.setRoi(20, 12, 22, 22);
      values.setValue(230);
      values.fill();
      values.resetRoi();
    }
    return switch (bits) {
      case 8 -> values.convertToByteProcessor(false);
      case 16 -> {
        values.multiply(100);
        yield values.convertToShortProcessor(false);
      }
      case 24 -> values.convertToByteProcessor(false).convertToColorProcessor();
      default -> {
        values.multiply(1 / 255.0);
        yield values;
      }
    };
  }

  private static double white(int bits) {
    return bits == 16 ? 25_500 : bits == 32 ? 1 : 255;
  }

  private static ImagePlus stack(int bits, int channels, int slices, int frames) {
    ImageStack stack = new ImageStack(WIDTH, HEIGHT);
    int count = channels * slices * frames;
    for (int i = 0; i < count; i++) {
      boolean first = frames > 1 ? i < channels * slices : i == 0;
      stack.addSlice(i >= count - channels ? "last" : null, slice(bits, !first));
    }
    ImagePlus image = new ImagePlus("kinds.tif", stack);
    image.setDimensions(channels, slices, frames);
    image.setOpenAsHyperStack(channels > 1 || frames > 1);
    if (bits != 24) {
      image.setDisplayRange(0, white(bits));
    }
    return image;
  }

  private static ImagePlus composite(int bits, int channels, int slices, int frames) {
    CompositeImage image =
        new CompositeImage(stack(bits, channels, slices, frames), CompositeImage.COMPOSITE);
    for (int channel = 1; channel <= channels; channel++) {
      image.setC(channel);
      image.setDisplayRange(0, white(bits));
    }
    image.setOpenAsHyperStack(true);
    return image;
  }

  private static ImagePlus coloured() {
    ImagePlus image = stack(8, 1, FRAMES, 1);
    image.setLut(LUT.createLutFromColor(Color.YELLOW));
    return image;
  }

  private static ImagePlus virtual() {
    VirtualStack stack =
        new VirtualStack(WIDTH, HEIGHT, FRAMES) {
          @Override
          public ImageProcessor getProcessor(int index) {
            return slice(16, index > 1);
          }

          @Override
          public String getSliceLabel(int index) {
            return index == FRAMES ? "last" : null;
          }
        };
    ImagePlus image = new ImagePlus("kinds.tif", stack);
    image.setDisplayRange(0, white(16));
    return image;
  }
}
