package org.cleanplate.live;

import java.util.Locale;

/**
 * How a live run is going.
 *
 * @param frames frames matted so far
 * @param dropped frames that came while another was computed, and were left out
 * @param framesPerSecond mattes a second of late
 * @param latencyMillis from the arrival of a frame to its matte, of late
 */
public record LiveStatus(long frames, long dropped, double framesPerSecond, double latencyMillis) {

  /** One line: {@code 24.8 fps, 41 ms, 3 dropped}. */
  public String describe() {
    return String.format(
        Locale.ROOT, "%.1f fps, %.0f ms, %d dropped", framesPerSecond, latencyMillis, dropped);
  }
}
