package org.cleanplate.video;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;

/**
 * The frames of a video in any order, each the very one that {@link VideoFrameSource} reads in
 * turn. Reading on decodes each frame once; going back one by one decodes a stretch of frames ahead
 * into a cache. A jump decodes all from the key frame before on, unless the frame is one of those
 * that there are {@link FrameCopies} of. Used by one thread at a time.
 */
public final class IndexedVideo implements AutoCloseable {
  private static final long CACHE_BYTES = 96L << 20;
  private static final int FEWEST_CACHED = 4;
  private static final int MOST_CACHED = 64;

  private final VideoFrameSource source;
  private final VideoIndex index;
  private final Optional<FrameCopies> copies;
  private final int capacity;

  /** By frame number, the one asked for least lately first. */
  private final Map<Integer, Frame> cache = new LinkedHashMap<>(16, 0.75f, true);

  private int lastAsked = -1;

  private IndexedVideo(VideoFrameSource source, VideoIndex index, Optional<FrameCopies> copies) {
    this.source = source;
    this.index = index;
    this.copies = copies;
    long affordable = CACHE_BYTES / source.format().byteCount();
    this.capacity = (int) Math.max(FEWEST_CACHED, Math.min(MOST_CACHED, affordable));
  }

  /**
   * Opens a video.
   *
   * @param index of this very file
   * @param copies of frames of this very file, read with these options; left open
   * @throws org.cleanplate.MattingException if it is missing, no video or has no frame
   */
  public static IndexedVideo open(
      Path file, VideoIndex index, DecodeOptions options, Optional<FrameCopies> copies)
      throws IOException {
    return new IndexedVideo(VideoFrameSource.open(file, options), index, copies);
  }

  /** Of all frames. */
  public FrameFormat format() {
    return source.format();
  }

  /** Whether the file stores no colour; its frames then have three equal ones. */
  public boolean isGray() {
    return source.isGray();
  }

  /** Which frames there are, and when they are shown. */
  public VideoIndex index() {
    return index;
  }

  /**
   * Reads a frame. One that is damaged is replaced by the nearest before it that is not.
   *
   * @param frame from 0, below {@link VideoIndex#frameCount}
   * @return the frame, not to be written to, valid until the next call
   * @throws IOException if it cannot be decoded
   */
  public Frame read(int frame) throws IOException {
    if (frame < 0 || frame >= index.frameCount()) {
      throw new IndexOutOfBoundsException(
          "Frame " + frame + " of a video of " + index.frameCount() + " frames");
    }
    boolean backward = frame == lastAsked - 1 && !hasCopy(frame);
    lastAsked = frame;
    Frame cached = cache.get(frame);
    if (cached != null) {
      return cached;
    }
    int first = backward ? Math.max(index.startOf(frame), frame - capacity + 2) : frame;
    for (int i = first; i < frame; i++) {
      decode(i);
    }
    return decode(frame);
  }

  private boolean hasCopy(int frame) {
    return copies.isPresent() && copies.get().hold(frame);
  }

  private Frame decode(int frame) throws IOException {
    Frame target = freeFrame();
    if (hasCopy(frame)) {
      copies.orElseThrow().read(frame, target);
    } else {
      source.seek(index, frame);
      source.read(target);
    }
    target.stamp(frame, index.timeMicros(frame));
    cache.put(frame, target);
    return target;
  }

  private Frame freeFrame() {
    if (cache.size() < capacity) {
      return Frame.allocate(source.format());
    }
    return cache.remove(cache.keySet().iterator().next());
  }

  @Override
  public void close() {
    cache.clear();
    source.close();
  }
}
