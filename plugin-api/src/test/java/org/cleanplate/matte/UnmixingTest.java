package org.cleanplate.matte;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.cleanplate.engine.MattingOptions.Levels;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.frame.Matte;
import org.cleanplate.frame.Samples;
import org.cleanplate.network.graph.Layer;
import org.cleanplate.network.graph.PixelLayout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Composites whose foreground is known. Alpha rises from pixel to pixel. */
class UnmixingTest {
  private static final int COUNT = 101;
  private static final float NETWORK_COLOUR = 0.25f;

  @ParameterizedTest
  @EnumSource(PixelLayout.class)
  void findsTheForegroundOfACompositeAtTheSourcesOwnDepth(PixelLayout layout) {
    FrameFormat format = new FrameFormat(COUNT, 1, layout);
    Frame source = Frame.allocate(format);
    Frame plate = Frame.allocate(format);
    Frame foreground = Frame.allocate(format);
    Samples mixed = Samples.of(source);
    Samples behind = Samples.of(plate);
    float white = mixed.fullScale();
    for (int i = 0; i < COUNT; i++) {
      for (int c = 0; c < mixed.channels(); c++) {
        behind.set(i, c, backgroundAt(c) * white);
        mixed.set(
            i, c, (alphaAt(i) * foregroundAt(c) + (1 - alphaAt(i)) * backgroundAt(c)) * white);
      }
    }
    new Unmixing(Levels.FULL_RANGE).unmix(source, plate, matte(), foreground);
    Samples found = Samples.of(foreground);
    for (int i = COUNT / 2; i < COUNT; i++) {
      for (int c = 0; c < found.channels(); c++) {
        // Half a step of the source, twice as much after division by alpha, and rounding.
        assertEquals(foregroundAt(c) * white, found.get(i, c), 2 + 1e-3, "alpha " + alphaAt(i));
      }
    }
    for (int c = 0; c < found.channels(); c++) {
      assertEquals(
          NETWORK_COLOUR * white, found.get(5, c), 1, "of the network where alpha is 0.05");
    }
  }

  @Test
  void keepsWhatTheNetworkSawClamped() {
    FrameFormat format = new FrameFormat(COUNT, 1, PixelLayout.GRAY_FLOAT);
    Frame source = Frame.allocate(format);
    source.pixels().asFloatBuffer().put(COUNT - 1, 5000);
    Frame foreground = Frame.allocate(format);
    new Unmixing(new Levels(100, 1100)).unmix(source, Frame.allocate(format), matte(), foreground);
    assertEquals(5000, foreground.pixels().asFloatBuffer().get(COUNT - 1));
    assertEquals(
        100 + NETWORK_COLOUR * 1000,
        foreground.pixels().asFloatBuffer().get(0),
        1e-3,
        "the network's colour between the levels");
  }

  @Test
  void hasNoStepWhereTheNetworksColourTakesOver() {
    FrameFormat format = new FrameFormat(COUNT, 1, PixelLayout.GRAY_FLOAT);
    Frame source = Frame.allocate(format);
    Samples mixed = Samples.of(source);
    for (int i = 0; i < COUNT; i++) {
      mixed.set(i, 0, alphaAt(i));
    }
    Frame foreground = Frame.allocate(format);
    new Unmixing(Levels.FULL_RANGE).unmix(source, Frame.allocate(format), matte(), foreground);
    Samples found = Samples.of(foreground);
    for (int i = 1; i < COUNT; i++) {
      float step = found.get(i, 0) - found.get(i - 1, 0);
      assertTrue(step >= -1e-5 && step < 0.05, "step of " + step + " at alpha " + alphaAt(i));
    }
  }

  private static float alphaAt(int i) {
    return i / 100f;
  }

  private static float foregroundAt(int channel) {
    return 0.8f - 0.2f * channel;
  }

  private static float backgroundAt(int channel) {
    return 0.1f + 0.3f * channel;
  }

  private static Matte matte() {
    Frame alpha = Frame.allocate(new FrameFormat(COUNT, 1, PixelLayout.GRAY_FLOAT));
    Frame colour = Frame.allocate(new FrameFormat(COUNT, 1, PixelLayout.RGB_FLOAT));
    for (int i = 0; i < COUNT; i++) {
      alpha.pixels().asFloatBuffer().put(i, alphaAt(i));
      for (int c = 0; c < 3; c++) {
        colour.pixels().asFloatBuffer().put(c * COUNT + i, NETWORK_COLOUR);
      }
    }
    return new Matte(Map.of(Layer.ALPHA_FLOAT, alpha, Layer.FOREGROUND_FLOAT, colour));
  }
}
