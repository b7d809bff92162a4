package org.cleanplate.video;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.Matte;
import org.cleanplate.network.graph.Layer;
import org.cleanplate.progress.Cancellation;
import org.cleanplate.progress.ProgressListener;
import org.cleanplate.testing.Scene;
import org.cleanplate.testing.VideoFrames;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The oracle is the same file read from its start to its end. */
class IndexedVideoTest {
  private static final int FRAMES = 70;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"v.mkv", "v.mp4", "v.webm", "v.mov"})
  void readsAnyFrameOfAVideoOfChangingRate(String name) throws IOException {
    assertRandomEqualsSequential(unsteady(folder.resolve(name)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"b.mkv", "b.ts"})
  void readsAnyFrameThroughOpenGroupsWithBFrames(String name) throws IOException {
    assertRandomEqualsSequential(BFrameVideo.write(folder.resolve(name), FRAMES, 12));
  }

  @Test
  void countsTimesFromTheFirstFrameOfAStreamThatStartsLater() throws IOException {
    Path video = BFrameVideo.write(folder.resolve("late.ts"), FRAMES, 12);
    try (VideoDecoder decoder = VideoDecoder.open(video)) {
      long first = decoder.timeMicros(decoder.next()).orElseThrow();
      assertTrue(first > 0, "the stream starts at " + first);
    }
    VideoIndex index = index(video);
    assertEquals(FRAMES, index.frameCount());
    assertEquals(0, index.timeMicros(0));
    assertEquals(40_000L * (FRAMES - 1), index.timeMicros(FRAMES - 1), 20);
  }

  @Test
  void findsTheFirstFrameAtATime() throws IOException {
    VideoIndex index = index(BFrameVideo.write(folder.resolve("v.mkv"), FRAMES, 12));
    assertEquals(0, index.firstAtOrAfter(0));
    assertEquals(25, index.firstAtOrAfter(1_000_000));
    assertEquals(26, index.firstAtOrAfter(1_000_001));
    assertEquals(FRAMES, index.firstAtOrAfter(99_000_000));
  }

  @Test
  void readsFramesOfARealRecordingWithBFrames() throws IOException {
    Path video = Path.of(System.getProperty("cleanplate.media", ""), "mouse/mouse_video.mp4");
    Assumptions.assumeTrue(Files.exists(video), "no footage at " + video);
    List<Frame> expected = new ArrayList<>();
    int[] wanted = {0, 1, 249, 250, 251, 498, 499, 500, 601, 750};
    try (VideoFrameSource source = VideoFrameSource.open(video)) {
      for (int frame : wanted) {
        Frame target = Frame.allocate(source.format());
        source.skip(
            frame - (expected.isEmpty() ? 0 : expected.get(expected.size() - 1).index() + 1));
        assertTrue(source.read(target));
        assertEquals(frame, target.index());
        expected.add(target);
      }
    }
    try (IndexedVideo indexed = open(video)) {
      assertEquals(10_000, indexed.index().frameCount());
      for (int i : new int[] {9, 3, 8, 2, 4, 1, 7, 5, 6, 0}) {
        assertSame(expected.get(i), indexed.read(wanted[i]));
      }
      indexed.read(9_999);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 31, 60})
  void aSourceWithAnIndexSkipsToTheSameFramesAndReadsOnToTheEnd(int first) throws IOException {
    Path video = BFrameVideo.write(folder.resolve("v.mp4"), FRAMES, 12);
    List<Frame> expected = VideoFrames.read(video);
    try (VideoFrameSource source =
        VideoFrameSource.open(video, DecodeOptions.AS_IS, index(video))) {
      Frame frame = Frame.allocate(source.format());
      source.skip(first);
      for (int i = first; i < FRAMES; i++) {
        assertTrue(source.read(frame));
        assertSame(expected.get(i), frame);
      }
      assertFalse(source.read(frame));
      assertEquals(List.of(), source.notes());
      assertEquals(FRAMES, source.frameCountEstimate().orElseThrow());
    }
  }

  @Test
  void goesOnPastADamagedStretch() throws IOException {
    Path video = BFrameVideo.write(folder.resolve("damaged.mkv"), FRAMES, 12);
    try (RandomAccessFile file = new RandomAccessFile(video.toFile(), "rw")) {
      file.seek(file.length() / 2);
      file.write(new byte[3000]);
    }
    try (IndexedVideo indexed = open(video)) {
      for (int i = indexed.index().frameCount() - 1; i >= 0; i -= 5) {
        assertEquals(i, indexed.read(i).index());
      }
    }
  }

  @Test
  void deinterlacesTheSameFromAnyStart() throws IOException {
    Path video =
        new SampleVideo("matroska", "mpeg2video", 96, 64)
            .interlaced()
            .write(folder.resolve("woven.mkv"), 30, IndexedVideoTest::paintWoven);
    DecodeOptions options = new DecodeOptions(true);
    List<Frame> expected = VideoFrames.read(video, options);
    try (IndexedVideo indexed = IndexedVideo.open(video, index(video), options, Optional.empty())) {
      for (int frame : new int[] {7, 29, 0, 13, 12, 28, 1}) {
        assertSame(expected.get(frame), indexed.read(frame));
      }
    }
  }

  /** Odd rows are bright where even ones are dark, further right from frame to frame. */
  private static void paintWoven(int index, AVFrame picture) {
    for (int y = 0; y < 64; y++) {
      for (int x = 0; x < 96; x++) {
        picture
            .data(0)
            .put((long) y * picture.linesize(0) + x, (byte) ((x + 3 * index + 40 * (y & 1)) % 200));
      }
    }
  }

  @Test
  void refusesAFrameThatIsNotThere() throws IOException {
    try (IndexedVideo indexed = open(BFrameVideo.write(folder.resolve("v.mkv"), 9, 12))) {
      assertThrows(IndexOutOfBoundsException.class, () -> indexed.read(9));
    }
  }

  @Test
  void stopsIndexingWhenCancelled() throws IOException {
    Path video = Path.of(System.getProperty("cleanplate.media", ""), "mouse/mouse_video.mp4");
    Assumptions.assumeTrue(Files.exists(video), "no footage at " + video);
    Cancellation cancellation = new Cancellation();
    assertThrows(
        CancellationException.class,
        () -> VideoIndex.of(video, progress -> cancellation.cancel(), cancellation));
  }

  private static void assertRandomEqualsSequential(Path video) throws IOException {
    List<Frame> expected = VideoFrames.read(video);
    assertEquals(FRAMES, expected.size());
    try (IndexedVideo indexed = open(video)) {
      assertEquals(FRAMES, indexed.index().frameCount());
      Random random = new Random(7);
      for (int i = 0; i < 2 * FRAMES; i++) {
        int frame = random.nextInt(FRAMES);
        assertSame(expected.get(frame), indexed.read(frame));
      }
      for (int frame = FRAMES - 1; frame >= 0; frame--) {
        assertSame(expected.get(frame), indexed.read(frame));
      }
      for (int frame = 0; frame < FRAMES; frame++) {
        assertSame(expected.get(frame), indexed.read(frame));
      }
    }
  }

  private static void assertSame(Frame expected, Frame actual) {
    assertEquals(expected.index(), actual.index());
    assertEquals(expected.timeMicros(), actual.timeMicros(), "time of frame " + expected.index());
    assertEquals(expected.pixels(), actual.pixels(), "pixels of frame " + expected.index());
  }

  /** Each frame lasts 20, 40 or 60 ms. */
  private static Path unsteady(Path video) throws IOException {
    try (VideoFrameSink sink =
        VideoFrameSink.create(video, Layer.FOREGROUND_8, Scene.bgra(96, 64), 25)) {
      long micros = 0;
      for (int i = 0; i < FRAMES; i++) {
        Frame frame = Scene.frame(96, 64, i % 20);
        frame.stamp(i, micros);
        micros += 20_000 + i % 3 * 20_000;
        Matte matte = new Matte(Map.of(Layer.FOREGROUND_8, frame));
        matte.stamp(frame);
        sink.write(matte);
      }
      sink.finish();
    }
    return video;
  }

  private static IndexedVideo open(Path video) throws IOException {
    return IndexedVideo.open(video, index(video), DecodeOptions.AS_IS, Optional.empty());
  }

  private static VideoIndex index(Path video) throws IOException {
    return VideoIndex.of(video, ProgressListener.NONE, new Cancellation());
  }
}
