package org.cleanplate.video;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_CORRUPT;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_DISCARD;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.cleanplate.MattingException;
import org.cleanplate.progress.Cancellation;
import org.cleanplate.progress.Progress;
import org.cleanplate.progress.ProgressListener;

/**
 * When each frame of a video is shown and where decoding has to start for it, found in one pass
 * over the packets, of which none is decoded. Immutable.
 *
 * <p>Frames are numbered from 0 in the order of their times, which is the order they are decoded in
 * by {@link VideoFrameSource}; both begin with the first frame that can be decoded. A packet that
 * turns out damaged has a number here all the same. Takes 8 bytes a frame.
 */
public final class VideoIndex {
  /** More than any codec reorders. What lies further off is a clock that was set back. */
  private static final int MOST_REORDERED = 64;

  /** A week at 100 frames a second; 480 MB. */
  private static final int MOST_FRAMES = 60_000_000;

  private static final int NOT_DECODED = AV_PKT_FLAG_DISCARD | AV_PKT_FLAG_CORRUPT;

  private static final int PACKETS_A_REPORT = 1000;

  private final long[] showTicks;
  private final long[] timeMicros;
  private final List<KeyPacket> keys;
  private final double framesPerSecond;

  private VideoIndex(
      long[] showTicks, long[] timeMicros, List<KeyPacket> keys, double framesPerSecond) {
    this.showTicks = showTicks;
    this.timeMicros = timeMicros;
    this.keys = keys;
    this.framesPerSecond = framesPerSecond;
  }

  /**
   * A packet that decoding can start with.
   *
   * @param decodeTicks its place in the order of decoding, in the stream's unit of time
   * @param showTicks when its picture is shown
   */
  record KeyPacket(long decodeTicks, long showTicks) {}

  /**
   * Reads the whole file once.
   *
   * @throws MattingException if it is missing, no video or has no frame that can be decoded
   * @throws java.util.concurrent.CancellationException if cancelled on the way
   */
  public static VideoIndex of(Path file, ProgressListener progress, Cancellation cancellation)
      throws IOException {
    try (VideoDecoder decoder = VideoDecoder.openForPackets(file)) {
      return new Pass(decoder, progress, cancellation).run(firstShown(file));
    }
  }

  /** How many frames there are: exact for a file that is not damaged. */
  public int frameCount() {
    return timeMicros.length;
  }

  /** When a frame is shown, in microseconds from the first frame. */
  public long timeMicros(int frame) {
    return timeMicros[frame];
  }

  /** Frames a second on average, else 0. */
  public double framesPerSecond() {
    return framesPerSecond;
  }

  /** The number of the first frame that is shown at that time or later; the count if none is. */
  public int firstAtOrAfter(long micros) {
    return firstAtOrAfter(timeMicros, micros);
  }

  private static int firstAtOrAfter(long[] times, long time) {
    int found = Arrays.binarySearch(times, time);
    int frame = found < 0 ? -found - 1 : found;
    while (frame > 0 && times[frame - 1] >= time) {
      frame--;
    }
    return frame;
  }

  /** Whether frames can be told apart by their time; else they can only be counted. */
  boolean timed() {
    return showTicks.length > 0;
  }

  long showTicks(int frame) {
    return showTicks[frame];
  }

  /** The first frame that is shown at that tick. */
  int firstAt(long ticks) {
    return firstAtOrAfter(showTicks, ticks);
  }

  /** How many of the places that decoding can start from are not after that frame. */
  int keysUpTo(int frame) {
    int low = 0;
    int high = keys.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (keys.get(middle).showTicks() <= showTicks[frame]) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The frame that decoding starts with for this one. */
  int startOf(int frame) {
    int keys = timed() ? keysUpTo(frame) : 0;
    return keys > 0 ? firstAt(key(keys - 1).showTicks()) : 0;
  }

  KeyPacket key(int number) {
    return keys.get(number);
  }

  /**
   * When the first picture that comes out of the decoder is shown. A stream may begin with packets
   * that need others before them.
   */
  private static OptionalLong firstShown(Path file) throws IOException {
    try (VideoDecoder decoder = VideoDecoder.openForPackets(file)) {
      AVFrame first = decoder.next();
      if (first == null) {
        throw new MattingException(file.getFileName() + " has no frame that can be decoded");
      }
      return VideoDecoder.ticks(first);
    }
  }

  /** The pass over the packets. */
  private static final class Pass {
    private final VideoDecoder decoder;
    private final ProgressListener progress;
    private final Cancellation cancellation;
    private final long startNanos = System.nanoTime();
    private final List<KeyPacket> keys = new ArrayList<>();
    private long[] shown = new long[PACKETS_A_REPORT];
    private int count;
    private boolean timed = true;

    Pass(VideoDecoder decoder, ProgressListener progress, Cancellation cancellation) {
      this.decoder = decoder;
      this.progress = progress;
      this.cancellation = cancellation;
    }

    VideoIndex run(OptionalLong firstShown) {
      for (AVPacket packet = decoder.nextPacket(); packet != null; packet = decoder.nextPacket()) {
        if ((packet.flags() & NOT_DECODED) == 0) {
          add(packet);
        }
      }
      double rate = decoder.framesPerSecond();
      long[] ticks = Arrays.copyOf(shown, count);
      if (!timed || firstShown.isEmpty() || !sort(ticks)) {
        return new VideoIndex(new long[0], evenly(rate), List.of(), rate);
      }
      long[] kept = Arrays.stream(ticks).filter(t -> t >= firstShown.getAsLong()).toArray();
      long origin = decoder.ticksToMicros(kept[0]);
      long[] micros = Arrays.stream(kept).map(t -> decoder.ticksToMicros(t) - origin).toArray();
      return new VideoIndex(kept, micros, List.copyOf(keys), rate);
    }

    private void add(AVPacket packet) {
      if (count == MOST_FRAMES) {
        throw new MattingException(
            "The video has over " + MOST_FRAMES + " frames: split it into parts first");
      }
      if (count == shown.length) {
        shown = Arrays.copyOf(shown, 2 * count);
      }
      timed &= packet.pts() != AV_NOPTS_VALUE && packet.dts() != AV_NOPTS_VALUE;
      if (timed && (packet.flags() & AV_PKT_FLAG_KEY) != 0) {
        addKey(new KeyPacket(packet.dts(), packet.pts()));
      }
      shown[count++] = packet.pts();
      if (count % PACKETS_A_REPORT == 0) {
        report();
      }
    }

    /** Keys are looked up by their time, so one that is shown before its predecessor is none. */
    private void addKey(KeyPacket key) {
      if (keys.isEmpty() || key.showTicks() > keys.get(keys.size() - 1).showTicks()) {
        keys.add(key);
      }
    }

    private void report() {
      cancellation.check();
      Duration elapsed = Duration.ofNanos(System.nanoTime() - startNanos);
      progress.progress(new Progress("Indexing", count, decoder.frameCountEstimate(), elapsed));
    }

    /**
     * Brings the times from the order of decoding into the order of showing.
     *
     * @return false if they are further off than a codec reorders
     */
    private static boolean sort(long[] ticks) {
      for (int i = 1; i < ticks.length; i++) {
        long moved = ticks[i];
        int place = i;
        while (place > 0 && ticks[place - 1] > moved) {
          if (i - place == MOST_REORDERED) {
            return false;
          }
          ticks[place] = ticks[place - 1];
          place--;
        }
        ticks[place] = moved;
      }
      return true;
    }

    private long[] evenly(double rate) {
      double micros = 1e6 / (rate > 0 ? rate : VideoTimeline.DEFAULT_FRAMES_PER_SECOND);
      long[] times = new long[count];
      Arrays.setAll(times, frame -> Math.round(frame * micros));
      return times;
    }
  }
}
