package org.cleanplate.video;

import java.util.stream.IntStream;
import org.cleanplate.frame.FrameFormat;

/**
 * The frames of a video that lie so far behind the key frame before them that a jump there, which
 * decodes all between, takes longer than one likes to wait.
 *
 * @param index of the video
 * @param format of its frames
 * @param reach how many frames a jump may decode
 */
public record FarFrames(VideoIndex index, FrameFormat format, int reach) {
  /** What two processor cores decode of H.264 in about a quarter of a second: 60 frames of HD. */
  private static final long PIXELS_A_JUMP = 125_000_000;

  /** Chroma is mostly stored at a quarter of its size, and the rest packed. */
  private static final int BYTES_FOR_ONE_OF_A_COPY = 4;

  /** Those that two processor cores do not reach in about a quarter of a second. */
  public static FarFrames of(VideoIndex index, FrameFormat format) {
    long pixels = (long) format.width() * format.height();
    return new FarFrames(index, format, (int) Math.max(1, PIXELS_A_JUMP / pixels));
  }

  /** Whether a frame is one of them. */
  public boolean contains(int frame) {
    return distance(frame) >= reach;
  }

  /** How many there are. */
  public int count() {
    return (int) IntStream.range(0, index.frameCount()).filter(this::contains).count();
  }

  /** How many frames the longest jump decodes. */
  public int longestJump() {
    return 1 + IntStream.range(0, index.frameCount()).map(this::distance).max().orElse(0);
  }

  /** What lossless copies of them take on a disk, rather more than less. */
  public long estimateBytes() {
    return count() * (format.byteCount() / BYTES_FOR_ONE_OF_A_COPY);
  }

  private int distance(int frame) {
    return frame - index.startOf(frame);
  }
}
