package org.cleanplate.plate.match;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.util.List;
import org.cleanplate.frame.Frame;
import org.cleanplate.plate.SampleRange;

/**
 * Tones that are the same all over the picture, as a table of the 256 levels that a byte can be.
 */
final class LevelTables {
  private static final int LEVELS = 256;

  /** For each channel the new level of each old one. */
  private final int[][] levels;

  LevelTables(List<Tone> tones, SampleRange scale) {
    levels = new int[tones.size()][LEVELS];
    for (int channel = 0; channel < levels.length; channel++) {
      Tone tone = tones.get(channel);
      for (int level = 0; level < LEVELS; level++) {
        double value = tone.apply(scale.share(level), 0, 0);
        float sample = (float) scale.sample(value);
        levels[channel][level] = Math.round(Math.max(0, Math.min(LEVELS - 1, sample)));
      }
    }
  }

  /** Whether a picture's samples can be looked up. */
  static boolean fit(Frame picture, List<Tone> tones) {
    return picture.format().layout().bytesPerSample() == 1
        && tones.stream().allMatch(Tone::isUniform);
  }

  /** Fills {@code target}, which has the picture's format. */
  void apply(Frame picture, Frame target) {
    if (picture.format().layout().packed()) {
      applyToColours(picture.pixels().asIntBuffer(), target.pixels().asIntBuffer());
    } else {
      applyToGrey(picture.pixels(), target.pixels());
    }
  }

  private void applyToColours(IntBuffer from, IntBuffer to) {
    for (int i = 0; i < from.limit(); i++) {
      int pixel = from.get(i);
      int red = levels[0][pixel >>> 16 & 0xFF];
      int green = levels[1][pixel >>> 8 & 0xFF];
      int blue = levels[2][pixel & 0xFF];
      to.put(i, pixel & 0xFF000000 | red << 16 | green << 8 | blue);
    }
  }

  private void applyToGrey(ByteBuffer from, ByteBuffer to) {
    for (int i = 0; i < from.limit(); i++) {
      to.put(i, (byte) levels[0][from.get(i) & 0xFF]);
    }
  }
}
