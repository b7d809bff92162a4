package org.cleanplate.live;

import java.util.concurrent.atomic.AtomicInteger;
import org.cleanplate.MattingException;

/**
 * The key that grabs the background: pressed, the next frames are averaged into a new one while the
 * subject is out of view. Thread-safe.
 */
public final class BackgroundGrab {
  /** Enough to halve the noise of a single frame three times. */
  public static final int DEFAULT_FRAMES = 64;

  private final int frames;
  private final AtomicInteger wanted = new AtomicInteger();

  /**
   * @param frames how many frames to average, at least 1
   */
  public BackgroundGrab(int frames) {
    if (frames < 1) {
      throw new MattingException("Frames to grab are " + frames + ", expected 1 or more");
    }
    this.frames = frames;
  }

  /** Grabs from the next frame on, anew if it is at it. */
  public void press() {
    wanted.set(frames);
  }

  /**
   * How many frames are still wanted at this moment; pressing starts from {@link #frames} again.
   */
  int wanted() {
    return wanted.get();
  }

  int frames() {
    return frames;
  }

  /** One was taken, unless the key was pressed meanwhile. */
  void taken(int before) {
    wanted.compareAndSet(before, before - 1);
  }
}
