package org.cleanplate.plate.check;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.Samples;
import org.cleanplate.plate.FixedPlate;
import org.cleanplate.plate.SampleRange;
import org.cleanplate.plate.align.AlignedPlate;
import org.cleanplate.plate.align.Motion;
import org.cleanplate.plate.match.MatchMode;
import org.cleanplate.plate.match.MatchedPlate;

/** Compares a plate with a frame: as it is, and moved and lit as it would have to be. */
public final class PlateInspector {
  /** A difference, of white, that is no noise. */
  private static final double DIFFERENT = 0.08;

  /** Pixels looked at along each side of the frame, about. */
  private static final int LOOKED_AT_ALONG = 300;

  private PlateInspector() {}

  /**
   * Looks at one frame.
   *
   * @param plate of the frame's format
   */
  public static PlateCheck inspect(Frame frame, Frame plate) throws IOException {
    AlignedPlate aligned =
        new AlignedPlate(FixedPlate.fromSource(plate, "checked"), Motion.HOMOGRAPHY);
    MatchedPlate matched = new MatchedPlate(aligned, MatchMode.GAIN);
    Frame best = matched.plateFor(frame);
    Map<String, Double> figures = matched.figures();
    Optional<String> misaligned = aligned.summary().fallback();
    boolean moved = aligned.summary().anyMoved();
    return new PlateCheck(
        frame.index(),
        moved ? figures.get("Plate shift") : 0,
        misaligned,
        figures.get("Plate gain"),
        differing(frame, plate),
        differing(frame, best));
  }

  private static double differing(Frame frame, Frame plate) {
    Samples a = Samples.of(frame);
    Samples b = Samples.of(plate);
    double different = DIFFERENT * SampleRange.of(plate).range();
    int width = frame.format().width();
    int height = frame.format().height();
    int step = Math.max(1, Math.min(width, height) / LOOKED_AT_ALONG);
    int count = 0;
    int found = 0;
    for (int y = step / 2; y < height; y += step) {
      for (int x = step / 2; x < width; x += step) {
        double largest = 0;
        for (int channel = 0; channel < a.channels(); channel++) {
          int pixel = y * width + x;
          largest = Math.max(largest, Math.abs(a.get(pixel, channel) - b.get(pixel, channel)));
        }
        count++;
        found += largest > different ? 1 : 0;
      }
    }
    return (double) found / count;
  }
}
