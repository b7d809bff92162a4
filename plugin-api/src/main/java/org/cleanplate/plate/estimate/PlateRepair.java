package org.cleanplate.plate.estimate;

import java.util.Arrays;
import java.util.BitSet;
import org.cleanplate.MattingException;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.frame.Samples;
import org.cleanplate.plate.SampleRange;

/**
 * Fills a region of a plate from another frame of the scene, one in which it is free. The frame is
 * brought to the plate's light by a gain for each channel, the median over the pixels just outside
 * of the region, and blended in from its edge inwards.
 *
 * @param region the pixels to fill, row by row
 * @param featherPixels how wide the blending is, 0 for a hard edge
 */
public record PlateRepair(BitSet region, int featherPixels) {
  /** How far outside of the region the light is compared. */
  private static final int SEAM_PIXELS = 4;

  /** Darker pixels, of white, tell no gain. */
  private static final double DARK = 0.04;

  public PlateRepair {
    if (featherPixels < 0) {
      throw new MattingException("Feather is " + featherPixels + ", expected 0 or more pixels");
    }
    if (region.isEmpty()) {
      throw new MattingException("The region to repair has no pixel: select one");
    }
  }

  /**
   * Changes the plate.
   *
   * @param donor the frame to fill from, of the plate's format
   */
  public void fill(Frame plate, Frame donor) {
    FrameFormat format = plate.format();
    SampleRange range = SampleRange.of(plate);
    int[] inside = new EdgeDistance(format.width(), format.height()).of(region);
    BitSet outer = new BitSet();
    outer.set(0, format.width() * format.height());
    outer.andNot(region);
    int[] outside = new EdgeDistance(format.width(), format.height()).of(outer);
    Samples target = Samples.of(plate);
    Samples source = Samples.of(donor);
    for (int channel = 0; channel < target.channels(); channel++) {
      double gain = seamGain(target, source, channel, outside, range);
      for (int i = region.nextSetBit(0); i >= 0; i = region.nextSetBit(i + 1)) {
        double weight = Math.min(1, inside[i] / (featherPixels + 1.0));
        double before = range.share(target.get(i, channel));
        double after = gain * range.share(source.get(i, channel));
        target.set(i, channel, (float) range.sample(before + weight * (after - before)));
      }
    }
  }

  private static double seamGain(
      Samples plate, Samples donor, int channel, int[] outside, SampleRange range) {
    double[] gains = new double[outside.length];
    int count = 0;
    for (int i = 0; i < outside.length; i++) {
      if (outside[i] >= 1 && outside[i] <= SEAM_PIXELS) {
        double there = range.share(donor.get(i, channel));
        double here = range.share(plate.get(i, channel));
        if (there > DARK && here > DARK) {
          gains[count++] = here / there;
        }
      }
    }
    if (count == 0) {
      return 1;
    }
    Arrays.sort(gains, 0, count);
    return gains[count / 2];
  }
}
