package org.cleanplate.evaluation;

import java.nio.file.Path;
import org.cleanplate.video.VideoIndex;

/** Where a picture of a data set lies. */
sealed interface SetPicture {

  Path file();

  /** A file of its own. */
  record Still(Path file) implements SetPicture {}

  /**
   * One of a video.
   *
   * @param frame from 0
   */
  record VideoFrame(Path file, VideoIndex index, int frame) implements SetPicture {}
}
