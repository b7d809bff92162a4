package org.cleanplate.imagej.run;

import ij.ImagePlus;
import java.util.List;
import org.cleanplate.engine.MattingOptions.Levels;
import org.cleanplate.imagej.image.ChannelLevels;
import org.cleanplate.imagej.image.StackFrameSource;
import org.cleanplate.imagej.image.StackSeries;
import org.cleanplate.imagej.parameters.AxesChoice;
import org.cleanplate.imagej.parameters.LevelsChoice;
import org.cleanplate.imagej.result.FramePlace;

/**
 * A series of an image with its levels.
 *
 * @param levels of its planes
 */
record SeriesInput(StackSeries series, ChannelLevels levels) {

  /** All series of an image. */
  static List<SeriesInput> of(ImagePlus image, AxesChoice axes, LevelsChoice levels) {
    return StackSeries.of(image, axes).stream()
        .map(series -> new SeriesInput(series, StackLevels.of(series, levels)))
        .toList();
  }

  /** Every plane in stack order, whatever the axes are. */
  static SeriesInput whole(ImagePlus image) {
    return new SeriesInput(StackSeries.whole(image), new ChannelLevels(List.of(Levels.FULL_RANGE)));
  }

  ImagePlus image() {
    return series.image();
  }

  StackFrameSource open() {
    return new StackFrameSource(series, levels);
  }

  /** Whether the slice that the image shows belongs to this series. */
  boolean isShown() {
    int[] shown = shownPosition();
    return series.contains(shown[0], shown[1], shown[2]);
  }

  /** The frame, from 0, that the image shows. */
  long shownFrame() {
    int[] shown = shownPosition();
    return series.frameAt(shown[1], shown[2]).orElseThrow();
  }

  /** Channel, slice and time point; ImageJ's own getters lag behind without a window. */
  private int[] shownPosition() {
    return image().convertIndexToPosition(image().getCurrentSlice());
  }

  SeriesView view() {
    return new SeriesView(this::place, levels.forNetwork(), series.suffix());
  }

  private FramePlace place(long frame) {
    int index = (int) frame;
    int channel = series.isColour() ? 0 : series.channel(0);
    return new FramePlace(channel, series.slice(index), series.timePoint(index), index + 1);
  }
}
