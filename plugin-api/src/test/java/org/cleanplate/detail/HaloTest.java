package org.cleanplate.detail;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A dark body that stands on a light floor and takes light from it: most where it touches, less
 * with every pixel. The network sees the body, with an outline two pixels soft.
 */
class HaloTest {
  private static final int WIDTH = 96;
  private static final int HEIGHT = 64;
  private static final int BODY_END = 40;
  private static final float[] BODY = {0.14f, 0.12f, 0.11f};
  private static final float[] FLOOR = {0.62f, 0.6f, 0.57f};

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.2, 0.3})
  void noHaloRemainsWhereTheBodyShadesTheFloor(double shade) {
    Samples alpha = alpha(shade, 1);

    for (int distance = 3; distance <= 12; distance++) {
      double found = column(alpha, BODY_END + distance - 1);
      assertTrue(found <= 0.04, "Alpha " + found + " at " + distance + " pixels from the body");
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.2, 0.3})
  void noHaloRemainsWhereABrightBodyLightsTheFloor(double glow) {
    Samples alpha = alpha(-glow, 6);

    for (int distance = 3; distance <= 12; distance++) {
      double found = column(alpha, BODY_END + distance - 1);
      assertTrue(found <= 0.04, "Alpha " + found + " at " + distance + " pixels from the body");
    }
  }

  /** The mean alpha of a column. */
  private static double column(Samples alpha, int x) {
    double sum = 0;
    for (int y = 0; y < HEIGHT; y++) {
      sum += alpha.get(y * WIDTH + x, 0);
    }
    return sum / HEIGHT;
  }

  /**
   * Mattes the scene.
   *
   * @param shade what the floor loses of its light beside the body
   * @param bright the body's colour is that many times {@link #BODY}
   */
  private static Samples alpha(double shade, float bright) {
    FrameFormat format = new FrameFormat(WIDTH, HEIGHT, PixelLayout.BGRA_8);
    Frame source = Frame.allocate(format);
    Frame plate = Frame.allocate(format);
    Samples seen = Samples.of(source);
    Samples clean = Samples.of(plate);
    for (int i = 0; i < WIDTH * HEIGHT; i++) {
      int x = i % WIDTH;
      double light = 1 - shade * Math.exp(-(x - BODY_END) / 5.0);
      for (int c = 0; c < 3; c++) {
        double value = x < BODY_END ? bright * BODY[c] : FLOOR[c] * light;
        seen.set(i, c, (float) value * seen.fullScale());
        clean.set(i, c, FLOOR[c] * clean.fullScale());
      }
    }
    MattingEngine engine = new DetailEngine(new AlphaEngine((x, y) -> networkAlpha(x - BODY_END)));
    Matte matte = OneFrame.matte(engine, MattingOptions.of(Layer.ALPHA_FLOAT), source, plate);
    return Samples.of(matte.layer(Layer.ALPHA_FLOAT));
  }

  private static float networkAlpha(int beyond) {
    return beyond < 0 ? 1 : beyond == 0 ? 0.35f : beyond == 1 ? 0.08f : 0;
  }
}
