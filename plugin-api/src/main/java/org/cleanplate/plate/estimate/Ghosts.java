package org.cleanplate.plate.estimate;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.Samples;
import org.cleanplate.plate.SampleRange;

/**
 * Finds the places where a plate holds a subject that rested, and the frames that show it. A place
 * that showed two things does not tell by itself which one is the background; but a subject has an
 * outline. So a place counts if the plate changes more across its border than it would with the
 * other thing in it.
 */
final class Ghosts {
  /** Smaller ones are specks of dust and flicker along edges. */
  private static final double SMALLEST_SHARE = 1e-4;

  private static final int SMALLEST_PIXELS = 20;

  /** A pixel shows something else than the plate if it differs by that share of white. */
  private static final double DIFFERENT = 0.08;

  /** Fewer frames than that are no evidence. */
  private static final int FEWEST_FRAMES = 2;

  private final Frame plate;
  private final List<Frame> samples;
  private final double different;

  private Ghosts(Frame plate, List<Frame> samples) {
    this.plate = plate;
    this.samples = samples;
    this.different = DIFFERENT * SampleRange.of(plate).range();
  }

  /**
   * The places, the largest first.
   *
   * @param samples the frames that the plate was made of
   */
  static List<Ghost> find(GhostMap map, Frame plate, List<Frame> samples) {
    Ghosts ghosts = new Ghosts(plate, samples);
    int smallest = (int) Math.max(SMALLEST_PIXELS, SMALLEST_SHARE * map.doubt().length);
    return new DoubtfulRegions(map)
        .find().stream()
            .filter(pixels -> pixels.length >= smallest)
            .flatMap(pixels -> ghosts.ghost(pixels).stream())
            .sorted(Comparator.comparingInt(Ghost::pixels).reversed())
            .toList();
  }

  /**
   * What to tell the user.
   *
   * @param share of the frame that is in doubt, 0..1
   * @param places at least one, the largest first
   */
  static String warning(double share, List<Ghost> places) {
    return String.format(
        Locale.ROOT,
        "Ghost warning: the background seems to hold a subject that rests. %.2f %% of the frame is"
            + " in doubt; %s: %s. See it with Estimate Background... ghosts; exclude it"
            + " (plate_exclude=), choose another plate_range= or quantile, or mend it with Repair"
            + " Background...",
        100 * share,
        places.size() == 1 ? "the place" : "the largest of " + places.size() + " places",
        places.get(0).describe());
  }

  private Optional<Ghost> ghost(int[] pixels) {
    List<Frame> others = samples.stream().filter(frame -> differs(frame, pixels)).toList();
    if (others.size() < FEWEST_FRAMES || !hasOutline(pixels, others)) {
      return Optional.empty();
    }
    int width = plate.format().width();
    int left = IntStream.of(pixels).map(i -> i % width).min().orElseThrow();
    int right = IntStream.of(pixels).map(i -> i % width).max().orElseThrow();
    int top = IntStream.of(pixels).min().orElseThrow() / width;
    int bottom = IntStream.of(pixels).max().orElseThrow() / width;
    return Optional.of(
        new Ghost(
            left,
            top,
            right - left + 1,
            bottom - top + 1,
            pixels.length,
            others.get(0).index(),
            others.get(others.size() - 1).index(),
            (double) others.size() / samples.size()));
  }

  /** Whether most of these pixels differ from the plate's. */
  private boolean differs(Frame frame, int[] pixels) {
    Samples a = Samples.of(frame);
    Samples b = Samples.of(plate);
    int count = 0;
    for (int pixel : pixels) {
      count += difference(a, pixel, b, pixel) > different ? 1 : 0;
    }
    return 2 * count > pixels.length;
  }

  /** Whether the plate's own contrast across the border is more than that of the other frames. */
  private boolean hasOutline(int[] pixels, List<Frame> others) {
    Samples own = Samples.of(plate);
    List<Samples> other = others.stream().map(Samples::of).toList();
    double ownContrast = 0;
    double otherContrast = 0;
    RegionBorder border = new RegionBorder(plate.format(), pixels);
    for (int[] pair : border.pairs()) {
      ownContrast += difference(own, pair[0], own, pair[1]);
      otherContrast +=
          other.stream().mapToDouble(o -> difference(o, pair[0], own, pair[1])).average().orElse(0);
    }
    return ownContrast > otherContrast;
  }

  /** Between two pixels: that of the most different channel. */
  private static double difference(Samples a, int pixelOfA, Samples b, int pixelOfB) {
    double largest = 0;
    for (int channel = 0; channel < a.channels(); channel++) {
      largest = Math.max(largest, Math.abs(a.get(pixelOfA, channel) - b.get(pixelOfB, channel)));
    }
    return largest;
  }
}
