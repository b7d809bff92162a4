package org.cleanplate.plate.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Random;
import org.cleanplate.frame.Coverage;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.frame.Samples;
import org.cleanplate.network.graph.PixelLayout;
import org.cleanplate.plate.FixedPlate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A textured ground under a soft shadow of known depth, and a subject of its own texture. */
class ShadedPlateTest {
  private static final int WIDTH = 480;
  private static final int HEIGHT = 320;
  private static final double DEPTH = 0.3;

  @ParameterizedTest
  @EnumSource(PixelLayout.class)
  void darkensThePlateByTheShadow(PixelLayout layout) throws IOException {
    Frame picture = seen(layout, 0, false, 1);
    ShadedPlate plate = new ShadedPlate(FixedPlate.captured(picture, "a picture"));

    Frame shaded = plate.plateFor(seen(layout, DEPTH, false, 2));

    assertEquals(1 - DEPTH, ratio(shaded, picture, 300, 160), 0.03, "in the middle");
    assertEquals(1, ratio(shaded, picture, 60, 60), 1e-6, "far from it");
    assertTrue(plate.remarks().get(0).startsWith("Shadows on the background, over"));
    assertEquals("1 of 1", plate.properties().get("match.shadows"));
  }

  @Test
  void takesNoSubjectForAShadow() throws IOException {
    Frame picture = seen(PixelLayout.BGRA_8, 0, false, 1);
    ShadedPlate plate = new ShadedPlate(FixedPlate.captured(picture, "a picture"));

    Frame shaded = plate.plateFor(seen(PixelLayout.BGRA_8, DEPTH, true, 2));

    assertEquals(1 - DEPTH, ratio(shaded, picture, 360, 160), 0.04, "the shadow beside it");
    double darkened = darkenedInSubject(shaded, picture);
    assertTrue(darkened < 0.03, "within the subject the plate is darkened by " + darkened);
  }

  /** The subject's texture is as coarse as the ground's, so a few places do look like it. */
  @Test
  void hardlyTouchesThePlateBehindASubjectWithoutShadow() throws IOException {
    Frame picture = seen(PixelLayout.BGRA_8, 0, false, 1);
    ShadedPlate plate = new ShadedPlate(FixedPlate.captured(picture, "a picture"));

    Frame shaded = plate.plateFor(seen(PixelLayout.BGRA_8, 0, true, 2));

    double darkened = darkenedInSubject(shaded, picture);
    assertTrue(darkened < 0.03, "within the subject the plate is darkened by " + darkened);
    assertEquals(1, ratio(shaded, picture, 360, 160), 0.01);
  }

  private static double darkenedInSubject(Frame shaded, Frame picture) {
    double sum = 0;
    int count = 0;
    for (int y = 105; y < 215; y += 9) {
      for (int x = 115; x < 205; x += 9) {
        sum += 1 - ratio(shaded, picture, x, y);
        count++;
      }
    }
    return sum / count;
  }

  @Test
  void leavesAPlateWithoutShadowsUntouched() throws IOException {
    Frame picture = seen(PixelLayout.BGRA_8, 0, false, 1);
    ShadedPlate plate = new ShadedPlate(FixedPlate.captured(picture, "a picture"));

    assertSame(picture, plate.plateFor(seen(PixelLayout.BGRA_8, 0, false, 2)));
    assertEquals("No shadow found on the background", plate.remarks().get(0));
  }

  @Test
  void addsNoShadowToFlatGround() throws IOException {
    Frame picture = Frame.allocate(new FrameFormat(WIDTH, HEIGHT, PixelLayout.GRAY_8));
    Frame frame = Frame.allocate(picture.format());
    for (int i = 0; i < WIDTH * HEIGHT; i++) {
      picture.pixels().put(i, (byte) 180);
      frame.pixels().put(i, (byte) (i % WIDTH > 200 ? 120 : 180));
    }
    ShadedPlate plate = new ShadedPlate(FixedPlate.captured(picture, "a picture"));
    assertSame(picture, plate.plateFor(frame));
  }

  @Test
  void coversWhatItsPlateCovers() throws IOException {
    Frame picture = seen(PixelLayout.BGRA_8, 0, false, 1);
    Coverage part = Coverage.of(WIDTH - 20, HEIGHT);
    picture.stamp(5, 50, part);
    ShadedPlate plate = new ShadedPlate(FixedPlate.captured(picture, "a picture"));

    Frame shaded = plate.plateFor(seen(PixelLayout.BGRA_8, DEPTH, false, 2));

    assertNotSame(picture, shaded);
    assertEquals(part, shaded.coverage());
  }

  /** The mean of one over that of the other around a place. */
  private static double ratio(Frame a, Frame b, int x, int y) {
    Samples over = Samples.of(a);
    Samples under = Samples.of(b);
    double sum = 0;
    double base = 0;
    for (int dy = -4; dy <= 4; dy++) {
      for (int dx = -4; dx <= 4; dx++) {
        sum += over.get((y + dy) * WIDTH + x + dx, 0);
        base += under.get((y + dy) * WIDTH + x + dx, 0);
      }
    }
    return sum / base;
  }

  private static Frame seen(PixelLayout layout, double depth, boolean subject, int seed) {
    Frame frame = Frame.allocate(new FrameFormat(WIDTH, HEIGHT, layout));
    Samples samples = Samples.of(frame);
    Random random = new Random(seed);
    double white = layout.bytesPerSample() == 1 ? 255 : layout.bytesPerSample() == 2 ? 65535 : 1;
    for (int i = 0; i < WIDTH * HEIGHT; i++) {
      int x = i % WIDTH;
      int y = i / WIDTH;
      boolean inSubject = subject && x >= 110 && x < 210 && y >= 100 && y < 220;
      double light =
          inSubject
              ? 0.35 + 0.15 * Math.sin(x / 3.0) * Math.cos(y / 4.3)
              : ground(x, y) * (1 - depth * shadow(x, y));
      for (int channel = 0; channel < samples.channels(); channel++) {
        samples.set(i, channel, (float) (white * (light + 0.008 * random.nextGaussian())));
      }
    }
    return frame;
  }

  private static double ground(int x, int y) {
    return 0.55 + 0.2 * Math.sin(x / 5.0 + y / 9.0) * Math.sin(y / 4.0) + 0.1 * Math.sin(x / 31.0);
  }

  /** A disc of radius 90 with a soft edge. */
  private static double shadow(int x, int y) {
    double beyond = (Math.hypot(x - 300, y - 160) - 90) / 15;
    return 1 / (1 + Math.exp(beyond));
  }
}
