package org.cleanplate.video;

import java.io.IOException;
import java.util.OptionalLong;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** Decoded pictures one after the other. */
interface Pictures {

  /**
   * The next picture.
   *
   * @return the picture, valid until the next call; null at the end
   */
  AVFrame next() throws IOException;

  /** When a picture is shown in microseconds on the file's own clock, if it says so. */
  OptionalLong timeMicros(AVFrame picture);
}
