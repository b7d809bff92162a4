package org.cleanplate.imagej.result;

import ij.ImagePlus;
import java.util.Objects;
import java.util.stream.IntStream;
import org.cleanplate.imagej.image.StackSeries;

/**
 * Where the planes of a result lie: as in the source, but for channels that were seen as one
 * picture, of which a result may have one plane.
 *
 * @param source the image that is matted
 * @param channels of the result
 */
record ResultShape(ImagePlus source, int channels) {

  /**
   * The shape for planes of a series.
   *
   * @param planes of each picture of the series
   */
  static ResultShape of(StackSeries series, int planes) {
    int channels = series.isColour() ? planes : series.image().getNChannels();
    return new ResultShape(series.image(), channels);
  }

  int slices() {
    return source.getNSlices();
  }

  int frames() {
    return source.getNFrames();
  }

  /** Planes of the whole result. */
  int count() {
    return channels * slices() * frames();
  }

  /** The place in the result's stack, from 1, of a plane of a picture. */
  int index(StackSeries series, int frame, int plane) {
    int channel = channels == 1 ? 1 : series.channel(plane);
    int before = (series.timePoint(frame) - 1) * slices() + series.slice(frame) - 1;
    return before * channels + channel;
  }

  /** The source's label for a plane of the result; may be null, as ImageJ has it. */
  String label(int index) {
    int channel = (index - 1) % channels + 1;
    int position = (index - 1) / channels;
    int slice = position % slices() + 1;
    int frame = position / slices() + 1;
    return source.getStack().getSliceLabel(source.getStackIndex(channel, slice, frame));
  }

  /** Characters of all labels together. */
  long labelCharacters() {
    return IntStream.rangeClosed(1, count())
        .mapToObj(this::label)
        .filter(Objects::nonNull)
        .mapToLong(String::length)
        .sum();
  }
}
