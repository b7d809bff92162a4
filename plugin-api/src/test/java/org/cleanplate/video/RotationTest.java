package org.cleanplate.video;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_RGB24;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.cleanplate.frame.Frame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A display matrix maps a stored pixel (x, y) to (a x + c y, b x + d y), y downwards. */
class RotationTest {
  private static final int WIDTH = 24;
  private static final int HEIGHT = 16;
  private static final int ONE = 1 << 16;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "1, 0, 0, 1",
    "0, 1, -1, 0",
    "-1, 0, 0, -1",
    "0, -1, 1, 0",
    "-1, 0, 0, 1",
    "1, 0, 0, -1",
    "0, 1, 1, 0",
    "0, -1, -1, 0",
  })
  void turnsFramesAsTheDisplayMatrixSays(int a, int b, int c, int d) throws IOException {
    Path video =
        new SampleVideo("mov", "qtrle", WIDTH, HEIGHT)
            .pixelFormat(AV_PIX_FMT_RGB24)
            .displayMatrix(a * ONE, b * ONE, 0, c * ONE, d * ONE, 0, 0, 0, 1 << 30)
            .write(folder.resolve("turned.mov"), 3, RotationTest::paint);

    try (VideoFrameSource source = VideoFrameSource.open(video)) {
      int width = a == 0 ? HEIGHT : WIDTH;
      assertEquals(width + "x" + (a == 0 ? WIDTH : HEIGHT), source.format().size());
      Frame frame = Frame.allocate(source.format());
      for (int i = 0; i < 3; i++) {
        assertTrue(source.read(frame));
        assertEquals(i * 40_000, frame.timeMicros());
        assertTurned(frame, i, a, b, c, d);
      }
    }
  }

  @Test
  void keepsTimesAndCountWhileItTurns() throws IOException {
    Path video =
        new SampleVideo("mov", "qtrle", WIDTH, HEIGHT)
            .pixelFormat(AV_PIX_FMT_RGB24)
            .displayMatrix(0, ONE, 0, -ONE, 0, 0, 0, 0, 1 << 30)
            .times(frame -> 1000L * frame * frame)
            .write(folder.resolve("irregular.mov"), 8, RotationTest::paint);

    try (VideoFrameSource source = VideoFrameSource.open(video)) {
      Frame frame = Frame.allocate(source.format());
      source.skip(5);
      assertTrue(source.read(frame));
      assertEquals(5, frame.index());
      assertEquals(Math.round(25_000 / 0.09), frame.timeMicros());
      source.skip(100);
      assertEquals(8, source.frameCountEstimate().orElseThrow());
    }
  }

  private static void assertTurned(Frame frame, int index, int a, int b, int c, int d) {
    ByteBuffer pixels = frame.pixels();
    int left = Math.min(0, a * (WIDTH - 1)) + Math.min(0, c * (HEIGHT - 1));
    int top = Math.min(0, b * (WIDTH - 1)) + Math.min(0, d * (HEIGHT - 1));
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        int to = (b * x + d * y - top) * frame.format().width() + a * x + c * y - left;
        assertEquals(red(x, index), pixels.get(4 * to + 2) & 0xFF);
        assertEquals(green(y), pixels.get(4 * to + 1) & 0xFF);
      }
    }
  }

  private static void paint(int index, AVFrame picture) {
    ByteBuffer bytes = picture.data(0).capacity((long) HEIGHT * picture.linesize(0)).asByteBuffer();
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        int at = y * picture.linesize(0) + 3 * x;
        bytes.put(at, (byte) red(x, index)).put(at + 1, (byte) green(y)).put(at + 2, (byte) 77);
      }
    }
  }

  private static int red(int x, int index) {
    return 10 + 7 * x + index;
  }

  private static int green(int y) {
    return 5 + 11 * y;
  }
}
