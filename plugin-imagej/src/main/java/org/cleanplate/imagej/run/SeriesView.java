package org.cleanplate.imagej.run;

import java.util.function.LongFunction;
import org.cleanplate.engine.MattingOptions.Levels;
import org.cleanplate.imagej.result.FramePlace;

/**
 * What tables and regions have to know of a series.
 *
 * @param places where a frame of that index, from 0, is in the source
 * @param levels black and white, as the network was told
 * @param suffix what tells the series from others
 */
record SeriesView(LongFunction<FramePlace> places, Levels levels, String suffix) {

  /** The only series of a video. */
  static SeriesView ofVideo() {
    return new SeriesView(
        frame -> new FramePlace(1, 1, (int) frame + 1, (int) frame + 1), Levels.FULL_RANGE, "");
  }
}
