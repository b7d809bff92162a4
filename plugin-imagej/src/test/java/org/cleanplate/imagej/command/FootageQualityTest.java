package org.cleanplate.imagej.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.WindowManager;
import ij.macro.Interpreter;
import ij.plugin.filter.EDM;
import ij.process.ByteProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.cleanplate.frame.Frame;
import org.cleanplate.imagej.image.StackFormat;
import org.cleanplate.video.VideoFrameSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * Real footage matted by the defaults of <em>Matte Stack...</em> and the bundled model. What is
 * subject is told by the pixels themselves, from their ratio to or difference from the median.
 */
class FootageQualityTest {
  private static final Path MEDIA = Path.of(System.getProperty("cleanplate.media", ""));

  private final MacroRunner macro = new MacroRunner();

  @AfterEach
  void closeImages() {
    macro.close();
  }

  /** It shades the floor by a tenth and more for six pixels around. */
  @Test
  void noHaloRemainsAroundTheMouse() throws IOException {
    ImagePlus mouse = macro.open(mouse(5, 700));

    assertTrue(macro.run(new MatteStackCommand(), "background=median alpha"), macro.log());

    ImageProcessor last = mouse.getStack().getProcessor(mouse.getStackSize()).convertToByte(false);
    FloatProcessor distance = distanceFromBody(last, median(mouse));
    ImagePlus result = WindowManager.getCurrentImage();
    ImageProcessor alpha = result.getStack().getProcessor(result.getStackSize());
    double body = ring(alpha, distance, -20, -3, 0.1);
    double third = ring(alpha, distance, 2.5, 3.5, 0.5);
    double beyond = ring(alpha, distance, 3.5, 12, 0.5);
    double worst = ring(alpha, distance, 3.5, 12, 0.9);
    String figures = body + " in the body, " + third + ", " + beyond + ", " + worst + " around it";
    assertTrue(body > 0.95, figures);
    assertTrue(third < 0.06, figures);
    assertTrue(beyond < 0.02, figures);
    assertTrue(worst < 0.1, figures);
  }

  /** It stands at the edge of the floor, before a dark wall without texture that mirrors it. */
  @Test
  void theReflectionOfTheMouseInTheWallIsNoMouse() throws IOException {
    macro.open(mouse(8, 1400));

    assertTrue(macro.run(new MatteStackCommand(), "background=median alpha"), macro.log());

    ImageProcessor alpha = WindowManager.getCurrentImage().getStack().getProcessor(8);
    double reflection = mean(alpha, 256, 452, 44, 18);
    double body = mean(alpha, 265, 426, 23, 14);
    String figures = body + " in the body, " + reflection + " in its reflection";
    assertTrue(body > 0.97, figures);
    assertTrue(reflection < 0.05, figures);
  }

  private static double mean(ImageProcessor alpha, int x, int y, int width, int height) {
    alpha.setRoi(x, y, width, height);
    return alpha.getStatistics().mean;
  }

  @Test
  void colloidsOfATenthOfTheContrastAreFound() {
    ImagePlus colloids = macro.open(colloids());
    double[] stretched = found(colloids, "");
    double[] off = found(colloids, " contrast=off");

    String figures = Arrays.toString(stretched) + ", contrast=off " + Arrays.toString(off);
    assertTrue(stretched[0] > 0.7, "Share of the specks that is found: " + figures);
    assertTrue(off[0] < 0.5 * stretched[0], "It is the contrast: " + figures);
    assertTrue(stretched[1] < 0.02, "Share of clear water taken for specks: " + figures);
    assertTrue(macro.log().contains("Little contrast: the network is shown red "), macro.log());
  }

  @Test
  void theForegroundOfAStretchedStackHasItsOwnColours() {
    ImagePlus colloids = macro.open(colloids());

    assertTrue(
        macro.run(new MatteStackCommand(), "background=median alpha foreground"), macro.log());

    ImagePlus alpha = named("alpha");
    ImageStack foreground = named("foreground").getStack();
    int count = 0;
    double difference = 0;
    for (int i = 0; i < alpha.getWidth() * alpha.getHeight(); i++) {
      if (alpha.getStack().getProcessor(2).getf(i) > 0.98) {
        int seen = colloids.getStack().getProcessor(2).get(i);
        int found = foreground.getProcessor(2).get(i);
        for (int shift = 0; shift < 24; shift += 8) {
          difference += Math.abs((seen >> shift & 255) - (found >> shift & 255));
        }
        count++;
      }
    }
    assertTrue(count > 100, count + " opaque pixels");
    assertEquals(0, difference / (3 * count), 6, "Mean difference in grey levels");
    assertTrue(alpha.getProp("cleanplate.contrast").startsWith("red "));
  }

  /** The shares of alpha over one half in specks, and in clear water. */
  private double[] found(ImagePlus colloids, String options) {
    assertTrue(
        macro.run(
            new MatteStackCommand(),
            "source=" + colloids.getTitle() + " background=median alpha" + options),
        macro.log());
    ImagePlus alpha = WindowManager.getCurrentImage();
    assertEquals(options.isEmpty(), alpha.getProp("cleanplate.contrast") != null);
    ImageProcessor plate = median(colloids);
    int[] counts = new int[2];
    int[] taken = new int[2];
    for (int slice = 1; slice <= colloids.getStackSize(); slice++) {
      ImageProcessor seen = colloids.getStack().getProcessor(slice).convertToByte(false);
      for (int i = 0; i < plate.getPixelCount(); i++) {
        int darker = plate.get(i) - seen.get(i);
        int kind = darker >= 14 ? 0 : Math.abs(darker) <= 2 ? 1 : 2;
        if (kind < 2) {
          counts[kind]++;
          taken[kind] += alpha.getStack().getProcessor(slice).getf(i) > 0.5 ? 1 : 0;
        }
      }
    }
    assertTrue(counts[0] > 300, counts[0] + " pixels of specks");
    return new double[] {(double) taken[0] / counts[0], (double) taken[1] / counts[1]};
  }

  private static ImagePlus named(String part) {
    for (int id : Interpreter.getBatchModeImageIDs()) {
      ImagePlus image = WindowManager.getImage(id);
      if (image.getTitle().contains(part)) {
        return image;
      }
    }
    throw new AssertionError("No image of " + part);
  }

  private static ImagePlus colloids() {
    Path folder = MEDIA.resolve("colloids");
    Assumptions.assumeTrue(Files.isDirectory(folder), "no footage at " + folder);
    ImageStack stack = new ImageStack(320, 224);
    for (int i = 7; i <= 295; i += 32) {
      ImageProcessor picture =
          IJ.openImage(folder.resolve("bulk_water_%03d.png".formatted(i)).toString())
              .getProcessor();
      picture.setRoi(200, 200, 320, 224);
      stack.addSlice(picture.crop());
    }
    return new ImagePlus("colloids", stack);
  }

  /** So many frames of the footage, the first and then every so many. */
  private static ImagePlus mouse(int frames, int step) throws IOException {
    Path video = MEDIA.resolve("mouse").resolve("mouse_video.mp4");
    Assumptions.assumeTrue(Files.exists(video), "no footage at " + video);
    ImageStack stack = new ImageStack(640, 480);
    try (VideoFrameSource source = VideoFrameSource.open(video)) {
      Frame frame = Frame.allocate(source.format());
      for (int i = 0; i < frames; i++) {
        assertTrue(source.read(frame));
        stack.addSlice(StackFormat.processor(frame));
        source.skip(step - 1);
      }
    }
    return new ImagePlus("mouse", stack);
  }

  private static ImageProcessor median(ImagePlus image) {
    int slices = image.getStackSize();
    ByteProcessor median = new ByteProcessor(image.getWidth(), image.getHeight());
    ImageProcessor[] grey = new ImageProcessor[slices];
    for (int s = 0; s < slices; s++) {
      grey[s] = image.getStack().getProcessor(s + 1).convertToByte(false);
    }
    int[] values = new int[slices];
    for (int i = 0; i < median.getPixelCount(); i++) {
      for (int s = 0; s < slices; s++) {
        values[s] = grey[s].get(i);
      }
      Arrays.sort(values);
      median.set(i, values[slices / 2]);
    }
    return median;
  }

  /** Positive outside, negative inside; not a number off the floor. */
  private static FloatProcessor distanceFromBody(ImageProcessor seen, ImageProcessor plate) {
    ByteProcessor body = new ByteProcessor(seen.getWidth(), seen.getHeight());
    for (int i = 0; i < seen.getPixelCount(); i++) {
      body.set(i, plate.get(i) > 90 && seen.get(i) < 0.65 * plate.get(i) ? 255 : 0);
    }
    EDM edm = new EDM();
    FloatProcessor inside = edm.makeFloatEDM(body, 0, false);
    body.invert();
    FloatProcessor outside = edm.makeFloatEDM(body, 0, false);
    for (int i = 0; i < seen.getPixelCount(); i++) {
      boolean floor = plate.get(i) > 90;
      outside.setf(i, floor ? outside.getf(i) - inside.getf(i) : Float.NaN);
    }
    return outside;
  }

  /** A quantile of alpha between two distances from the body. */
  private static double ring(
      ImageProcessor alpha, FloatProcessor distance, double from, double to, double quantile) {
    float[] values = new float[alpha.getPixelCount()];
    int count = 0;
    for (int i = 0; i < values.length; i++) {
      if (distance.getf(i) > from && distance.getf(i) <= to) {
        values[count++] = alpha.getf(i);
      }
    }
    Arrays.sort(values, 0, count);
    return count == 0 ? Double.NaN : values[(int) (quantile * (count - 1))];
  }
}
