package org.cleanplate.testing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cleanplate.frame.Frame;
import org.cleanplate.video.DecodeOptions;
import org.cleanplate.video.VideoFrameSource;

/** All frames of a video, read from its start to its end. */
public final class VideoFrames {
  private VideoFrames() {}

  public static List<Frame> read(Path video) throws IOException {
    return read(video, DecodeOptions.AS_IS);
  }

  public static List<Frame> read(Path video, DecodeOptions options) throws IOException {
    List<Frame> frames = new ArrayList<>();
    try (VideoFrameSource source = VideoFrameSource.open(video, options)) {
      Frame frame = Frame.allocate(source.format());
      while (source.read(frame)) {
        frames.add(frame);
        frame = Frame.allocate(source.format());
      }
    }
    return frames;
  }
}
