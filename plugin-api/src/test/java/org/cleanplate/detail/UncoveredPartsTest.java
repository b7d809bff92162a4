package org.cleanplate.detail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.cleanplate.engine.AlphaEngine;
import org.cleanplate.engine.MattingEngine;
import org.cleanplate.engine.MattingOptions;
import org.cleanplate.frame.Coverage;
import org.cleanplate.frame.Coverage.Border;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.frame.Matte;
import org.cleanplate.frame.Samples;
import org.cleanplate.network.graph.Layer;
import org.cleanplate.network.graph.PixelLayout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Even ground, and a plate that was moved: it ends at a column, within a cell. What the network is
 * told to see differs from the plate wherever it lies.
 */
class UncoveredPartsTest {
  private static final int WIDTH = 320;
  private static final int HEIGHT = 200;

  /** The first column that the plate does not cover. */
  private static final int EDGE = 285;

  private static final float GROUND = 0.6f;
  private static final float OTHER = 0.2f;

  /** What the network sees in a rectangle. */
  private record Seen(int left, int top, int right, int bottom, float alpha) {
    boolean contains(int x, int y) {
      return x >= left && x < right && y >= top && y < bottom;
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = PixelLayout.class,
      names = {"BGRA_8", "RGB_16", "GRAY_8", "GRAY_16", "RGB_FLOAT"})
  void whatLiesBeyondThePlateIsNoSubject(PixelLayout layout) {
    Seen blob = new Seen(290, 40, WIDTH, 90, 1);

    Samples alpha = alpha(matte(layout, moved(), blob));

    assertEquals(0, largest(alpha, 0, 0, WIDTH, HEIGHT));
  }

  @Test
  void norIsAFaintHazeThere() {
    Seen haze = new Seen(288, 0, WIDTH, HEIGHT, 0.08f);
    Seen speck = new Seen(300, 60, 302, 63, 0.3f);

    assertEquals(0, largest(alpha(matte(moved(), haze, speck)), 0, 0, WIDTH, HEIGHT));
  }

  @Test
  void norIsWhatTheNetworkSmearsOverItsEdge() {
    Seen smeared = new Seen(EDGE - 9, 40, WIDTH, 90, 0.9f);

    assertEquals(0, largest(alpha(matte(moved(), smeared)), 0, 0, WIDTH, HEIGHT));
  }

  @Test
  void aSubjectThatReachesBeyondStaysWhole() {
    Seen arm = new Seen(200, 60, WIDTH, 110, 1);

    Samples alpha = alpha(matte(moved(), arm));

    assertTrue(smallest(alpha, 206, 66, WIDTH, 104) > 0.99);
  }

  @Test
  void soDoesItsHairThere() {
    Seen head = new Seen(230, 60, 290, 110, 1);
    Seen strand = new Seen(290, 84, 312, 85, 0.9f);

    Samples network = alpha(matte(Coverage.EVERYTHING, head, strand));
    Samples alpha = alpha(matte(moved(), head, strand));

    assertTrue(smallest(network, 294, 84, 306, 85) > 0.3);
    for (int x = 290; x < WIDTH; x++) {
      assertEquals(network.get(84 * WIDTH + x, 0), alpha.get(84 * WIDTH + x, 0), "at " + x);
    }
  }

  @Test
  void aSmallSubjectBesideTheEdgeStays() {
    Seen beside = new Seen(EDGE - 12, 40, EDGE, 52, 1);
    Seen across = new Seen(EDGE - 8, 120, EDGE + 6, 134, 1);

    Samples alpha = alpha(matte(moved(), beside, across));

    assertTrue(smallest(alpha, EDGE - 9, 43, EDGE - 3, 49) > 0.99);
    assertTrue(smallest(alpha, EDGE - 5, 123, EDGE + 3, 131) > 0.99);
  }

  @Test
  void whatIsTakenBackEndsNearTheEdgeWhereASubjectTouchesIt() {
    Seen blob = new Seen(EDGE, 0, WIDTH, HEIGHT, 1);
    Seen subject = new Seen(EDGE - 50, 80, EDGE, 110, 1);

    Samples alpha = alpha(matte(moved(), blob, subject));

    assertTrue(smallest(alpha, EDGE - 46, 84, EDGE - 24, 106) > 0.99);
    assertEquals(0, largest(alpha, EDGE, 0, WIDTH, HEIGHT));
  }

  @Test
  void aPlateThatCoversTheFrameChangesNothing() {
    Seen blob = new Seen(290, 40, WIDTH, 90, 1);
    Coverage larger = new Coverage(List.of(new Border(-1, 0, WIDTH), new Border(0.1, 1, 3)));

    for (Coverage whole : List.of(Coverage.EVERYTHING, Coverage.of(WIDTH, HEIGHT), larger)) {
      assertTrue(smallest(alpha(matte(whole, blob)), 296, 46, WIDTH, 84) > 0.99);
    }
  }

  @Test
  void theOtherLayersShowIt() {
    Matte matte = matte(moved(), new Seen(290, 40, WIDTH, 90, 1));

    Samples cutout = Samples.of(matte.layer(Layer.CUTOUT_8));
    Samples foreground = Samples.of(matte.layer(Layer.FOREGROUND_FLOAT));
    int pixel = 60 * WIDTH + 305;
    assertEquals(0, matte.layer(Layer.CUTOUT_8).pixels().get(4 * pixel + 3));
    assertEquals(0, cutout.get(pixel, 0));
    assertEquals(OTHER, foreground.get(pixel, 1), 0.003, "The frame's own colour");
  }

  private static Coverage moved() {
    return new Coverage(List.of(new Border(-1, 0, EDGE - 0.5)));
  }

  private static Matte matte(Coverage coverage, Seen... seen) {
    return matte(PixelLayout.BGRA_8, coverage, seen);
  }

  private static Matte matte(PixelLayout layout, Coverage coverage, Seen... seen) {
    FrameFormat format = new FrameFormat(WIDTH, HEIGHT, layout);
    Frame source = Frame.allocate(format);
    Frame plate = Frame.allocate(format);
    Samples shown = Samples.of(source);
    Samples clean = Samples.of(plate);
    for (int i = 0; i < WIDTH * HEIGHT; i++) {
      float alpha = alpha(i % WIDTH, i / WIDTH, seen);
      for (int c = 0; c < shown.channels(); c++) {
        shown.set(i, c, (GROUND + alpha * (OTHER - GROUND)) * shown.fullScale());
        clean.set(i, c, GROUND * clean.fullScale());
      }
    }
    plate.stamp(0, 0, coverage);
    MattingEngine engine = new DetailEngine(new AlphaEngine((x, y) -> alpha(x, y, seen)));
    MattingOptions options =
        MattingOptions.of(Layer.ALPHA_FLOAT, Layer.CUTOUT_8, Layer.FOREGROUND_FLOAT);
    return OneFrame.matte(engine, options, source, plate);
  }

  private static float alpha(int x, int y, Seen... seen) {
    float alpha = 0;
    for (Seen part : seen) {
      alpha = Math.max(alpha, part.contains(x, y) ? part.alpha() : 0);
    }
    return alpha;
  }

  private static Samples alpha(Matte matte) {
    return Samples.of(matte.layer(Layer.ALPHA_FLOAT));
  }

  private static float largest(Samples alpha, int left, int top, int right, int bottom) {
    float largest = 0;
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        largest = Math.max(largest, alpha.get(y * WIDTH + x, 0));
      }
    }
    return largest;
  }

  private static float smallest(Samples alpha, int left, int top, int right, int bottom) {
    float smallest = 1;
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        smallest = Math.min(smallest, alpha.get(y * WIDTH + x, 0));
      }
    }
    return smallest;
  }
}
