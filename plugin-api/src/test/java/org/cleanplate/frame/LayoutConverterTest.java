package org.cleanplate.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.cleanplate.network.graph.PixelLayout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LayoutConverterTest {

  /** Every 8-bit grey value survives the way through any layout. */
  @ParameterizedTest
  @EnumSource(PixelLayout.class)
  void keepsEachGreyLevelThereAndBack(PixelLayout layout) {
    Frame ramp = Frame.allocate(new FrameFormat(64, 4, PixelLayout.GRAY_8));
    for (int i = 0; i < 256; i++) {
      ramp.pixels().put(i, (byte) i);
    }

    Frame back = LayoutConverter.convert(LayoutConverter.convert(ramp, layout), PixelLayout.GRAY_8);

    assertEquals(ramp.pixels(), back.pixels());
  }

  @ParameterizedTest
  @EnumSource(
      value = PixelLayout.class,
      names = {"RGB_16", "RGB_FLOAT"})
  void keepsTheOrderOfTheColours(PixelLayout layout) {
    Frame colour = bgra(10, 20, 30);

    Frame back =
        LayoutConverter.convert(LayoutConverter.convert(colour, layout), PixelLayout.BGRA_8);

    assertEquals(colour.pixels(), back.pixels());
  }

  @Test
  void putsRedIntoTheFirstPlane() {
    Frame planes = LayoutConverter.convert(bgra(10, 20, 255), PixelLayout.RGB_16);

    assertEquals((short) 65535, planes.pixels().asShortBuffer().get(0));
    assertEquals((short) (10 * 257), planes.pixels().asShortBuffer().get(2));
  }

  @Test
  void weighsColoursAsTheEyeDoes() {
    Frame gray = LayoutConverter.convert(bgra(0, 255, 0), PixelLayout.GRAY_8);

    assertEquals((byte) 150, gray.pixels().get(0));
  }

  @Test
  void clampsFloatsOutsideTheirRange() {
    Frame floats = Frame.allocate(new FrameFormat(3, 1, PixelLayout.GRAY_FLOAT));
    floats.pixels().asFloatBuffer().put(new float[] {-1, 2, Float.NaN});

    Frame bytes = LayoutConverter.convert(floats, PixelLayout.GRAY_8);

    assertEquals((byte) 0, bytes.pixels().get(0));
    assertEquals((byte) 255, bytes.pixels().get(1));
    assertEquals((byte) 0, bytes.pixels().get(2));
  }

  @Test
  void keepsThePlaceInTheSequence() {
    Frame colour = bgra(1, 2, 3);
    colour.stamp(7, 280_000);

    Frame gray = LayoutConverter.convert(colour, PixelLayout.GRAY_8);

    assertEquals(7, gray.index());
    assertEquals(280_000, gray.timeMicros());
    assertSame(colour, LayoutConverter.convert(colour, PixelLayout.BGRA_8));
  }

  private static Frame bgra(int blue, int green, int red) {
    Frame frame = Frame.allocate(new FrameFormat(1, 1, PixelLayout.BGRA_8));
    frame.pixels().put(new byte[] {(byte) blue, (byte) green, (byte) red, (byte) 255});
    return frame;
  }
}
