package org.cleanplate.video;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cleanplate.frame.Frame;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** A recording from a laboratory: a dark mouse in a bright arena. */
class RealFootageTest {

  @Test
  void readsTheMouseInItsArena() throws IOException {
    Path video = Path.of(System.getProperty("cleanplate.media", ""), "mouse/mouse_video.mp4");
    Assumptions.assumeTrue(Files.exists(video), "no footage at " + video);
    try (VideoFrameSource source = VideoFrameSource.open(video)) {
      assertEquals("640x480", source.format().size());
      assertEquals(10_000, source.frameCountEstimate().orElseThrow());
      Frame frame = Frame.allocate(source.format());
      long lastMicros = -1;
      for (int i = 0; i < 60; i++) {
        assertTrue(source.read(frame));
        assertTrue(frame.timeMicros() > lastMicros);
        lastMicros = frame.timeMicros();
      }
      assertEquals(59 / source.framesPerSecond(), lastMicros / 1e6, 0.01);
      assertTrue(mean(frame) > 60, "mean is " + mean(frame));
    }
  }

  private static double mean(Frame frame) {
    ByteBuffer pixels = frame.pixels();
    long sum = 0;
    for (int i = 0; i < pixels.capacity(); i += 4) {
      sum += pixels.get(i) & 0xFF;
    }
    return sum / (pixels.capacity() / 4.0);
  }
}
