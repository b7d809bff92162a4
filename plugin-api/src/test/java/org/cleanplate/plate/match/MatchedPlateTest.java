package org.cleanplate.plate.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.cleanplate.frame.Coverage;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.frame.Samples;
import org.cleanplate.network.graph.PixelLayout;
import org.cleanplate.plate.FixedPlate;
import org.cleanplate.plate.PlateModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Scenes of known brightness under a known light. */
class MatchedPlateTest {
  private static final int WIDTH = 400;
  private static final int HEIGHT = 300;

  /** Red, green and blue: gains, then offsets as shares of white. */
  private static final double[] GAINS = {0.93, 0.97, 1.06};

  private static final double[] OFFSETS = {0.01, 0, -0.015};
  private static final Light DRIFTED =
      (value, channel, x, y) -> value * GAINS[channel] + OFFSETS[channel];
  private static final Light STEADY = (value, channel, x, y) -> value;

  /** From the value of the scene to what a camera sees there, both as shares of white. */
  @FunctionalInterface
  private interface Light {
    double see(double value, int channel, double x, double y);
  }

  @ParameterizedTest
  @EnumSource(PixelLayout.class)
  void findsAKnownGainAndOffsetOfEachChannelInEveryLayout(PixelLayout layout) throws IOException {
    Frame frame = seen(layout, DRIFTED, 1);
    MatchedPlate plate = matched(seen(layout, STEADY, 2), MatchMode.GAIN);

    Frame lit = plate.plateFor(frame);

    assertTrue(plate.summary().anyMatched(), plate.summary().describe());
    assertEquals(frame.format(), lit.format());
    assertMeansDiffer(lit, seen(layout, DRIFTED, 3), 0.002);
  }

  @Test
  void isNotFooledByAFlatSubjectThatFillsHalfTheFrame() throws IOException {
    Frame frame = seen(PixelLayout.BGRA_8, DRIFTED, 1);
    for (int i = 0; i < WIDTH * HEIGHT; i++) {
      if (i % WIDTH < 0.55 * WIDTH) {
        set(frame, i, 0.35, 0.36, 0.38);
      }
    }
    MatchedPlate plate = matched(seen(PixelLayout.BGRA_8, STEADY, 2), MatchMode.GAIN);

    assertMeansDiffer(plate.plateFor(frame), seen(PixelLayout.BGRA_8, DRIFTED, 3), 0.004);
  }

  @Test
  void isNotFooledByAShadow() throws IOException {
    Light shaded =
        (value, channel, x, y) -> DRIFTED.see(value, channel, x, y) * (y > 0.55 ? 0.7 : 1);
    MatchedPlate plate = matched(seen(PixelLayout.BGRA_8, STEADY, 2), MatchMode.GAIN);

    Frame lit = plate.plateFor(seen(PixelLayout.BGRA_8, shaded, 1));

    assertMeansDiffer(lit, seen(PixelLayout.BGRA_8, DRIFTED, 3), 0.004);
  }

  @Test
  void findsAGainThatChangesOverThePicture() throws IOException {
    Light vignette =
        (value, channel, x, y) ->
            value * (1.05 - 0.1 * (Math.pow(2 * x - 1, 2) + Math.pow(2 * y - 1, 2)));
    Frame frame = seen(PixelLayout.BGRA_8, vignette, 1);
    MatchedPlate plate = matched(seen(PixelLayout.BGRA_8, STEADY, 2), MatchMode.FIELD);

    Frame lit = plate.plateFor(frame);

    Samples found = Samples.of(lit);
    Samples truth = Samples.of(seen(PixelLayout.BGRA_8, vignette, 3));
    double sum = 0;
    for (int i = 0; i < WIDTH * HEIGHT; i++) {
      sum += Math.abs(found.get(i, 1) - truth.get(i, 1));
    }
    // Two pictures of a noise of two levels differ by that much.
    assertTrue(sum / (WIDTH * HEIGHT) < 2.6, "differs by " + sum / (WIDTH * HEIGHT));
  }

  @Test
  void leavesAPlateOfTheSameLightUntouched() throws IOException {
    Frame picture = seen(PixelLayout.BGRA_8, STEADY, 1);
    MatchedPlate plate = matched(picture, MatchMode.GAIN);
    for (int seed = 2; seed < 6; seed++) {
      assertSame(picture, plate.plateFor(seen(PixelLayout.BGRA_8, STEADY, seed)));
    }
    assertEquals("Exposure of the background left as it is", plate.summary().describe());
    assertEquals("0 of 4", plate.properties().get("match.frames"));
  }

  @Test
  void doesNotFlickerUnderASteadyLight() throws IOException {
    MatchedPlate plate = matched(seen(PixelLayout.GRAY_8, STEADY, 1), MatchMode.GAIN);
    Frame first = copy(plate.plateFor(seen(PixelLayout.GRAY_8, DRIFTED, 2)));
    for (int seed = 3; seed < 8; seed++) {
      assertEquals(
          first.pixels(), plate.plateFor(seen(PixelLayout.GRAY_8, DRIFTED, seed)).pixels());
    }
    assertEquals(0.93, plate.figures().get("Plate gain"), 0.02);
  }

  @Test
  void saysWhetherItsPictureIsStillTheSame() throws IOException {
    MatchedPlate plate = matched(seen(PixelLayout.BGRA_8, STEADY, 1), MatchMode.GAIN);
    plate.plateFor(seen(PixelLayout.BGRA_8, DRIFTED, 2));
    assertFalse(plate.isUnchanged(), "the first one");
    plate.plateFor(seen(PixelLayout.BGRA_8, DRIFTED, 3));
    assertTrue(plate.isUnchanged(), "the same light");
    plate.plateFor(seen(PixelLayout.BGRA_8, STEADY, 4));
    assertFalse(plate.isUnchanged(), "as the plate itself again");
  }

  @Test
  void fallsBackWithAWordWhereNothingAgrees() throws IOException {
    Frame picture = seen(PixelLayout.BGRA_8, STEADY, 1);
    Frame other = Frame.allocate(picture.format());
    Random random = new Random(8);
    for (int i = 0; i < WIDTH * HEIGHT; i++) {
      int block = (i / WIDTH / 20) * 100 + i % WIDTH / 20;
      random.setSeed(block * 7919L);
      set(other, i, random.nextDouble(), random.nextDouble(), random.nextDouble());
    }
    MatchedPlate plate = matched(picture, MatchMode.GAIN);

    assertSame(picture, plate.plateFor(other));

    String words = plate.summary().describe();
    assertTrue(words.startsWith("Exposure of the background left as it is: only "), words);
    assertTrue(plate.properties().get("match.fallback").startsWith("1 of 1: only "), words);
  }

  @Test
  void saysSoWhereThereIsNothingButBlack() throws IOException {
    Frame black = Frame.allocate(new FrameFormat(WIDTH, HEIGHT, PixelLayout.GRAY_8));
    MatchedPlate plate = matched(black, MatchMode.GAIN);

    assertSame(black, plate.plateFor(seen(PixelLayout.GRAY_8, STEADY, 1)));
    assertTrue(plate.remarks().get(0).contains("neither black nor white"));
  }

  @Test
  void leavesItsPictureAsItWas() throws IOException {
    Frame picture = seen(PixelLayout.GRAY_16, STEADY, 1);
    matched(picture, MatchMode.GAIN).plateFor(seen(PixelLayout.GRAY_16, DRIFTED, 2));
    assertEquals(seen(PixelLayout.GRAY_16, STEADY, 1).pixels(), picture.pixels());
  }

  @Test
  void handsDownWhatItsPlateHasToTell() throws IOException {
    PlateModel talking =
        new PlateModel() {
          @Override
          public String description() {
            return "a picture";
          }

          @Override
          public Frame plateFor(Frame source) {
            return seen(PixelLayout.GRAY_8, STEADY, 2);
          }

          @Override
          public List<String> remarks() {
            return List.of("Aligned");
          }
        };
    MatchedPlate plate = new MatchedPlate(talking, MatchMode.GAIN);
    plate.plateFor(seen(PixelLayout.GRAY_8, DRIFTED, 1));
    assertEquals("Aligned", plate.remarks().get(0));
    assertTrue(plate.remarks().get(1).contains("grey x0.9"), plate.remarks().get(1));
    assertFalse(plate.isFixed());
  }

  /** Eight bits go through tables, floats through their samples. */
  @ParameterizedTest
  @EnumSource(
      value = PixelLayout.class,
      names = {"BGRA_8", "RGB_FLOAT"})
  void coversWhatItsPlateCovers(PixelLayout layout) throws IOException {
    Frame picture = seen(layout, STEADY, 2);
    Coverage part = Coverage.of(WIDTH - 20, HEIGHT);
    picture.stamp(5, 50, part);

    Frame lit = matched(picture, MatchMode.GAIN).plateFor(seen(layout, DRIFTED, 1));

    assertNotSame(picture, lit);
    assertEquals(part, lit.coverage());
    assertEquals(5, lit.index());
  }

  private static MatchedPlate matched(Frame picture, MatchMode mode) {
    return new MatchedPlate(FixedPlate.captured(picture, "a picture"), mode);
  }

  /** Compares the means over the whole picture, which are free of noise. */
  private static void assertMeansDiffer(Frame found, Frame truth, double atMost) {
    Samples a = Samples.of(found);
    Samples b = Samples.of(truth);
    for (int channel = 0; channel < a.channels(); channel++) {
      for (int third = 0; third < 3; third++) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
          if (brightness(i % WIDTH, i / WIDTH) * 3 >= third
              && brightness(i % WIDTH, i / WIDTH) * 3 < third + 1) {
            sum += a.get(i, channel) - b.get(i, channel);
            count++;
          }
        }
        double difference = count == 0 ? 0 : sum / count / white(found.format().layout());
        assertEquals(0, difference, atMost, "channel " + channel + ", tones of third " + third);
      }
    }
  }

  private static Frame seen(PixelLayout layout, Light light, int seed) {
    Frame frame = Frame.allocate(new FrameFormat(WIDTH, HEIGHT, layout));
    Samples samples = Samples.of(frame);
    Random random = new Random(seed);
    for (int i = 0; i < WIDTH * HEIGHT; i++) {
      double x = i % WIDTH / (double) WIDTH;
      double y = i / WIDTH / (double) HEIGHT;
      for (int channel = 0; channel < samples.channels(); channel++) {
        double value = light.see(brightness(i % WIDTH, i / WIDTH), channel, x, y);
        double noisy = value + 0.008 * random.nextGaussian();
        samples.set(i, channel, (float) (noisy * white(layout)));
      }
    }
    return frame;
  }

  /** From 0.1 to 0.9, in waves. */
  private static double brightness(int x, int y) {
    return 0.5 + 0.2 * Math.sin(x / 17.0) + 0.2 * Math.sin(y / 11.0 + x / 40.0);
  }

  private static double white(PixelLayout layout) {
    return switch (layout.bytesPerSample()) {
      case 1 -> 255;
      case 2 -> 3000;
      default -> 40;
    };
  }

  private static void set(Frame frame, int pixel, double... shares) {
    Samples samples = Samples.of(frame);
    for (int channel = 0; channel < samples.channels(); channel++) {
      samples.set(pixel, channel, (float) (255 * shares[channel]));
    }
  }

  private static Frame copy(Frame frame) {
    Frame copy = Frame.allocate(frame.format());
    copy.pixels().put(frame.pixels());
    return copy;
  }
}
