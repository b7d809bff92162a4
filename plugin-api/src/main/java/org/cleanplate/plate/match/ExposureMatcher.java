package org.cleanplate.plate.match;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cleanplate.frame.Frame;
import org.cleanplate.plate.SampleRange;

/**
 * Compares the light of frames with that of a plate, on what both show: the background, so far as
 * one can tell. Believed only if enough of the picture agrees and no lamp would have to be switched
 * for it. Used by one thread at a time.
 */
final class ExposureMatcher {
  /** Less of the picture may agree by chance. */
  private static final double SMALLEST_SHARE = 0.15;

  private static final double LARGEST_GAIN = 2;
  private static final double LARGEST_OFFSET = 0.15;

  /** Small enough a grid to be quick, fine enough to see the scene's texture. */
  private static final int CELLS_ALONG = 200;

  private static final int FEWEST_CELLS = 50;

  private final MatchMode mode;
  private final SampleRange scale;
  private Frame plate;
  private CellMeans plateMeans;

  /**
   * @param plate any plate of the scene, to learn where white is
   */
  ExposureMatcher(Frame plate, MatchMode mode) {
    this.mode = mode;
    this.scale = SampleRange.of(plate);
  }

  Exposure unchanged(int channels) {
    return Exposure.unchanged(channels, scale);
  }

  /**
   * Finds the light of a frame.
   *
   * @param current the plate, lying as in the frame
   * @param changed whether its pixels may have changed since the last call
   */
  ExposureMatch match(Frame frame, Frame current, boolean changed) {
    if (changed || plate != current) {
      plate = current;
      plateMeans = CellMeans.of(current, scale, CELLS_ALONG);
    }
    CellMeans frameMeans = CellMeans.of(frame, scale, CELLS_ALONG);
    int[] known =
        IntStream.range(0, plateMeans.count())
            .filter(cell -> plateMeans.isKnown(cell) && frameMeans.isKnown(cell))
            .toArray();
    if (known.length < FEWEST_CELLS) {
      return left("hardly a place of it is neither black nor white", 0);
    }
    List<Tone> rough = new ExposureConsensus(frameMeans, plateMeans, known).find();
    List<Tone> tones = new ExposureFit(frameMeans, plateMeans, known, mode).refine(rough);
    double[] agreeing =
        Arrays.stream(Residuals.of(frameMeans, plateMeans, tones, known))
            .filter(residual -> residual < ExposureConsensus.AGREEING)
            .sorted()
            .toArray();
    double share = (double) agreeing.length / plateMeans.count();
    if (agreeing.length == 0 || share < SMALLEST_SHARE) {
      return left(
          String.format(Locale.ROOT, "only %.0f %% of the frame agrees on one", 100 * share),
          share);
    }
    Exposure exposure = new Exposure(tones, scale);
    if (!isPlausible(exposure)) {
      return left("it would have to be " + exposure.describe(), share);
    }
    return new ExposureMatch(exposure, share, agreeing[agreeing.length / 2], Optional.empty());
  }

  private static boolean isPlausible(Exposure exposure) {
    return exposure.tones().stream()
        .allMatch(
            tone ->
                Math.abs(tone.offset()) < LARGEST_OFFSET
                    && IntStream.range(0, 9)
                        .mapToDouble(i -> tone.gainAt(i % 3 - 1, i / 3 - 1))
                        .allMatch(gain -> gain < LARGEST_GAIN && gain > 1 / LARGEST_GAIN));
  }

  private ExposureMatch left(String reason, double share) {
    return new ExposureMatch(
        unchanged(plateMeans.channels().length), share, 0, Optional.of(reason));
  }
}
