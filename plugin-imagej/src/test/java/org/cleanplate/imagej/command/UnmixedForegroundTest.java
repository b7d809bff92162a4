package org.cleanplate.imagej.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.WindowManager;
import ij.plugin.PlugIn;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.cleanplate.imagej.parameters.MatteStackParameters;
import org.cleanplate.imagej.run.EngineHolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Deep composites whose foreground is known, matted by the bundled model: a bright textured disc
 * with a soft edge before a textured ground, each of which is more than 255 grey levels apart.
 */
class UnmixedForegroundTest {
  private static final int WIDTH = 320;
  private static final int HEIGHT = 240;
  private static final double BLACK = 500;
  private static final double WHITE = 40_500;

  private final PlugIn command =
      arg ->
          Launcher.launch(
              MatteStackParameters.COMMAND, () -> MatteStackCommand.command(EngineHolder::open));
  private final MacroRunner macro = new MacroRunner();
  private final FloatProcessor alpha = new FloatProcessor(WIDTH, HEIGHT);
  private final FloatProcessor foreground = new FloatProcessor(WIDTH, HEIGHT);
  private final FloatProcessor ground = new FloatProcessor(WIDTH, HEIGHT);
  private final FloatProcessor composite = new FloatProcessor(WIDTH, HEIGHT);

  UnmixedForegroundTest() {
    FloatProcessor fur = texture(1, 2);
    FloatProcessor stones = texture(2, 6);
    Random noise = new Random(3);
    for (int i = 0; i < WIDTH * HEIGHT; i++) {
      double distance = Math.hypot(i % WIDTH - 160, i / WIDTH - 120);
      alpha.setf(i, (float) Math.max(0, Math.min(1, (76 - distance) / 12)));
      foreground.setf(i, 22_000 + 3_500 * fur.getf(i));
      ground.setf(i, 9_000 + 2_000 * stones.getf(i));
      float a = alpha.getf(i);
      composite.setf(
          i,
          (float) (a * foreground.getf(i) + (1 - a) * ground.getf(i) + 20 * noise.nextGaussian()));
    }
  }

  @AfterEach
  void closeImages() {
    macro.close();
  }

  @ParameterizedTest
  @CsvSource({"16, auto", "32, auto"})
  void isRightToTwoPercentAtTheSourcesOwnDepth(int bits, String unmix) throws IOException {
    ImagePlus found = matte(bits, unmix);
    assertEquals(bits, found.getBitDepth());
    double error = medianRelativeError(found.getProcessor());
    Files.writeString(
        Path.of("target", "unmixed-foreground-" + bits + ".txt"),
        "median relative error where alpha > 0.5: " + error + "\n");
    assertTrue(error < 0.02, "median relative error is " + error);
  }

  @Test
  void isBetterThanTheNetworksOwnColour() {
    double unmixed = medianRelativeError(matte(32, "on").getProcessor());
    double ofNetwork = medianRelativeError(matte(32, "off").getProcessor());
    assertTrue(unmixed < ofNetwork, unmixed + " against " + ofNetwork);
  }

  private ImagePlus matte(int bits, String unmix) {
    ImagePlus plate = image("plate", ground, bits);
    ImagePlus source = image("deep", composite, bits);
    macro.open(plate);
    macro.open(source);
    assertTrue(
        macro.run(
            command,
            "background=plate align=off foreground device=cpu unmix="
                + unmix
                + " black="
                + BLACK
                + " white="
                + WHITE),
        macro.log());
    ImagePlus found = WindowManager.getCurrentImage();
    assertTrue(found.getTitle().startsWith("deep-foreground"), found.getTitle());
    return found;
  }

  private double medianRelativeError(ImageProcessor found) {
    double[] errors = new double[WIDTH * HEIGHT];
    int count = 0;
    for (int i = 0; i < WIDTH * HEIGHT; i++) {
      if (alpha.getf(i) > 0.5) {
        errors[count++] = Math.abs(found.getf(i) / foreground.getf(i) - 1);
      }
    }
    double[] counted = Arrays.copyOf(errors, count);
    Arrays.sort(counted);
    return counted[count / 2];
  }

  private static ImagePlus image(String title, FloatProcessor values, int bits) {
    ImageProcessor pixels = values.duplicate();
    return new ImagePlus(title, bits == 32 ? pixels : pixels.convertToShortProcessor(false));
  }

  /** Noise of unit variance, blurred to grains of some pixels. */
  private static FloatProcessor texture(int seed, double radius) {
    Random random = new Random(seed);
    FloatProcessor texture = new FloatProcessor(WIDTH, HEIGHT);
    for (int i = 0; i < WIDTH * HEIGHT; i++) {
      texture.setf(i, (float) random.nextGaussian());
    }
    texture.blurGaussian(radius);
    double deviation = texture.getStats().stdDev;
    texture.multiply(1 / deviation);
    return texture;
  }
}
