package org.cleanplate.detail;

import java.util.Arrays;

/**
 * What ground without any shadow differs by from the plate, depending on its texture: where that is
 * coarse, a plate that lies a fraction of a pixel off differs by more than by noise.
 */
final class GroundNoise {
  /** The texture, of white, up to which ground is flat; each further kind has twice as much. */
  private static final float FLAT = 0.004f;

  private static final int KINDS = 8;

  /** So many squares, spread evenly, tell the noise. */
  private static final int SQUARES_LOOKED_AT = 16000;

  /** Fewer do not tell it; those of one kind then take that of the next smoother kind. */
  private static final int FEWEST_SQUARES = 64;

  /** Share of the ground whose residual is no more than what is taken for noise. */
  private static final double SHARE = 0.9;

  /** A residual up to that, of white, is noise in any case. */
  private static final float LEAST = 0.006f;

  private final float[] byKind = new float[KINDS];

  /**
   * Measures it.
   *
   * @param alpha of each square
   * @param groundBelow alpha under which a square is ground
   */
  GroundNoise(LightWindows windows, float[] alpha, float groundBelow) {
    int step = alpha.length / SQUARES_LOOKED_AT | 1;
    float[][] found = new float[KINDS + 1][alpha.length / step + 1];
    int[] count = new int[KINDS + 1];
    for (int i = 0; i < alpha.length; i += step) {
      if (alpha[i] < groundBelow) {
        int kind = kind(windows.texture()[i]);
        found[kind][count[kind]++] = windows.residual()[i];
        found[KINDS][count[KINDS]++] = windows.residual()[i];
      }
    }
    float smoother = most(found[KINDS], count[KINDS]);
    for (int kind = 0; kind < KINDS; kind++) {
      float own = most(found[kind], count[kind]);
      smoother = Float.isNaN(own) ? smoother : own;
      byKind[kind] = smoother;
    }
  }

  private static float most(float[] residuals, int count) {
    if (count < FEWEST_SQUARES) {
      return Float.NaN;
    }
    Arrays.sort(residuals, 0, count);
    return Math.max(LEAST, residuals[(int) (SHARE * count)]);
  }

  private static int kind(float texture) {
    int kind = 0;
    for (float limit = FLAT; texture > limit && kind < KINDS - 1; limit *= 2) {
      kind++;
    }
    return kind;
  }

  /** The residual of ground with such a texture; not a number if there is too little ground. */
  float at(float texture) {
    return byKind[kind(texture)];
  }
}
