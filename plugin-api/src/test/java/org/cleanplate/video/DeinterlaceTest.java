package org.cleanplate.video;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.cleanplate.frame.Frame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bright bar moves right: each frame weaves two fields, the lower half a frame later. */
class DeinterlaceTest {
  private static final int WIDTH = 160;
  private static final int HEIGHT = 96;
  private static final int FRAMES = 12;

  @TempDir Path folder;

  @Test
  void removesTheCombsAndKeepsTimesAndCount() throws IOException {
    Path video = interlaced();
    List<String> notes = new ArrayList<>();

    List<Frame> woven = read(video, DecodeOptions.AS_IS, notes);
    List<Frame> whole = read(video, new DecodeOptions(true), new ArrayList<>());

    assertEquals(FRAMES, whole.size());
    for (int i = 0; i < FRAMES; i++) {
      assertEquals(woven.get(i).timeMicros(), whole.get(i).timeMicros());
    }
    double before = combs(woven.get(5));
    double after = combs(whole.get(5));
    assertTrue(before > 5 && after < before / 5, before + " before, " + after + " after");
    assertEquals(
        List.of("woven.mkv is interlaced: if moving edges show combs, have it deinterlaced"),
        notes);
  }

  @Test
  void keepsTheRowsOfTheFirstField() throws IOException {
    Path video = interlaced();
    Frame woven = read(video, DecodeOptions.AS_IS, new ArrayList<>()).get(5);
    Frame whole = read(video, new DecodeOptions(true), new ArrayList<>()).get(5);

    for (int y = 0; y < HEIGHT; y += 2) {
      for (int x = 0; x < WIDTH; x++) {
        assertEquals(gray(woven, x, y), gray(whole, x, y));
      }
    }
  }

  private Path interlaced() throws IOException {
    return new SampleVideo("matroska", "ffv1", WIDTH, HEIGHT)
        .interlaced()
        .write(folder.resolve("woven.mkv"), FRAMES, DeinterlaceTest::paint);
  }

  private static List<Frame> read(Path video, DecodeOptions options, List<String> notes)
      throws IOException {
    List<Frame> frames = new ArrayList<>();
    try (VideoFrameSource source = VideoFrameSource.open(video, options)) {
      Frame frame = Frame.allocate(source.format());
      while (source.read(frame)) {
        frames.add(frame);
        frame = Frame.allocate(source.format());
      }
      notes.addAll(source.notes());
    }
    return frames;
  }

  private static void paint(int index, AVFrame picture) {
    for (int y = 0; y < HEIGHT; y++) {
      int left = 8 * (2 * index + y % 2);
      for (int x = 0; x < WIDTH; x++) {
        boolean bar = x >= left && x < left + 30;
        picture.data(0).put((long) y * picture.linesize(0) + x, (byte) (bar ? 220 : 40));
      }
    }
    for (int plane = 1; plane < 3; plane++) {
      for (int i = 0; i < HEIGHT / 2 * picture.linesize(plane); i++) {
        picture.data(plane).put(i, (byte) 128);
      }
    }
  }

  /** How far each row is from the mean of those above and below. */
  private static double combs(Frame frame) {
    double sum = 0;
    for (int y = 1; y + 1 < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        double mean = (gray(frame, x, y - 1) + gray(frame, x, y + 1)) / 2.0;
        sum += Math.abs(gray(frame, x, y) - mean);
      }
    }
    return sum / (WIDTH * (HEIGHT - 2));
  }

  private static int gray(Frame frame, int x, int y) {
    ByteBuffer pixels = frame.pixels();
    return pixels.get(4 * (y * WIDTH + x) + 1) & 0xFF;
  }
}
