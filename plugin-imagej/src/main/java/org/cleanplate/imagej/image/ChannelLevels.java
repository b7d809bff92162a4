package org.cleanplate.imagej.image;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cleanplate.engine.MattingOptions.Levels;

/**
 * Black and white of the planes of one picture, in raw pixel values. Pictures of one plane are
 * handed to the network as they are, with their levels. Deep colours have levels of their own each,
 * so they are handed over as fractions of black..white.
 *
 * @param planes one for each plane; {@link Levels#FULL_RANGE} for bytes
 */
public record ChannelLevels(List<Levels> planes) {
  public ChannelLevels {
    planes = List.copyOf(planes);
  }

  /** What the network is told. */
  public Levels forNetwork() {
    return planes.size() == 1 ? planes.get(0) : Levels.FULL_RANGE;
  }

  float toUnit(int plane, float value) {
    Levels levels = planes.get(plane);
    return (float) ((value - levels.black()) / (levels.white() - levels.black()));
  }

  float fromUnit(int plane, float unit) {
    Levels levels = planes.get(plane);
    return (float) (levels.black() + unit * (levels.white() - levels.black()));
  }

  /** For people: {@code 100.0..4000.0}, or one for each channel; empty for bytes. */
  public String describe() {
    if (planes.get(0).equals(Levels.FULL_RANGE)) {
      return "";
    }
    return planes.size() == 1
        ? text(planes.get(0))
        : IntStream.range(0, planes.size())
            .mapToObj(i -> "c" + (i + 1) + " " + text(planes.get(i)))
            .collect(Collectors.joining(", "));
  }

  private static String text(Levels levels) {
    return levels.black() + ".." + levels.white();
  }
}
