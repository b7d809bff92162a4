package org.cleanplate.contrast;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.cleanplate.engine.AlphaEngine;
import org.cleanplate.engine.MattingOptions;
import org.cleanplate.engine.MattingSession;
import org.cleanplate.frame.Coverage;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.frame.Matte;
import org.cleanplate.frame.Samples;
import org.cleanplate.network.graph.Layer;
import org.cleanplate.network.graph.PixelLayout;
import org.cleanplate.progress.Cancellation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A network that hands the frame it is shown on as foreground, and alpha from left to right. */
class ContrastEngineTest {
  private static final int WIDTH = 64;
  private static final int HEIGHT = 16;
  private static final int BACKDROP = 0x20C040;

  private static final Stretch STRETCH =
      new Stretch(
          List.of(
              new Stretch.Part(0.4f, 0.7f),
              new Stretch.Part(0.3f, 0.6f),
              new Stretch.Part(0.1f, 0.3f)));

  @ParameterizedTest
  @EnumSource(
      value = PixelLayout.class,
      names = {"BGRA_8", "RGB_16"})
  void theNetworkIsShownTheWholeRange(PixelLayout layout) {
    Frame source = frame(layout, 0);
    source.stamp(3, 30, Coverage.of(WIDTH - 4, HEIGHT));
    Frame shown = Frame.allocate(source.format());

    STRETCH.apply(source, shown);

    Samples samples = Samples.of(shown);
    float step = samples.fullScale() / 255;
    assertEquals(source.coverage(), shown.coverage());
    for (int c = 0; c < 3; c++) {
      assertEquals(0, samples.get(0, c), 3 * step);
      assertEquals(255 * step, samples.get(WIDTH - 1, c), 3 * step);
    }
  }

  @Test
  void theForegroundHasTheColoursOfTheFrame() {
    Frame source = frame(PixelLayout.BGRA_8, 0);

    Matte matte = matte(source, Layer.FOREGROUND_8, Layer.FOREGROUND_16, Layer.FOREGROUND_FLOAT);

    Samples seen = Samples.of(source);
    for (Layer layer : matte.layers()) {
      Samples found = Samples.of(matte.layer(layer));
      for (int i = 0; found.channels() == 3 && i < WIDTH * HEIGHT; i++) {
        for (int c = 0; c < 3; c++) {
          assertEquals(seen.get(i, c), found.get(i, c) / found.fullScale() * 255, 1, layer.name());
        }
      }
    }
  }

  @Test
  void whatIsBeyondTheRangeIsNotLostInTheForeground() {
    Frame source = frame(PixelLayout.BGRA_8, 0.2);

    Samples found = Samples.of(matte(source, Layer.FOREGROUND_8).layer(Layer.FOREGROUND_8));

    Samples seen = Samples.of(source);
    for (int c = 0; c < 3; c++) {
      assertEquals(seen.get(WIDTH - 1, c), found.get(WIDTH - 1, c), 1);
    }
  }

  @ParameterizedTest
  @CsvSource({"BGRA_8, COMPOSITE_8", "RGB_16, COMPOSITE_8", "RGB_16, COMPOSITE_16"})
  void aCompositeIsMixedOfTheFramesColoursAndTheBackdrop(PixelLayout layout, Layer layer) {
    for (double beyond : new double[] {0, 0.2}) {
      Frame source = frame(layout, beyond);

      Samples found = Samples.of(matte(source, layer).layer(layer));

      Samples seen = Samples.of(source);
      for (int x = 0; x < WIDTH; x++) {
        for (int c = 0; c < 3; c++) {
          float alpha = alpha(x);
          float colour = seen.get(x, c) / seen.fullScale();
          float cut = alpha * STRETCH.part(c).excess(colour);
          float kept = alpha * (colour - STRETCH.part(c).excess(colour));
          float behind = (1 - alpha) * (BACKDROP >> 16 - 8 * c & 255) / 255f;
          float mixed = 255 * found.get(x, c) / found.fullScale();
          assertEquals(255 * (kept + cut + behind), mixed, 1.5, "x=" + x + " c=" + c);
        }
      }
    }
  }

  @Test
  void aCutoutHasTheFramesColoursAndNothingWhereItIsClear() {
    Frame source = frame(PixelLayout.BGRA_8, 0);

    Frame cutout = matte(source, Layer.CUTOUT_8).layer(Layer.CUTOUT_8);

    Samples seen = Samples.of(source);
    Samples found = Samples.of(cutout);
    for (int x = 1; x < WIDTH; x++) {
      assertEquals(Math.round(alpha(x) * 255), cutout.pixels().get(4 * x + 3) & 0xFF);
      assertEquals(seen.get(x, 1), found.get(x, 1), 1);
    }
  }

  @Test
  void theMatteHasTheFramesNumberAndTime() {
    Frame source = frame(PixelLayout.BGRA_8, 0);
    source.stamp(7, 280_000);

    Frame alpha = matte(source, Layer.ALPHA_8).layer(Layer.ALPHA_8);

    assertEquals(7, alpha.index());
    assertEquals(280_000, alpha.timeMicros());
  }

  private static float alpha(int x) {
    return x / (WIDTH - 1f);
  }

  /** From black of the stretch at the left to white at the right, and further by a share of it. */
  private static Frame frame(PixelLayout layout, double beyond) {
    Frame frame = Frame.allocate(new FrameFormat(WIDTH, HEIGHT, layout));
    Samples samples = Samples.of(frame);
    for (int i = 0; i < WIDTH * HEIGHT; i++) {
      for (int c = 0; c < 3; c++) {
        Stretch.Part part = STRETCH.part(c);
        double value = part.black() + part.range() * (1 + beyond) * alpha(i % WIDTH);
        samples.set(i, c, (float) value * samples.fullScale());
      }
    }
    return frame;
  }

  private static Matte matte(Frame source, Layer first, Layer... rest) {
    MattingSession session =
        new ContrastEngine(new AlphaEngine((x, y) -> alpha(x)), STRETCH)
            .open(source.format(), MattingOptions.of(first, rest).withBackdrop(BACKDROP));
    Matte matte = session.allocateMatte();
    session.compute(source, source, matte, new Cancellation());
    return matte;
  }
}
