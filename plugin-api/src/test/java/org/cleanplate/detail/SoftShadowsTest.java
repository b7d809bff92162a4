package org.cleanplate.detail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A body with a sharp outline and, to its right, something darker than the ground; the network
 * takes both for subject.
 */
class SoftShadowsTest {
  private static final int WIDTH = 240;
  private static final int HEIGHT = 160;
  private static final int BODY_LEFT = 40;
  private static final int BODY_RIGHT = 90;
  private static final int TOP = 40;
  private static final int BOTTOM = 120;
  private static final float[] GROUND = {0.55f, 0.5f, 0.4f};
  private static final float[] BODY = {0.1f, 0.12f, 0.16f};

  /** What the ground is multiplied by. */
  @FunctionalInterface
  private interface Light {
    double at(int x, int y);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.85, 0.7, 0.55})
  void aSoftShadowIsNoSubject(double depth) {
    Scene scene = new Scene(true, 0, (x, y) -> soft(x, y, depth));

    assertEquals(1, scene.alpha(BODY_LEFT + 4, BODY_RIGHT - 4), 0.01, "The body");
    assertEquals(0, scene.alpha(BODY_RIGHT + 3, 190), 0.02, "Its shadow");
  }

  @Test
  void norIsOneOnGroundWithTexture() {
    Scene scene = new Scene(true, 0.08f, (x, y) -> soft(x, y, 0.6));

    assertEquals(1, scene.alpha(BODY_LEFT + 4, BODY_RIGHT - 4), 0.01, "The body");
    assertEquals(0, scene.alpha(BODY_RIGHT + 3, 190), 0.02, "Its shadow");
  }

  @Test
  void aSoftDarkThingThatNothingCastsIsASubject() {
    Scene scene = new Scene(false, 0, (x, y) -> soft(x, y, 0.6));

    assertEquals(1, scene.alpha(BODY_RIGHT + 10, 150), 0.02);
  }

  @Test
  void aDarkThingWithASharpOutlineIsASubject() {
    Scene scene = new Scene(true, 0, (x, y) -> inShadow(x, y) && x < 180 ? 0.6 : 1);

    assertEquals(1, scene.alpha(BODY_LEFT + 4, 170), 0.02);
  }

  @Test
  void aSoftThingOfAnotherColourIsASubject() {
    Scene scene = new Scene(true, 0, (x, y) -> soft(x, y, 0.6), 1.2f);

    assertTrue(scene.alpha(BODY_LEFT + 4, 150) > 0.98, "" + scene.alpha(BODY_LEFT + 4, 150));
  }

  @Test
  void aThinThingIsASubjectHoweverSoft() {
    double deviation = 2.5;
    Light tail =
        (x, y) ->
            x < BODY_RIGHT || x > 190
                ? 1
                : 1 - 0.1 * Math.exp(-Math.pow((y - 80) / deviation, 2) / 2);

    Scene scene = new Scene(true, 0.0f, tail);

    assertEquals(1, scene.alpha(BODY_RIGHT + 10, 180, 80, 81), 0.02);
  }

  private static boolean inShadow(int x, int y) {
    return x >= BODY_RIGHT && y >= TOP && y < BOTTOM;
  }

  /** Full shadow beside the body, light again after 60 pixels, a penumbra of 30 around. */
  private static double soft(int x, int y, double depth) {
    double edge = Math.min(Math.min(y - TOP + 15.0, BOTTOM + 15.0 - y), 190.0 - x) / 30;
    double share = x < BODY_RIGHT ? 0 : Math.max(0, Math.min(1, edge));
    return 1 - (1 - depth) * share * share * (3 - 2 * share);
  }

  /** Frame, plate, and the matte that comes of them. */
  private static final class Scene {
    private final Samples alpha;

    Scene(boolean body, float texture, Light light) {
      this(body, texture, light, 1);
    }

    /**
     * @param blue by what the light is bluer than it is dark
     */
    Scene(boolean body, float texture, Light light, float blue) {
      FrameFormat format = new FrameFormat(WIDTH, HEIGHT, PixelLayout.BGRA_8);
      Frame source = Frame.allocate(format);
      Frame plate = Frame.allocate(format);
      Samples seen = Samples.of(source);
      Samples clean = Samples.of(plate);
      for (int i = 0; i < WIDTH * HEIGHT; i++) {
        int x = i % WIDTH;
        int y = i / WIDTH;
        double waves = 1 + texture * Math.sin(x / 2.0) * Math.cos(y / 3.0);
        double factor = light.at(x, y);
        for (int c = 0; c < 3; c++) {
          double tint = c == 2 && factor < 1 ? blue : 1;
          double ground = GROUND[c] * waves;
          double frame = body && isBody(x, y) ? BODY[c] : ground * factor * tint;
          seen.set(i, c, (float) frame * seen.fullScale());
          clean.set(i, c, (float) ground * clean.fullScale());
        }
      }
      MattingEngine engine =
          new DetailEngine(new AlphaEngine((x, y) -> isSeen(body, x, y, light) ? 1 : 0));
      Matte matte = OneFrame.matte(engine, MattingOptions.of(Layer.ALPHA_FLOAT), source, plate);
      alpha = Samples.of(matte.layer(Layer.ALPHA_FLOAT));
    }

    private static boolean isBody(int x, int y) {
      return x >= BODY_LEFT && x < BODY_RIGHT && y >= TOP && y < BOTTOM;
    }

    private static boolean isSeen(boolean body, int x, int y, Light light) {
      return body && isBody(x, y) || light.at(x, y) < 0.94;
    }

    /** The mean alpha between two columns, in the middle rows. */
    double alpha(int left, int right) {
      return alpha(left, right, TOP + 20, BOTTOM - 20);
    }

    double alpha(int left, int right, int top, int bottom) {
      double sum = 0;
      for (int y = top; y < bottom; y++) {
        for (int x = left; x < right; x++) {
          sum += alpha.get(y * WIDTH + x, 0);
        }
      }
      return sum / (bottom - top) / (right - left);
    }
  }
}
