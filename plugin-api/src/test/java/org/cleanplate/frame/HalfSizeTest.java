package org.cleanplate.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.cleanplate.network.graph.PixelLayout;
import org.cleanplate.testing.Scene;
import org.junit.jupiter.api.Test;

class HalfSizeTest {

  @Test
  void eachSampleIsTheRoundedMeanOfFour() {
    Frame bgra = Frame.allocate(new FrameFormat(3, 2, PixelLayout.BGRA_8));
    for (int i = 0; i < 24; i++) {
      bgra.pixels().put(i, (byte) (10 * i));
    }
    Frame half = HalfSize.of(bgra);
    assertEquals(new FrameFormat(1, 1, PixelLayout.BGRA_8), half.format());
    // Pixels 0, 1, 3 and 4 of 4 channels: the mean of 0, 40, 120 and 160, and 10 more a channel.
    for (int channel = 0; channel < 4; channel++) {
      assertEquals(80 + 10 * channel, half.pixels().get(channel));
    }
  }

  @Test
  void halvesEachPlaneOfDeepAndFloatingPixels() {
    Frame deep = Frame.allocate(new FrameFormat(2, 2, PixelLayout.RGB_16));
    Frame floats = Frame.allocate(new FrameFormat(2, 2, PixelLayout.GRAY_FLOAT));
    for (int i = 0; i < 12; i++) {
      deep.pixels().asShortBuffer().put(i, (short) (50_000 + 1000 * i));
    }
    for (int i = 0; i < 4; i++) {
      floats.pixels().asFloatBuffer().put(i, i);
    }
    for (int plane = 0; plane < 3; plane++) {
      int sample = HalfSize.of(deep).pixels().asShortBuffer().get(plane) & 0xFFFF;
      assertEquals(51_500 + 4000 * plane, sample);
    }
    assertEquals(1.5f, HalfSize.of(floats).pixels().asFloatBuffer().get(0));
  }

  @Test
  void aSingleColumnStaysOne() {
    Frame column = Frame.allocate(new FrameFormat(1, 4, PixelLayout.GRAY_8));
    column.pixels().put(new byte[] {0, 10, 20, 40});
    Frame half = HalfSize.of(column);
    assertEquals(new FrameFormat(1, 2, PixelLayout.GRAY_8), half.format());
    assertEquals(5, half.pixels().get(0));
    assertEquals(30, half.pixels().get(1));
  }

  @Test
  void aSourceKeepsNumbersAndTimes() throws IOException {
    try (FrameSource source = new HalfSizeSource(Scene.source(48, 32, 3))) {
      Frame frame = Frame.allocate(source.format());
      assertEquals("24x16", frame.format().size());
      source.skip(2);
      assertTrue(source.read(frame));
      assertEquals(2, frame.index());
      assertEquals(80_000, frame.timeMicros());
      assertEquals(HalfSize.of(Scene.frame(48, 32, 2)).pixels(), frame.pixels());
      assertFalse(source.read(frame));
    }
  }
}
