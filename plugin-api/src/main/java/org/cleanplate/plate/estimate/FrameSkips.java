package org.cleanplate.plate.estimate;

import java.io.IOException;
import org.cleanplate.frame.FrameSource;
import org.cleanplate.progress.Cancellation;

/** Passes over frames so that cancelling is heard in between. */
public final class FrameSkips {
  /** Few enough for a video to pass over within a part of a second. */
  private static final long AT_A_TIME = 32;

  private FrameSkips() {}

  /** Passes over {@code count} frames, or to the end. */
  public static void skip(FrameSource source, long count, Cancellation cancellation)
      throws IOException {
    for (long left = count; left > 0; left -= AT_A_TIME) {
      cancellation.check();
      source.skip(Math.min(left, AT_A_TIME));
    }
  }
}
