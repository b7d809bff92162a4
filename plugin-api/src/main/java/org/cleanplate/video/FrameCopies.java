package org.cleanplate.video;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;
import org.cleanplate.frame.Frame;
import org.cleanplate.progress.Cancellation;
import org.cleanplate.progress.Progress;
import org.cleanplate.progress.ProgressListener;

/**
 * Lossless copies of a video's {@link FarFrames} in the temporary folder, so that a jump to any of
 * its frames is quick although its key frames are rare. Used by one thread at a time.
 */
public final class FrameCopies implements AutoCloseable {
  private final PictureStore store;
  private final FramePixels pixels;

  private FrameCopies(PictureStore store, FramePixels pixels) {
    this.store = store;
    this.pixels = pixels;
  }

  /**
   * Decodes the video once and copies those frames.
   *
   * @param file a video that has such frames
   * @param options those that it will be read with
   * @param mostBytes after so many on the disk the remaining frames are left without copies
   * @throws IOException if the video cannot be read, its pixels cannot be kept, or the disk is full
   * @throws java.util.concurrent.CancellationException if cancelled on the way; nothing is left
   */
  public static FrameCopies make(
      Path file,
      FarFrames far,
      DecodeOptions options,
      long mostBytes,
      ProgressListener progress,
      Cancellation cancellation)
      throws IOException {
    try (VideoFrameSource source = VideoFrameSource.open(file, options)) {
      PictureStore store = PictureStore.create(source.pending());
      FrameCopies copies = new FrameCopies(store, new FramePixels(source.pending()));
      try {
        copies.fill(source, far, mostBytes, new Watch(progress, cancellation, far.count()));
        return copies;
      } catch (IOException | RuntimeException e) {
        copies.close();
        throw e;
      }
    }
  }

  private void fill(VideoFrameSource source, FarFrames far, long mostBytes, Watch watch)
      throws IOException {
    int frames = far.index().frameCount();
    for (int frame = 0; frame < frames && store.bytes() < mostBytes; frame++) {
      if (far.contains(frame)) {
        source.seek(far.index(), frame);
        store.add(frame, source.pending());
        watch.copied();
      }
    }
  }

  /** What the copies take on the disk. */
  public long bytes() {
    return store.bytes();
  }

  /** Whether there is a copy of a frame, and they were not closed. */
  boolean hold(int frame) {
    return store.holds(frame);
  }

  /** Fills a frame of the video's format with the pixels of one that they {@link #hold}. */
  void read(int frame, Frame target) throws IOException {
    pixels.copy(store.read(frame), target);
  }

  /** Frees all native memory and the disk; may be called twice. */
  @Override
  public void close() throws IOException {
    pixels.close();
    store.close();
  }

  /** Tells how far it is, and stops when that is wanted. */
  private static final class Watch {
    private final ProgressListener listener;
    private final Cancellation cancellation;
    private final long expected;
    private final long startNanos = System.nanoTime();
    private long done;

    Watch(ProgressListener listener, Cancellation cancellation, long expected) {
      this.listener = listener;
      this.cancellation = cancellation;
      this.expected = expected;
    }

    void copied() {
      done++;
      cancellation.check();
      Duration elapsed = Duration.ofNanos(System.nanoTime() - startNanos);
      listener.progress(
          new Progress("Copying far frames", done, OptionalLong.of(expected), elapsed));
    }
  }
}
