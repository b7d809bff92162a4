package org.cleanplate.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.cleanplate.MattingException;
import org.cleanplate.engine.MattingEngine;
import org.cleanplate.engine.MattingOptions;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.frame.FrameSink;
import org.cleanplate.frame.FrameSource;
import org.cleanplate.frame.Matte;
import org.cleanplate.network.graph.Layer;
import org.cleanplate.network.graph.PixelLayout;
import org.cleanplate.plate.FixedPlate;
import org.cleanplate.progress.Cancellation;
import org.cleanplate.testing.DifferenceKeyEngine;
import org.cleanplate.testing.ParallelEngine;
import org.cleanplate.testing.Scene;
import org.cleanplate.testing.SyntheticSource;
import org.cleanplate.video.VideoFrameSink;
import org.cleanplate.video.VideoFrameSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveMattingTest {
  private static final int WIDTH = 48;
  private static final int HEIGHT = 32;

  @TempDir private Path folder;

  private final Cancellation cancellation = new Cancellation();
  private final List<Long> shown = new ArrayList<>();
  private LiveStatus last = new LiveStatus(0, 0, 0, 0);
  private final LiveView view =
      new LiveView() {
        @Override
        public void matted(Frame frame, Matte matte, LiveStatus status) {
          shown.add(frame.index());
          last = status;
          assertEquals(frame.index(), matte.index());
        }
      };

  @Test
  void aSlowModelDropsFramesInsteadOfLagging() throws IOException {
    ParallelEngine slow = new ParallelEngine(1, (source, plate, c) -> Thread.sleep(50));
    FrameSource camera = camera(60, 10);
    LiveStatus status = run(camera, Optional.of(plate()), slow, List.of(), LiveLimit.NONE);
    assertEquals(60, status.frames() + status.dropped());
    assertTrue(status.dropped() > 30, status.describe());
    assertTrue(status.latencyMillis() < 500, status.describe());
    assertTrue(status.framesPerSecond() > 2 && status.framesPerSecond() < 21, status.describe());
    assertEquals(59, shown.get(shown.size() - 1), "the latest frame is never left out");
  }

  @Test
  void grabsTheBackgroundFromTheFirstFramesAndAgainWhenTheKeyIsPressed() throws IOException {
    BackgroundGrab grab = new BackgroundGrab(3);
    List<Integer> left = new ArrayList<>();
    List<Integer> alpha = new ArrayList<>();
    LiveView watcher =
        new LiveView() {
          @Override
          public void grabbed(Frame frame, int framesLeft) {
            left.add(framesLeft);
          }

          @Override
          public void matted(Frame frame, Matte matte, LiveStatus status) {
            alpha.add(matte.layer(Layer.ALPHA_8).pixels().get(0) & 0xFF);
            if (status.frames() == 2) {
              grab.press();
            }
          }
        };
    // The picture is 10 for ten frames, 20 from then on.
    FrameSource camera = paced(14, 20, (index, frame) -> fill(frame, index < 4 ? 10 : 20));
    new LiveMatting(
            camera,
            Optional.empty(),
            grab,
            new DifferenceKeyEngine(),
            MattingOptions.of(Layer.ALPHA_8),
            List.of(),
            watcher,
            LiveLimit.NONE)
        .run(cancellation);
    assertEquals(List.of(2, 1, 0, 2, 1, 0), left.subList(0, 6));
    assertEquals(0, alpha.get(0));
    assertEquals(255, alpha.get(1), "frame 4 differs from the first background");
    assertEquals(0, alpha.get(2), "it is the second one");
  }

  @Test
  void recordsUntilItsLimitWithTheTimesOfTheFrames() throws IOException {
    Path target = folder.resolve("live.mkv");
    FrameSink sink = VideoFrameSink.create(target, Layer.ALPHA_8, Scene.bgra(WIDTH, HEIGHT), 25);
    LiveLimit limit = new LiveLimit(OptionalLong.of(7), Optional.empty());
    LiveStatus status =
        run(camera(100, 20), Optional.of(plate()), new DifferenceKeyEngine(), List.of(sink), limit);
    assertEquals(7, status.frames());
    try (VideoFrameSource recorded = VideoFrameSource.open(target)) {
      Frame frame = Frame.allocate(recorded.format());
      for (int i = 0; i < 7; i++) {
        assertTrue(recorded.read(frame));
        assertEquals(20_000L * (shown.get(i) - shown.get(0)), frame.timeMicros(), 1000);
      }
      assertFalse(recorded.read(frame));
    }
  }

  @Test
  void cancellingIsTheUsualEndAndKeepsTheRecording() throws IOException {
    Path target = folder.resolve("live.mkv");
    FrameSink sink = VideoFrameSink.create(target, Layer.ALPHA_8, Scene.bgra(WIDTH, HEIGHT), 25);
    LiveView stopping =
        new LiveView() {
          @Override
          public void matted(Frame frame, Matte matte, LiveStatus status) {
            if (status.frames() == 4) {
              cancellation.cancel();
            }
          }
        };
    LiveStatus status =
        matting(
                camera(1000, 10),
                Optional.of(plate()),
                new DifferenceKeyEngine(),
                List.of(sink),
                LiveLimit.NONE,
                stopping)
            .run(cancellation);
    assertEquals(4, status.frames());
    assertTrue(Files.exists(target));
  }

  @Test
  void endsAfterATime() throws IOException {
    LiveLimit limit = new LiveLimit(OptionalLong.empty(), Optional.of(Duration.ofMillis(200)));
    long start = System.nanoTime();
    run(camera(1000, 10), Optional.of(plate()), new DifferenceKeyEngine(), List.of(), limit);
    long millis = (System.nanoTime() - start) / 1_000_000;
    assertTrue(millis >= 200 && millis < 2000, millis + " ms");
  }

  @Test
  void aCameraThatHangsDoesNotHoldUpTheEnd() throws Exception {
    FrameSource hanging = paced(1000, 10, (index, frame) -> hangAt(index, 5));
    LiveLimit limit = new LiveLimit(OptionalLong.empty(), Optional.of(Duration.ofMillis(300)));
    long start = System.nanoTime();
    run(hanging, Optional.of(plate()), new DifferenceKeyEngine(), List.of(), limit);
    assertTrue(System.nanoTime() - start < 3_000_000_000L);
  }

  @Test
  void aSourceThatEndsBeforeTheBackgroundIsThereSaysSo() {
    MattingException e =
        assertThrows(
            MattingException.class,
            () ->
                run(
                    camera(3, 1),
                    Optional.empty(),
                    new DifferenceKeyEngine(),
                    List.of(),
                    LiveLimit.NONE));
    assertTrue(e.getMessage().contains("ended before a frame was matted"), e.getMessage());
  }

  @Test
  void aFailingCameraDiscardsTheRecording() throws IOException {
    Path target = folder.resolve("live.mkv");
    FrameSink sink = VideoFrameSink.create(target, Layer.ALPHA_8, Scene.bgra(WIDTH, HEIGHT), 25);
    FrameSource failing =
        paced(
            9,
            10,
            (index, frame) -> {
              if (index == 5) {
                throw new IllegalStateException("unplugged");
              }
            });
    IOException e =
        assertThrows(
            IOException.class,
            () ->
                run(
                    failing,
                    Optional.of(plate()),
                    new DifferenceKeyEngine(),
                    List.of(sink),
                    LiveLimit.NONE));
    assertTrue(e.getMessage().contains("cannot be read on: unplugged"), e.getMessage());
    assertFalse(Files.exists(target));
  }

  private LiveStatus run(
      FrameSource camera,
      Optional<FixedPlate> plate,
      MattingEngine engine,
      List<FrameSink> sinks,
      LiveLimit limit)
      throws IOException {
    return matting(camera, plate, engine, sinks, limit, view).run(cancellation);
  }

  private static LiveMatting matting(
      FrameSource camera,
      Optional<FixedPlate> plate,
      MattingEngine engine,
      List<FrameSink> sinks,
      LiveLimit limit,
      LiveView view) {
    return new LiveMatting(
        camera,
        plate,
        new BackgroundGrab(5),
        engine,
        MattingOptions.of(Layer.ALPHA_8),
        sinks,
        view,
        limit);
  }

  private static FixedPlate plate() {
    return FixedPlate.captured(Scene.backdrop(WIDTH, HEIGHT), "backdrop");
  }

  private static FrameSource camera(int count, int millisAFrame) {
    return paced(
        count,
        millisAFrame,
        (index, frame) -> frame.pixels().put(Scene.frame(WIDTH, HEIGHT, index % 9).pixels()));
  }

  /** A source that gives its frames at their times. */
  private static FrameSource paced(int count, int millisAFrame, SyntheticSource.Painter painter) {
    FrameFormat format = new FrameFormat(WIDTH, HEIGHT, PixelLayout.BGRA_8);
    return new SyntheticSource(
        format,
        count,
        OptionalLong.empty(),
        (index, frame) -> {
          sleep(millisAFrame);
          painter.paint(index, frame);
          frame.stamp(index, index * millisAFrame * 1000);
        });
  }

  private static void hangAt(long index, long frame) {
    if (index == frame) {
      sleep(60_000);
    }
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void fill(Frame frame, int value) {
    for (int i = 0; i < frame.format().byteCount(); i++) {
      frame.pixels().put(i, (byte) value);
    }
  }
}
