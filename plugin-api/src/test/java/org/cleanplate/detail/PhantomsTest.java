package org.cleanplate.detail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.cleanplate.engine.AlphaEngine;
import org.cleanplate.engine.MattingEngine;
import org.cleanplate.engine.MattingOptions;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.frame.Matte;
import org.cleanplate.frame.Samples;
import org.cleanplate.network.graph.Layer;
import org.cleanplate.network.graph.PixelLayout;
import org.junit.jupiter.api.Test;

/**
 * Grey ground with noise, seen by a network that is sure of a subject in a square of it, whatever
 * lies there, and sees a haze in a corner.
 */
class PhantomsTest {
  private static final int SIDE = 192;
  private static final int FIRST = 64;
  private static final int END = 128;
  private static final float GROUND = 0.6f;
  private static final float SUBJECT = 0.3f;
  private static final float NOISE = 0.01f;
  private static final float HAZE = 0.03f;

  /** What really lies there. */
  @FunctionalInterface
  private interface Truth {
    boolean isSubject(int x, int y);
  }

  @Test
  void takesBackASubjectThatDiffersFromThePlateByNoiseOnly() {
    Matte matte = matte((x, y) -> false);

    Samples alpha = Samples.of(matte.layer(Layer.ALPHA_FLOAT));
    assertEquals(0, mean(alpha, (x, y) -> true), 0.005);
    assertTrue(alpha.get(96 * SIDE + 96, 0) < 0.05);
  }

  @Test
  void keepsTheSpecksWithinIt() {
    Truth specks = (x, y) -> isSeen(x, y) && x % 20 < 6 && y % 20 < 6;

    Samples alpha = Samples.of(matte(specks).layer(Layer.ALPHA_FLOAT));

    Truth inner = (x, y) -> specks.isSubject(x, y) && x % 20 % 5 > 0 && y % 20 % 5 > 0;
    assertTrue(mean(alpha, inner) > 0.95, "Specks " + mean(alpha, inner));
    Truth between =
        (x, y) -> isSeen(x, y) && (x % 20 > 8 && x % 20 < 18 || y % 20 > 8 && y % 20 < 18);
    assertTrue(mean(alpha, between) < 0.02, "Between them " + mean(alpha, between));
  }

  @Test
  void leavesNoHoleInASubjectThatIsPartlyLikeTheGround() {
    Truth ring = (x, y) -> isSeen(x, y) && Math.hypot(x - 95.5, y - 95.5) > 22;

    Samples alpha = Samples.of(matte(ring).layer(Layer.ALPHA_FLOAT));

    assertEquals(1, mean(alpha, (x, y) -> Math.hypot(x - 95.5, y - 95.5) < 22), 0.01);
  }

  @Test
  void takesBackAHazeBesideARealSubject() {
    Samples alpha = Samples.of(matte(PhantomsTest::isSeen).layer(Layer.ALPHA_FLOAT));

    assertEquals(1, mean(alpha, PhantomsTest::isSeen), 0.01);
    assertEquals(0, mean(alpha, PhantomsTest::isHazy), 0.002);
  }

  @Test
  void theForegroundOfWhatIsTakenBackIsTheFramesOwnColour() {
    Samples foreground = Samples.of(matte((x, y) -> false).layer(Layer.FOREGROUND_FLOAT));

    assertEquals(GROUND, foreground.get(96 * SIDE + 96, 1), 5 * NOISE);
  }

  private static boolean isSeen(int x, int y) {
    return x >= FIRST && x < END && y >= FIRST && y < END;
  }

  private static boolean isHazy(int x, int y) {
    return x < 32 && y < 32;
  }

  private static double mean(Samples samples, Truth where) {
    double sum = 0;
    int count = 0;
    for (int i = 0; i < SIDE * SIDE; i++) {
      if (where.isSubject(i % SIDE, i / SIDE)) {
        sum += samples.get(i, 0);
        count++;
      }
    }
    return sum / count;
  }

  private static Matte matte(Truth truth) {
    FrameFormat format = new FrameFormat(SIDE, SIDE, PixelLayout.RGB_FLOAT);
    Frame source = Frame.allocate(format);
    Frame plate = Frame.allocate(format);
    Samples seen = Samples.of(source);
    Samples clean = Samples.of(plate);
    Random random = new Random(3);
    for (int i = 0; i < SIDE * SIDE; i++) {
      float colour = truth.isSubject(i % SIDE, i / SIDE) ? SUBJECT : GROUND;
      for (int c = 0; c < 3; c++) {
        seen.set(i, c, colour + NOISE * (float) random.nextGaussian());
        clean.set(i, c, GROUND);
      }
    }
    MattingEngine engine =
        new DetailEngine(new AlphaEngine((x, y) -> isSeen(x, y) ? 1 : isHazy(x, y) ? HAZE : 0));
    MattingOptions options = MattingOptions.of(Layer.ALPHA_FLOAT, Layer.FOREGROUND_FLOAT);
    return OneFrame.matte(engine, options, source, plate);
  }
}
