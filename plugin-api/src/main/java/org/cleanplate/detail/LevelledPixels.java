package org.cleanplate.detail;

import org.cleanplate.engine.MattingOptions.Levels;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.PixelReader;

/** Pixels as the network sees them: deep ones as 0..1 between black and white, clamped. */
final class LevelledPixels {
  private LevelledPixels() {}

  static PixelReader of(Frame picture, Levels levels) {
    PixelReader pixels = PixelReader.of(picture);
    int bytes = picture.format().layout().bytesPerSample();
    if (bytes == 1) {
      return pixels;
    }
    boolean fullRange = Double.isNaN(levels.black());
    double unit = bytes == Short.BYTES ? 65_535 : 1;
    float black = fullRange ? 0 : (float) (levels.black() / unit);
    float gain = fullRange ? 1 : (float) (unit / (levels.white() - levels.black()));
    return (pixel, rgb) -> {
      pixels.read(pixel, rgb);
      for (int c = 0; c < 3; c++) {
        rgb[c] = Math.max(0, Math.min(1, (rgb[c] - black) * gain));
      }
    };
  }
}
