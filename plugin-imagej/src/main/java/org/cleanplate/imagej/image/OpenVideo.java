package org.cleanplate.imagej.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.cleanplate.frame.Frame;
import org.cleanplate.video.DecodeOptions;
import org.cleanplate.video.FrameCopies;
import org.cleanplate.video.IndexedVideo;
import org.cleanplate.video.VideoIndex;

/**
 * A video that is opened when it is needed, as often as it is closed. Copies of its frames are gone
 * once it was closed; jumps are slow then. Thread-safe.
 */
final class OpenVideo {
  private final Path file;
  private final VideoIndex index;
  private final DecodeOptions options;
  private final Optional<FrameCopies> copies;
  private Optional<IndexedVideo> open = Optional.empty();

  /**
   * @param copies closed with this
   */
  OpenVideo(Path file, VideoIndex index, DecodeOptions options, Optional<FrameCopies> copies) {
    this.file = file;
    this.index = index;
    this.options = options;
    this.copies = copies;
  }

  /** The video itself, owned by this and used by no other thread meanwhile. */
  synchronized IndexedVideo get() throws IOException {
    if (open.isEmpty()) {
      open = Optional.of(IndexedVideo.open(file, index, options, copies));
    }
    return open.get();
  }

  /**
   * Decodes a frame and turns it into something that outlives it.
   *
   * @throws UncheckedIOException if the frame cannot be decoded
   */
  synchronized <T> T read(int frame, Function<Frame, T> copy) {
    try {
      return copy.apply(get().read(frame));
    } catch (IOException e) {
      throw new UncheckedIOException("Frame " + (frame + 1) + " of " + file + " cannot be read", e);
    }
  }

  /** Frees the native memory until the video is needed again, and the disk. */
  synchronized void close() {
    open.ifPresent(IndexedVideo::close);
    open = Optional.empty();
    try {
      if (copies.isPresent()) {
        copies.get().close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Temporary copies of " + file + " cannot be deleted", e);
    }
  }
}
