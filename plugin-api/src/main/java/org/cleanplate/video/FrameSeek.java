package org.cleanplate.video;

import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import java.io.IOException;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * Finds single frames: goes to the key packet before the frame and decodes up to it. Frames are
 * recognised by their time, so it does not matter where a container lands on seeking or which
 * pictures a decoder leaves out after it. Used by one thread.
 */
final class FrameSeek {
  /** Pictures right after a key may need those before it, as in an open group of pictures. */
  private static final int KEYS_TRIED = 3;

  private final VideoDecoder decoder;
  private final VideoIndex index;

  /** The latest time before the wanted one of which a picture came out of the decoder. */
  private long nearestTicks;

  FrameSeek(VideoDecoder decoder, VideoIndex index) {
    this.decoder = decoder;
    this.index = index;
  }

  /**
   * Decodes a frame, or the nearest before it that can be decoded.
   *
   * @return the picture, valid until the decoder is used again
   * @throws IOException if there is none
   */
  AVFrame to(int frame) throws IOException {
    if (!index.timed()) {
      return fromStart(frame);
    }
    nearestTicks = Long.MIN_VALUE;
    int keys = index.keysUpTo(frame);
    for (int key = keys - 1; key >= Math.max(0, keys - KEYS_TRIED); key--) {
      AVFrame found = fromKey(index.key(key), frame);
      if (found != null) {
        return found;
      }
    }
    if (nearestTicks > Long.MIN_VALUE) {
      return to(index.firstAt(nearestTicks));
    }
    int tried = Math.max(0, keys - KEYS_TRIED);
    return tried > 0 ? to(index.firstAt(index.key(tried).showTicks()) - 1) : fromStart(frame);
  }

  private AVFrame fromKey(VideoIndex.KeyPacket key, int frame) throws IOException {
    if (!goTo(key)) {
      return null;
    }
    long wanted = index.showTicks(frame);
    decoder.decodeFromPacket(wanted, index.firstAt(key.showTicks()));
    AVFrame picture = decoder.next();
    while (picture != null && ticks(picture) < wanted) {
      nearestTicks = Math.max(nearestTicks, ticks(picture));
      picture = decoder.next();
    }
    return picture != null && ticks(picture) == wanted ? passTwins(picture, frame) : null;
  }

  /** Frames shown at the same time are told apart by their order. */
  private AVFrame passTwins(AVFrame first, int frame) throws IOException {
    AVFrame picture = first;
    for (int twins = frame - index.firstAt(index.showTicks(frame)); twins > 0; twins--) {
      picture = decoder.next();
    }
    return picture;
  }

  /**
   * Makes the key the decoder's latest packet. Containers seek by either clock and may land early,
   * so the packets up to the key are passed over; one that lands late is asked for earlier places.
   */
  private boolean goTo(VideoIndex.KeyPacket key) {
    long target = Math.min(key.decodeTicks(), key.showTicks());
    long start = index.key(0).decodeTicks();
    for (long back = 0; target - back >= start; back = back == 0 ? 1 : 8 * back) {
      if (decoder.seek(target - back) && readUpTo(key)) {
        return true;
      }
    }
    return decoder.rewind() && readUpTo(key);
  }

  private boolean readUpTo(VideoIndex.KeyPacket key) {
    for (AVPacket packet = decoder.nextPacket(); packet != null; packet = decoder.nextPacket()) {
      if (packet.pts() == key.showTicks() && packet.dts() == key.decodeTicks()) {
        return true;
      }
      if (packet.dts() != AV_NOPTS_VALUE && packet.dts() > key.decodeTicks()) {
        return false;
      }
    }
    return false;
  }

  private AVFrame fromStart(int frame) throws IOException {
    AVFrame picture = decoder.rewind() ? decoder.next() : null;
    for (int passed = 0; picture != null && passed < frame; passed++) {
      picture = decoder.next();
    }
    if (picture == null) {
      throw new IOException("Frame " + frame + " cannot be decoded: the video is damaged");
    }
    return picture;
  }

  private static long ticks(AVFrame picture) {
    return VideoDecoder.ticks(picture).orElse(Long.MAX_VALUE);
  }
}
