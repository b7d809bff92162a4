package org.cleanplate.plate.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.network.graph.PixelLayout;
import org.cleanplate.plate.FixedPlate;
import org.junit.jupiter.api.Test;

/** A scene of random blocks, moved and lit by known amounts, with a subject of a known size. */
class PlateInspectorTest {
  private static final int WIDTH = 360;
  private static final int HEIGHT = 240;
  private static final Frame PLATE = seen(0, 0, 1, 1, 0);

  @Test
  void findsNothingWrongWithAPlateThatFits() throws IOException {
    PlateCheck check = PlateInspector.inspect(seen(0, 0, 1, 2, 60), PLATE);

    assertEquals(0, check.shiftPixels());
    assertEquals(1, check.gain(), 0.01);
    assertEquals(3600.0 / (WIDTH * HEIGHT), check.differing(), 0.01);
    assertEquals("the background fits", check.verdict());
  }

  @Test
  void tellsByHowMuchThePlateIsOff() throws IOException {
    PlateCheck check = PlateInspector.inspect(seen(5, -3, 1, 2, 60), PLATE);

    assertEquals(Math.hypot(5, 3), check.shiftPixels(), 0.2);
    assertTrue(check.unexplained() < check.differing() / 2, check.describe());
    assertEquals(
        "the background as it is lies 5.8 px off, which align=homography makes good",
        check.verdict());
    assertTrue(check.describe().startsWith("Background check in frame 5: "), check.describe());
  }

  @Test
  void tellsThatTheLightHasChanged() throws IOException {
    PlateCheck check = PlateInspector.inspect(seen(0, 0, 0.88, 2, 60), PLATE);

    assertEquals(0.88, check.gain(), 0.01);
    assertEquals(
        "the frame is 12 % darker than the background as it is, which match=gain makes good",
        check.verdict());
  }

  @Test
  void tellsThatAnotherSceneIsShown() throws IOException {
    Frame other = Frame.allocate(PLATE.format());
    new Random(5).ints(WIDTH * HEIGHT).forEach(new PixelPainter(other)::paint);

    PlateCheck check = PlateInspector.inspect(other, seen(400, 300, 1, 1, 0));

    assertTrue(check.misaligned().isPresent(), check.describe());
    assertTrue(Double.isNaN(check.columns().get("Shift (px)")));
  }

  @Test
  void tellsThatTheFrameItselfIsNoPlate() throws IOException {
    assertTrue(PlateInspector.inspect(PLATE, PLATE).verdict().contains("equals the frame"));
  }

  @Test
  void checksTheFirstFrameOnly() throws IOException {
    List<PlateCheck> heard = new ArrayList<>();
    CheckedPlate plate = new CheckedPlate(FixedPlate.fromSource(PLATE, "slice 1"), heard::add);
    assertEquals(PLATE.pixels(), plate.plateFor(seen(5, -3, 1, 2, 60)).pixels());
    plate.plateFor(seen(0, 0, 1, 3, 60));
    assertEquals(1, heard.size());
    assertEquals(heard.get(0).verdict(), plate.properties().get("plate.check"));
    assertTrue(plate.isFixed());
  }

  private record PixelPainter(Frame frame, int[] next) {
    PixelPainter(Frame frame) {
      this(frame, new int[1]);
    }

    void paint(int value) {
      frame.pixels().put(next[0]++, (byte) (40 + (value & 127)));
    }
  }

  /** Blocks of several sizes, seen from a camera moved by whole pixels. */
  private static Frame seen(int dx, int dy, double gain, int seed, int subjectSide) {
    Frame frame = Frame.allocate(new FrameFormat(WIDTH, HEIGHT, PixelLayout.GRAY_8));
    frame.stamp(4, 0);
    Random noise = new Random(seed);
    for (int i = 0; i < WIDTH * HEIGHT; i++) {
      int x = i % WIDTH;
      int y = i / WIDTH;
      boolean subject = x >= 40 && x < 40 + subjectSide && y >= 50 && y < 50 + subjectSide;
      double light = subject ? 250 - 240 * ((x + y) % 2) : gain * scene(x + dx, y + dy);
      frame.pixels().put(i, (byte) Math.round(Math.max(0, light + noise.nextGaussian())));
    }
    return frame;
  }

  private static double scene(int x, int y) {
    return 60 + 50 * block(x, y, 7) + 50 * block(x, y, 19) + 50 * block(x, y, 41);
  }

  private static double block(int x, int y, int side) {
    long place = Math.floorDiv(x, side) * 73_856_093L ^ Math.floorDiv(y, side) * 19_349_663L ^ side;
    return new Random(place).nextDouble();
  }
}
