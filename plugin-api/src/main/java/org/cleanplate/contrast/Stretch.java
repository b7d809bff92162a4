package org.cleanplate.contrast;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.Samples;

/**
 * One linear map a channel from the part of its range that pictures use to all of it. The same one
 * for every frame of a run and its plates, so that nothing flickers.
 *
 * @param channels grey, or red, green and blue
 */
public record Stretch(List<Part> channels) {
  private static final List<String> COLOURS = List.of("red", "green", "blue");

  /**
   * A part of a range, as shares of white.
   *
   * @param black what becomes 0
   * @param white what becomes 1, above {@code black}
   */
  public record Part(float black, float white) {
    public Part {
      if (!(white > black)) {
        throw new IllegalArgumentException("A part from " + black + " to " + white);
      }
    }

    float range() {
      return white - black;
    }

    /** What a share of white becomes, held within 0..1. */
    float stretched(float share) {
      return Math.max(0, Math.min(1, (share - black) / range()));
    }

    /** The inverse of {@link #stretched}. */
    float restored(float stretched) {
      return black + stretched * range();
    }

    /** By how much a share of white lies outside; 0 within. */
    float excess(float share) {
      return share - Math.max(black, Math.min(white, share));
    }
  }

  public Stretch {
    channels = List.copyOf(channels);
  }

  /** The part of a channel; a grey picture's colours share one. */
  Part part(int channel) {
    return channels.get(channels.size() == 1 ? 0 : channel);
  }

  /**
   * Fills {@code target} with the picture stretched.
   *
   * @param target of the picture's format
   */
  void apply(Frame picture, Frame target) {
    Samples from = Samples.of(picture);
    Samples to = Samples.of(target);
    float full = from.fullScale();
    int pixels = picture.format().width() * picture.format().height();
    for (int c = 0; c < from.channels(); c++) {
      Part part = part(c);
      for (int i = 0; i < pixels; i++) {
        to.set(i, c, part.stretched(from.get(i, c) / full) * full);
      }
    }
    target.stamp(picture);
  }

  /** For people, in per cent of white: {@code red 40..68 %, green 32..59 %, blue 6..32 %}. */
  public String describe() {
    return IntStream.range(0, channels.size())
        .mapToObj(c -> (channels.size() == 1 ? "" : COLOURS.get(c) + " ") + text(channels.get(c)))
        .collect(Collectors.joining(", "));
  }

  private static String text(Part part) {
    return String.format(Locale.ROOT, "%.1f..%.1f %%", 100 * part.black(), 100 * part.white());
  }
}
