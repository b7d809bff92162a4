package org.cleanplate.detail;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.stream.IntStream;
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
 * A dark ball before a bright wall with a dark door, seen by a network that hardly tells the ball
 * from the door.
 */
class HolesTest {
  private static final int SIDE = 192;
  private static final float RADIUS = 56;
  private static final float WALL = 0.8f;
  private static final float DOOR = 0.34f;

  /** The network's alpha of what it can hardly tell from the ground. */
  private static final float SUSPECTED = 0.2f;

  private static final float NOISE = 0.005f;

  /** Somewhere in the picture. */
  @FunctionalInterface
  private interface Place {
    boolean contains(int x, int y);
  }

  private static final Place BALL = (x, y) -> Math.hypot(x - 95.5, y - 95.5) < RADIUS;

  private static final Place DOOR_BEHIND_IT = (x, y) -> x >= 84 && x < 110 && y >= 80 && y < 116;

  private static final Place DOOR_AT_ITS_EDGE = (x, y) -> x >= 24 && x < 66 && y >= 84 && y < 110;

  @Test
  void fillsAHoleWhoseOutlineIsThePlatesAlone() {
    Samples alpha = alpha(DOOR_BEHIND_IT, (x, y) -> false, 0);

    assertTrue(least(alpha, within(BALL, 3)) > 0.95, "" + least(alpha, within(BALL, 3)));
  }

  @Test
  void fillsADentAsFarAsTheSubjectsOutline() {
    Samples alpha = alpha(DOOR_AT_ITS_EDGE, (x, y) -> false, 0);

    Place inside = (x, y) -> Math.hypot(x - 95.5, y - 95.5) < RADIUS - 4;
    Place outside = (x, y) -> Math.hypot(x - 95.5, y - 95.5) > RADIUS + 3;
    assertTrue(least(alpha, inside) > 0.95, "Inside " + least(alpha, inside));
    assertTrue(most(alpha, outside) < 0.1, "Outside " + most(alpha, outside));
  }

  @Test
  void leavesAGapThroughWhichTheGroundIsSeen() {
    Samples alpha = alpha(DOOR_BEHIND_IT, DOOR_BEHIND_IT, DOOR);

    assertTrue(most(alpha, within(DOOR_BEHIND_IT, 3)) <= SUSPECTED);
  }

  @Test
  void leavesAGapWhoseOutlineTheFrameHas() {
    float changedGround = 0.5f;

    Samples alpha = alpha(DOOR_BEHIND_IT, DOOR_BEHIND_IT, changedGround);

    assertTrue(most(alpha, within(DOOR_BEHIND_IT, 3)) <= SUSPECTED);
  }

  @Test
  void theForegroundOfAFilledHoleIsTheFramesOwnColour() {
    Matte matte = matte(DOOR_BEHIND_IT, (x, y) -> false, 0);

    Samples foreground = Samples.of(matte.layer(Layer.FOREGROUND_FLOAT));
    assertTrue(Math.abs(foreground.get(96 * SIDE + 96, 0) - ball(96)) < 5 * NOISE);
  }

  /** What lies at least so many pixels inside, along rows and columns. */
  private static Place within(Place place, int pixels) {
    return (x, y) ->
        place.contains(x - pixels, y)
            && place.contains(x + pixels, y)
            && place.contains(x, y - pixels)
            && place.contains(x, y + pixels);
  }

  private static double least(Samples alpha, Place where) {
    return pixels(where).mapToDouble(i -> alpha.get(i, 0)).min().orElseThrow();
  }

  private static double most(Samples alpha, Place where) {
    return pixels(where).mapToDouble(i -> alpha.get(i, 0)).max().orElseThrow();
  }

  private static IntStream pixels(Place where) {
    return IntStream.range(0, SIDE * SIDE).filter(i -> where.contains(i % SIDE, i / SIDE));
  }

  /** The ball's colour changes gently from its one side to the other. */
  private static float ball(int x) {
    return 0.26f + 0.0006f * (x - 96);
  }

  private static Samples alpha(Place door, Place gap, float seenThere) {
    return Samples.of(matte(door, gap, seenThere).layer(Layer.ALPHA_FLOAT));
  }

  /**
   * @param door where the network sees next to nothing
   * @param gap where the ball is open
   * @param seenThere the frame's colour in the gap
   */
  private static Matte matte(Place door, Place gap, float seenThere) {
    FrameFormat format = new FrameFormat(SIDE, SIDE, PixelLayout.RGB_FLOAT);
    Frame source = Frame.allocate(format);
    Frame plate = Frame.allocate(format);
    Random random = new Random(5);
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        float clean = door.contains(x, y) ? DOOR : WALL;
        float open = gap.contains(x, y) ? seenThere : ball(x);
        float seen = BALL.contains(x, y) ? open : clean;
        for (int c = 0; c < 3; c++) {
          float noise = NOISE * (float) random.nextGaussian();
          Samples.of(source).set(y * SIDE + x, c, seen + noise);
          Samples.of(plate).set(y * SIDE + x, c, clean);
        }
      }
    }
    MattingEngine engine =
        new DetailEngine(
            new AlphaEngine(
                (x, y) -> !BALL.contains(x, y) ? 0 : door.contains(x, y) ? SUSPECTED : 1));
    MattingOptions options = MattingOptions.of(Layer.ALPHA_FLOAT, Layer.FOREGROUND_FLOAT);
    return OneFrame.matte(engine, options, source, plate);
  }
}
