package org.cleanplate.imagej.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ij.ImagePlus;
import ij.process.ColorProcessor;
import ij.process.ShortProcessor;
import java.nio.ShortBuffer;
import org.cleanplate.MattingException;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.network.graph.PixelLayout;
import org.junit.jupiter.api.Test;

class FrameImagesTest {
  private static final FrameFormat DEEP = new FrameFormat(2, 1, PixelLayout.RGB_16);

  @Test
  void aPictureOfEightBitsIsTheSameLightForADeepVideo() {
    ColorProcessor picture = new ColorProcessor(2, 1, new int[] {0xFF8000, 0x0000FF});

    ShortBuffer plate =
        FrameImages.toVideoPlate(new ImagePlus("plate", picture), DEEP, "film")
            .pixels()
            .asShortBuffer();

    int[] expected = {65_535, 0, 0x80 * 257, 0, 0, 65_535};
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], plate.get(i) & 0xFFFF);
    }
  }

  /** What its white is nobody knows. */
  @Test
  void refusesADeepPictureForAVideoOfEightBits() {
    ImagePlus deep = new ImagePlus("plate", new ShortProcessor(2, 1));

    assertThrows(
        MattingException.class,
        () -> FrameImages.toVideoPlate(deep, new FrameFormat(2, 1, PixelLayout.BGRA_8), "film"));
  }
}
