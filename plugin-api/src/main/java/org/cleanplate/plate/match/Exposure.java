package org.cleanplate.plate.match;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.frame.Samples;
import org.cleanplate.plate.SampleRange;

/**
 * The light of a frame against that of the plate.
 *
 * @param tones one a channel: grey, or red, green and blue
 * @param scale the samples as shares of white
 */
record Exposure(List<Tone> tones, SampleRange scale) {
  private static final List<String> COLOURS = List.of("red", "green", "blue");

  /** Places and values at which two exposures are compared. */
  private static final double[] PLACES = {-0.8, 0, 0.8};

  private static final double[] VALUES = {0.2, 0.5, 0.8};

  Exposure {
    tones = List.copyOf(tones);
  }

  /** That of the plate itself. */
  static Exposure unchanged(int channels, SampleRange scale) {
    return new Exposure(IntStream.range(0, channels).mapToObj(c -> Tone.IDENTITY).toList(), scale);
  }

  /** By how much of white the two differ at most, wherever and whatever the value. */
  double largestDifference(Exposure other) {
    double largest = 0;
    for (int c = 0; c < tones.size(); c++) {
      for (int i = 0; i < PLACES.length * PLACES.length; i++) {
        double x = PLACES[i % PLACES.length];
        double y = PLACES[i / PLACES.length];
        for (double value : VALUES) {
          double here = tones.get(c).apply(value, x, y);
          largest = Math.max(largest, Math.abs(here - other.tones.get(c).apply(value, x, y)));
        }
      }
    }
    return largest;
  }

  /**
   * Fills {@code target} with the plate in this light, held within what its samples can be.
   *
   * @param target of the plate's format
   */
  void apply(Frame plate, Frame target) {
    target.stamp(plate);
    if (LevelTables.fit(plate, tones)) {
      new LevelTables(tones, scale).apply(plate, target);
    } else {
      applyToSamples(plate, target);
    }
  }

  private void applyToSamples(Frame plate, Frame target) {
    FrameFormat format = plate.format();
    target.pixels().put(plate.pixels());
    Samples from = Samples.of(plate);
    Samples to = Samples.of(target);
    for (int channel = 0; channel < tones.size(); channel++) {
      Tone tone = tones.get(channel);
      for (int row = 0; row < format.height(); row++) {
        double y = place(row, format.height());
        for (int column = 0; column < format.width(); column++) {
          int pixel = row * format.width() + column;
          double gain = tone.gainAt(place(column, format.width()), y);
          double value = scale.share(from.get(pixel, channel)) * gain + tone.offset();
          to.set(pixel, channel, (float) scale.sample(value));
        }
      }
    }
  }

  /** A column or row as a number from -1 to 1. */
  static double place(double index, int count) {
    return count == 1 ? 0 : 2 * index / (count - 1) - 1;
  }

  /** The mean gain over the picture's places, of all channels. */
  double meanGain() {
    return tones.stream().mapToDouble(Exposure::meanGain).average().orElse(1);
  }

  private static double meanGain(Tone tone) {
    double sum = 0;
    for (double x : PLACES) {
      for (double y : PLACES) {
        sum += tone.gainAt(x, y);
      }
    }
    return sum / (PLACES.length * PLACES.length);
  }

  /** For people: {@code red x0.97 +0.3 %, green x0.99 +0.0 %, blue x1.02 -0.1 %}. */
  String describe() {
    return IntStream.range(0, tones.size())
        .mapToObj(this::describe)
        .collect(Collectors.joining(", "));
  }

  private String describe(int channel) {
    Tone tone = tones.get(channel);
    return String.format(
        Locale.ROOT,
        "%s x%.3f %+.1f %%",
        tones.size() == 1 ? "grey" : COLOURS.get(channel),
        meanGain(tone),
        100 * tone.offset());
  }
}
