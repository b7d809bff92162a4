package org.cleanplate.training.data.folder;

import java.io.IOException;
import java.nio.file.Path;
import org.cleanplate.frame.Frame;
import org.cleanplate.training.data.image.FloatImage;
import org.cleanplate.video.VideoFrameSource;

/**
 * Frames of a video, spread evenly over its length. Its decoder is open from the first item that is
 * read to the last; an item before the one that was read last makes it start anew.
 */
final class VideoFile implements Media {
  private static final int MOST_ITEMS = 32;

  private final Path file;
  private final long frames;
  private VideoFrameSource source;
  private Frame frame;
  private long position;

  private VideoFile(Path file, long frames) {
    this.file = file;
    this.frames = frames;
  }

  /** Looks how long a video is. */
  static VideoFile open(Path file) throws IOException {
    try (VideoFrameSource source = VideoFrameSource.open(file)) {
      long estimate = source.frameCountEstimate().orElse(0);
      return new VideoFile(file, estimate > 0 ? estimate : count(source));
    }
  }

  private static long count(VideoFrameSource source) throws IOException {
    Frame frame = Frame.allocate(source.format());
    long count = 0;
    while (source.read(frame)) {
      count++;
    }
    return count;
  }

  @Override
  public Path file() {
    return file;
  }

  @Override
  public int items() {
    return (int) Math.min(MOST_ITEMS, frames);
  }

  /** Where the estimate of its length was too long, the last frame stands for those missing. */
  @Override
  public synchronized FloatImage read(int item, int leastSide) throws IOException {
    long wanted = item * frames / items();
    if (source == null || position > wanted) {
      close();
      source = VideoFrameSource.open(file);
      frame = Frame.allocate(source.format());
      position = 0;
      source.read(frame);
    }
    source.skip(wanted - position - 1);
    if (wanted > position) {
      source.read(frame);
    }
    position = wanted;
    FloatImage image = FramePixels.toFloats(frame, leastSide);
    if (item == items() - 1) {
      close();
    }
    return image;
  }

  @Override
  public synchronized void close() {
    if (source != null) {
      source.close();
      source = null;
      frame = null;
    }
  }
}
