package org.cleanplate.contrast;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameSource;
import org.cleanplate.frame.Samples;
import org.cleanplate.plate.estimate.FrameSkips;
import org.cleanplate.progress.Cancellation;

/**
 * Counts which part of the range from black to white pictures use. A stray sample in ten thousand
 * does not count.
 */
public final class UsedRange {
  /** Pictures that use more of the range, in any channel, are left as they are. */
  private static final double LARGEST_SHARE = 1.0 / 3;

  /** As much is left on each side, of what is used, for frames that were not looked at. */
  private static final double MARGIN = 0.1;

  /** A narrower part is not stretched further: it would be noise only. */
  private static final double NARROWEST = 0.1;

  private static final double STRAY_SHARE = 1e-4;

  private static final int BINS = 1024;

  /** Frames that are looked at, spread evenly. */
  private static final int FRAMES = 9;

  /** Samples of a picture that are looked at, about, in a channel. */
  private static final int LOOKED_AT = 200_000;

  private final List<long[]> counts = new ArrayList<>();

  /**
   * What frames of little contrast are to be stretched by.
   *
   * @param source the frames, from the first on; not read if the plate alone uses much of the range
   * @param plate their clean plate, of the same layout
   * @return empty if they use enough of the range
   */
  public static Optional<Stretch> of(FrameSource source, Frame plate, Cancellation cancellation)
      throws IOException {
    UsedRange used = new UsedRange();
    used.add(plate);
    if (used.stretch().isEmpty()) {
      return Optional.empty();
    }
    long distance = Math.max(1, source.frameCountEstimate().orElse(FRAMES) / FRAMES);
    Frame frame = Frame.allocate(source.format());
    for (int read = 0; read < FRAMES && source.read(frame); read++) {
      used.add(frame);
      FrameSkips.skip(source, distance - 1, cancellation);
    }
    return used.stretch();
  }

  private void add(Frame picture) {
    Samples samples = Samples.of(picture);
    int pixels = picture.format().width() * picture.format().height();
    int step = Math.max(1, pixels / LOOKED_AT);
    for (int c = 0; c < samples.channels(); c++) {
      if (counts.size() == c) {
        counts.add(new long[BINS]);
      }
      long[] bins = counts.get(c);
      for (int i = 0; i < pixels; i += step) {
        float share = samples.get(i, c) / samples.fullScale();
        bins[Math.round(Math.max(0, Math.min(1, share)) * (BINS - 1))]++;
      }
    }
  }

  private Optional<Stretch> stretch() {
    List<Stretch.Part> parts = new ArrayList<>();
    for (long[] bins : counts) {
      double black = quantile(bins, STRAY_SHARE);
      double white = quantile(bins, 1 - STRAY_SHARE);
      if (white - black > LARGEST_SHARE) {
        return Optional.empty();
      }
      parts.add(part(black, white));
    }
    return Optional.of(new Stretch(parts));
  }

  private static Stretch.Part part(double black, double white) {
    double half = Math.max(NARROWEST, (1 + 2 * MARGIN) * (white - black)) / 2;
    double middle = (black + white) / 2;
    return new Stretch.Part((float) Math.max(0, middle - half), (float) Math.min(1, middle + half));
  }

  private static double quantile(long[] bins, double share) {
    long total = 0;
    for (long count : bins) {
      total += count;
    }
    long below = 0;
    int bin = 0;
    while (bin < BINS - 1 && below + bins[bin] <= share * total) {
      below += bins[bin++];
    }
    return bin / (BINS - 1.0);
  }
}
