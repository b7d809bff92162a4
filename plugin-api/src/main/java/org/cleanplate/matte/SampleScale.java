package org.cleanplate.matte;

import org.cleanplate.engine.MattingOptions.Levels;
import org.cleanplate.frame.Samples;

/**
 * Between the samples of a frame and 0..1, as the network saw them.
 *
 * @param black the value of 0
 * @param range from black to white
 */
public record SampleScale(float black, float range) {

  /** Levels count for deep samples; bytes are always 0..255. */
  public static SampleScale of(Samples samples, Levels levels) {
    boolean fullRange = samples.fullScale() == 255 || Double.isNaN(levels.black());
    return fullRange
        ? new SampleScale(0, samples.fullScale())
        : new SampleScale((float) levels.black(), (float) (levels.white() - levels.black()));
  }

  /** The share of white; below 0 or above 1 for a sample outside black..white. */
  public float unit(float sample) {
    return (sample - black) / range;
  }

  /** The inverse of {@link #unit}. */
  public float sample(float unit) {
    return black + unit * range;
  }
}
