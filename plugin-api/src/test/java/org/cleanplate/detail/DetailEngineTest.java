package org.cleanplate.detail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.cleanplate.engine.AlphaEngine;
import org.cleanplate.engine.MattingEngine;
import org.cleanplate.engine.MattingOptions;
import org.cleanplate.engine.MattingSession;
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
 * A comb: a body to the left, from which strands two pixels wide stick out, with two pixels of
 * background between them. The network sees a blur of one half there.
 */
class DetailEngineTest {
  private static final int WIDTH = 96;
  private static final int HEIGHT = 64;
  private static final int BODY_END = 48;
  private static final int STRANDS_END = 53;
  private static final float[] SUBJECT = {0.8f, 0.7f, 0.1f};

  @ParameterizedTest
  @EnumSource(
      value = PixelLayout.class,
      names = {"BGRA_8", "RGB_16", "RGB_FLOAT"})
  void drawsTheStrandsThatTheNetworkBlurs(PixelLayout layout) {
    Scene scene = new Scene(layout, 1);

    Matte matte = scene.matte(MattingOptions.of(Layer.ALPHA_FLOAT));

    assertTrue(scene.error(BlurredAlpha::of, STRANDS_END) > 0.4, "The network draws no strands");
    double error = scene.error(matte);
    assertTrue(error < 0.1, "Mean error of alpha at the strands is " + error);
  }

  @Test
  void drawsThemUnderAnotherExposureOfThePlate() {
    Scene scene = new Scene(PixelLayout.BGRA_8, 0.85f);

    double error = scene.error(scene.matte(MattingOptions.of(Layer.ALPHA_FLOAT)));

    assertTrue(error < 0.1, "Mean error of alpha at the strands is " + error);
  }

  @Test
  void leavesWhatTheNetworkIsCertainOf() {
    Scene scene = new Scene(PixelLayout.BGRA_8, 1);

    Matte matte = scene.matte(MattingOptions.of(Layer.ALPHA_8));

    Samples alpha = Samples.of(matte.layer(Layer.ALPHA_8));
    for (int y = 0; y < HEIGHT; y++) {
      assertEquals(255, alpha.get(y * WIDTH + BODY_END - 4, 0));
      assertEquals(0, alpha.get(y * WIDTH + STRANDS_END + 3, 0));
    }
  }

  @Test
  void leavesTheNetworksAlphaWhereNoSubjectIsNear() {
    Scene scene = new Scene(PixelLayout.BGRA_8, 1);
    Samples frame = Samples.of(scene.source);
    for (int i = 0; i < WIDTH * HEIGHT; i++) {
      frame.set(i, 0, frame.get(i, 0) + (i % WIDTH < 10 ? 60 : 0));
    }
    MattingEngine engine = new DetailEngine(new AlphaEngine((x, y) -> x < 10 ? 0.3f : 0f));

    Matte matte = scene.matte(engine, MattingOptions.of(Layer.ALPHA_FLOAT));

    assertEquals(0.3f, Samples.of(matte.layer(Layer.ALPHA_FLOAT)).get(5, 0));
  }

  @Test
  void allLayersShowTheSameOutline() {
    Scene scene = new Scene(PixelLayout.BGRA_8, 1);
    int green = 0x00FF00;

    Matte matte =
        scene.matte(
            MattingOptions.of(Layer.ALPHA_8, Layer.FOREGROUND_8, Layer.CUTOUT_8, Layer.COMPOSITE_8)
                .withBackdrop(green));

    Samples alpha = Samples.of(matte.layer(Layer.ALPHA_8));
    Samples foreground = Samples.of(matte.layer(Layer.FOREGROUND_8));
    Samples composite = Samples.of(matte.layer(Layer.COMPOSITE_8));
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = BODY_END - 2; x < STRANDS_END + 2; x++) {
        int pixel = y * WIDTH + x;
        float a = alpha.get(pixel, 0);
        assertEquals(
            a,
            matte.layer(Layer.CUTOUT_8).pixels().get(4 * pixel + 3) & 0xFF,
            "x=" + x + " y=" + y);
        float mixed = a / 255 * foreground.get(pixel, 1) + (255 - a);
        assertEquals(mixed, composite.get(pixel, 1), 1.5, "x=" + x + " y=" + y);
      }
    }
  }

  @Test
  void asksTheNetworkForAlphaIfOnlyACompositeIsWanted() {
    Scene scene = new Scene(PixelLayout.BGRA_8, 1);

    Matte matte = scene.matte(MattingOptions.of(Layer.COMPOSITE_8).withBackdrop(0));

    Samples composite = Samples.of(matte.layer(Layer.COMPOSITE_8));
    int strand = strandRow() * WIDTH + STRANDS_END - 2;
    int gap = strand + 2 * WIDTH;
    assertTrue(composite.get(strand, 0) > 160, "Strand " + composite.get(strand, 0));
    assertTrue(composite.get(gap, 0) < 30, "Gap " + composite.get(gap, 0));
  }

  @Test
  void mapsOfTheNetworkPassUnchanged() {
    MattingEngine network = new AlphaEngine(BlurredAlpha::of);
    FrameFormat format = new FrameFormat(WIDTH, HEIGHT, PixelLayout.BGRA_8);
    MattingOptions options = MattingOptions.of(Layer.ERROR_MAP);

    MattingSession session = new DetailEngine(network).open(format, options);

    assertSame(options, session.options());
    assertTrue(session instanceof AlphaEngine.Session);
  }

  private static int strandRow() {
    return HEIGHT / 2 / 4 * 4;
  }

  /** The truth: rows 0, 1 of every four are a strand. */
  private static float trueAlpha(int x, int y) {
    return x < BODY_END || x < STRANDS_END && y % 4 < 2 ? 1 : 0;
  }

  /** What a network makes of it. */
  private interface BlurredAlpha {
    static float of(int x, int y) {
      return x < BODY_END ? 1 : x < STRANDS_END ? 0.5f : 0;
    }
  }

  /** The comb before a background of waves, and the plate. */
  private static final class Scene {
    private final Frame source;
    private final Frame plate;

    Scene(PixelLayout layout, float plateGain) {
      FrameFormat format = new FrameFormat(WIDTH, HEIGHT, layout);
      source = Frame.allocate(format);
      plate = Frame.allocate(format);
      Samples frame = Samples.of(source);
      Samples clean = Samples.of(plate);
      for (int y = 0; y < HEIGHT; y++) {
        for (int x = 0; x < WIDTH; x++) {
          for (int c = 0; c < 3; c++) {
            float behind = (float) (0.35 + 0.12 * Math.sin(x / 5.0 + c) * Math.cos(y / 7.0));
            float seen = trueAlpha(x, y) * SUBJECT[c] + (1 - trueAlpha(x, y)) * behind;
            frame.set(y * WIDTH + x, c, seen * frame.fullScale());
            clean.set(y * WIDTH + x, c, plateGain * behind * clean.fullScale());
          }
        }
      }
    }

    Matte matte(MattingOptions options) {
      return matte(new DetailEngine(new AlphaEngine(BlurredAlpha::of)), options);
    }

    Matte matte(MattingEngine engine, MattingOptions options) {
      return OneFrame.matte(engine, options, source, plate);
    }

    double error(Matte matte) {
      Samples alpha = Samples.of(matte.layer(Layer.ALPHA_FLOAT));
      return error((x, y) -> alpha.get(y * WIDTH + x, 0), STRANDS_END);
    }

    double error(AlphaEngine.AlphaAt alpha, int end) {
      double sum = 0;
      for (int y = 4; y < HEIGHT - 4; y++) {
        for (int x = BODY_END; x < end; x++) {
          sum += Math.abs(alpha.of(x, y) - trueAlpha(x, y));
        }
      }
      return sum / (HEIGHT - 8) / (end - BODY_END);
    }
  }
}
