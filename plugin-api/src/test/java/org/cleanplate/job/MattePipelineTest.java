package org.cleanplate.job;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.cleanplate.MattingException;
import org.cleanplate.engine.MattingEngine;
import org.cleanplate.engine.MattingOptions;
import org.cleanplate.engine.ThreadLayout;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.frame.FrameSink;
import org.cleanplate.frame.FrameSource;
import org.cleanplate.frame.Matte;
import org.cleanplate.network.graph.Layer;
import org.cleanplate.plate.FixedPlate;
import org.cleanplate.plate.PlateModel;
import org.cleanplate.progress.Cancellation;
import org.cleanplate.progress.ProgressListener;
import org.cleanplate.testing.DifferenceKeyEngine;
import org.cleanplate.testing.ParallelEngine;
import org.cleanplate.testing.Scene;
import org.cleanplate.testing.SyntheticSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How the stages of a job overlap, fail and end. */
@Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MattePipelineTest {
  private static final int WIDTH = 48;
  private static final int HEIGHT = 32;
  private static final int WORKERS = 4;

  /** One in each worker's hands, one read, one written. */
  private static final int SLOTS = WORKERS + 2;

  private static final int FRAMES = 40;
  private static final ParallelEngine.Before NOTHING = (source, plate, cancellation) -> {};

  private final Cancellation cancellation = new Cancellation();
  private final List<String> log = new ArrayList<>();
  private final FixedPlate backdrop = FixedPlate.captured(Scene.backdrop(WIDTH, HEIGHT), "scene");

  /** The thread that cancels or looks on from outside. */
  private Thread helper = new Thread();

  @AfterEach
  void noThreadIsLeft() throws InterruptedException {
    helper.join();
    List<String> left =
        Thread.getAllStackTraces().keySet().stream()
            .map(Thread::getName)
            .filter(name -> name.startsWith("cleanplate-"))
            .toList();
    assertEquals(List.of(), left);
  }

  @Test
  void mattesAreThoseOfOneFrameAfterTheOther() throws IOException {
    List<byte[]> sequential = alphas(new DifferenceKeyEngine());
    Random random = new Random(5);
    List<byte[]> parallel = alphas(new ParallelEngine(WORKERS, (s, p, c) -> sleep(random, 8)));

    assertEquals(FRAMES, sequential.size());
    assertEquals(FRAMES, parallel.size());
    for (int frame = 0; frame < FRAMES; frame++) {
      assertArrayEquals(sequential.get(frame), parallel.get(frame), "frame " + frame);
      for (int i = 0; i < WIDTH * HEIGHT; i++) {
        int expected = Scene.isSubject(frame, i % WIDTH, i / WIDTH) ? -1 : 0;
        assertEquals(expected, parallel.get(frame)[i], "frame " + frame + " pixel " + i);
      }
    }
  }

  @Test
  void framesAreWrittenInOrderThoughTheEarlierTakeLonger() throws IOException {
    run(frames(12), backdrop, new ParallelEngine(3, (s, p, c) -> sleep(30 - 10 * (s.index() % 3))));

    List<String> expected = new ArrayList<>();
    for (int frame = 0; frame < 12; frame++) {
      expected.add("a write " + frame);
    }
    assertEquals(expected, log.subList(0, 12));
  }

  @Test
  void asManyFramesAreComputedAtATimeAsTheEngineWants() throws IOException {
    CyclicBarrier all = new CyclicBarrier(WORKERS);
    ParallelEngine engine =
        new ParallelEngine(WORKERS, (s, p, c) -> all.await(10, TimeUnit.SECONDS));

    assertEquals(FRAMES, run(frames(FRAMES), backdrop, engine).frames());
    assertEquals(List.of(new ThreadLayout(WORKERS, 1)), List.copyOf(engine.opened()));
  }

  @Test
  void readingComputingAndWritingOverlap() throws IOException {
    CountDownLatch secondWasRead = new CountDownLatch(1);
    CountDownLatch thirdIsComputed = new CountDownLatch(1);
    SyntheticSource source =
        new SyntheticSource(
            Scene.bgra(WIDTH, HEIGHT),
            4,
            (index, frame) -> {
              if (index == 1) {
                secondWasRead.countDown();
              }
            });
    ParallelEngine engine =
        new ParallelEngine(
            1,
            (frame, plate, c) -> {
              if (frame.index() == 0) {
                assertTrue(secondWasRead.await(10, TimeUnit.SECONDS));
              } else if (frame.index() == 2) {
                thirdIsComputed.countDown();
              }
            });
    run(source, solidPlate(), engine, sink(matte -> await(thirdIsComputed)));

    assertEquals("a write 3", log.get(3));
  }

  @Test
  void aSlowOutputHoldsTheReaderBack() throws IOException {
    AtomicLong written = new AtomicLong();
    AtomicLong most = new AtomicLong();
    SyntheticSource source =
        new SyntheticSource(
            Scene.bgra(WIDTH, HEIGHT),
            FRAMES,
            (index, frame) -> most.accumulateAndGet(index + 1 - written.get(), Math::max));
    ParallelEngine engine = new ParallelEngine(WORKERS, NOTHING);
    run(
        source,
        solidPlate(),
        engine,
        sink(
            matte -> {
              sleep(2);
              written.incrementAndGet();
            }));

    assertEquals(FRAMES, written.get());
    assertTrue(most.get() > 1 && most.get() <= SLOTS, most + " frames were in work");
    assertEquals(SLOTS, engine.mattes());
  }

  @Test
  void aShortSourceGetsNoMoreBuffersThanItHasFrames() throws IOException {
    ParallelEngine engine = new ParallelEngine(WORKERS, NOTHING);
    run(frames(2), backdrop, engine);

    assertEquals(2, engine.mattes());
  }

  @Test
  void moreFramesThanEstimatedAreMattedAll() throws IOException {
    SyntheticSource source =
        new SyntheticSource(
            Scene.bgra(WIDTH, HEIGHT), FRAMES, OptionalLong.of(1), (index, frame) -> {});

    assertEquals(FRAMES, run(source, solidPlate(), new ParallelEngine(WORKERS, NOTHING)).frames());
  }

  @Test
  void whenMemoryIsShortOneFrameAtATimeGetsAllThreads() throws IOException {
    ParallelEngine engine = new ParallelEngine(WORKERS, Long.MAX_VALUE, NOTHING);

    assertEquals(FRAMES, run(frames(FRAMES), backdrop, engine).frames());
    assertEquals(List.of(new ThreadLayout(1, WORKERS)), List.copyOf(engine.opened()));
    assertEquals(3, engine.mattes());
  }

  @Test
  void aPlateThatChangesStaysWithItsFrame() throws IOException {
    FrameFormat format = Scene.bgra(WIDTH, HEIGHT);
    SyntheticSource source =
        new SyntheticSource(format, FRAMES, (index, frame) -> paint(frame, index));
    Frame only = Frame.allocate(format);
    PlateModel changing =
        plate(
            frame -> {
              paint(only, frame.index() % 2 == 0 ? frame.index() : -1);
              return only;
            });
    Random random = new Random(6);
    List<byte[]> alphas =
        alphas(source, changing, new ParallelEngine(WORKERS, (s, p, c) -> sleep(random, 8)));

    for (int frame = 0; frame < FRAMES; frame++) {
      assertEquals(frame % 2 == 0 ? 0 : -1, alphas.get(frame)[7], "frame " + frame);
    }
  }

  @Test
  void aFixedPlateIsSharedByAllWorkers() throws IOException {
    Set<Frame> seen = ConcurrentHashMap.newKeySet();
    run(frames(FRAMES), backdrop, new ParallelEngine(WORKERS, (s, plate, c) -> seen.add(plate)));

    assertEquals(Set.of(backdrop.picture()), seen);
  }

  @Test
  void aFrameThatCannotBeReadEndsTheJobAfterThoseBeforeIt() {
    IOException broken = new IOException("broken at 5");
    FrameSource source = failing(5, broken);

    assertSame(
        broken,
        assertThrows(
            IOException.class, () -> run(source, backdrop, new ParallelEngine(WORKERS, NOTHING))));
    assertEverythingBefore(5);
  }

  @Test
  void aPlateThatCannotBeHadEndsTheJobAfterTheFramesBeforeIt() {
    MattingException lost = new MattingException("no plate for frame 5");
    PlateModel plate =
        plate(
            frame -> {
              if (frame.index() == 5) {
                throw lost;
              }
              return backdrop.plateFor(frame);
            });

    assertSame(
        lost,
        assertThrows(
            MattingException.class,
            () -> run(frames(FRAMES), plate, new ParallelEngine(WORKERS, NOTHING))));
    assertEverythingBefore(5);
  }

  @Test
  void ofSeveralFailuresTheFirstFramesIsReported() {
    MattingException first = new MattingException("frame 5 failed");
    ParallelEngine engine =
        new ParallelEngine(
            WORKERS,
            (frame, plate, c) -> {
              if (frame.index() == 5) {
                sleep(50);
                throw first;
              }
              if (frame.index() > 5) {
                throw new MattingException("frame " + frame.index() + " failed");
              }
            });

    MattingException e =
        assertThrows(MattingException.class, () -> run(frames(FRAMES), backdrop, engine));

    assertSame(first, e);
    assertEquals(0, e.getSuppressed().length);
    assertEverythingBefore(5);
  }

  @Test
  void anErrorOfTheJvmIsReportedAsItself() {
    OutOfMemoryError full = new OutOfMemoryError("direct buffers");
    ParallelEngine engine =
        new ParallelEngine(
            WORKERS,
            (frame, plate, c) -> {
              throw full;
            });

    assertSame(
        full, assertThrows(OutOfMemoryError.class, () -> run(frames(FRAMES), backdrop, engine)));
  }

  @Test
  void anOutputThatFailsStopsReaderAndWorkers() {
    IOException full = new IOException("disk full");
    ParallelEngine engine =
        new ParallelEngine(
            WORKERS,
            (frame, plate, stop) -> {
              if (frame.index() > 3) {
                waitFor(stop);
              }
            });

    assertSame(
        full,
        assertThrows(
            IOException.class,
            () ->
                run(
                    frames(FRAMES),
                    backdrop,
                    engine,
                    sink(
                        matte -> {
                          if (matte.index() == 3) {
                            throw full;
                          }
                        }))));
    assertFalse(cancellation.isCancelled());
    assertEquals("a close", log.get(log.size() - 1));
  }

  /** An interrupt would close the channel that a source reads from. */
  @Test
  void cancellingLetsTheFrameBeReadToItsEndAndNoOther() throws IOException {
    List<String> events = new CopyOnWriteArrayList<>();
    SyntheticSource source =
        new SyntheticSource(
            Scene.bgra(WIDTH, HEIGHT),
            FRAMES,
            (index, frame) -> {
              if (index == 3) {
                cancellation.cancel();
                sleep(100);
              }
              events.add("read " + index);
            });

    assertCancelled(run(source, solidPlate(), new ParallelEngine(WORKERS, NOTHING)));
    assertEquals(List.of("read 0", "read 1", "read 2", "read 3"), events);
  }

  @Test
  void cancellingWhileAPlateIsMadeEndsWithIt() throws IOException {
    PlateModel plate =
        plate(
            frame -> {
              if (frame.index() == 3) {
                cancellation.cancel();
                sleep(50);
              }
              return backdrop.plateFor(frame);
            });

    assertCancelled(run(frames(FRAMES), plate, new ParallelEngine(WORKERS, NOTHING)));
  }

  @Test
  void cancellingReachesTheComputations() throws IOException {
    ParallelEngine engine =
        new ParallelEngine(
            WORKERS,
            (frame, plate, stop) -> {
              if (frame.index() == WORKERS) {
                cancelSoon();
              }
              if (frame.index() > 0) {
                waitFor(stop);
              }
            });

    assertCancelled(run(frames(FRAMES), backdrop, engine));
  }

  @Test
  void cancellingWhileAnOutputIsWrittenEndsWithIt() throws IOException {
    JobReport report =
        run(
            frames(FRAMES),
            backdrop,
            new ParallelEngine(WORKERS, NOTHING),
            sink(
                matte -> {
                  if (matte.index() == 2) {
                    sleep(50);
                    cancellation.cancel();
                  }
                }));

    assertCancelled(report);
    assertEquals(3, report.frames());
  }

  @Test
  void cancellingBeforeTheStartReadsNothing() throws IOException {
    cancellation.cancel();
    ParallelEngine engine = new ParallelEngine(WORKERS, NOTHING);

    assertCancelled(run(failing(0, new IOException("read")), backdrop, engine));
    assertEquals(0, engine.mattes());
  }

  @Test
  void anInterruptOfTheCallerIsTakenAsCancellingAndKept() throws IOException {
    Thread caller = Thread.currentThread();
    ParallelEngine engine =
        new ParallelEngine(
            WORKERS,
            (frame, plate, stop) -> {
              if (frame.index() == 5) {
                caller.interrupt();
                waitFor(stop);
              }
            });

    JobReport report = run(frames(FRAMES), backdrop, engine);

    assertTrue(Thread.interrupted());
    assertCancelled(report);
  }

  private void assertCancelled(JobReport report) {
    assertTrue(report.cancelled());
    assertTrue(report.frames() < FRAMES);
    assertFalse(log.contains("a finish"));
    assertEquals("a close", log.get(log.size() - 1));
  }

  private void assertEverythingBefore(int frame) {
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < frame; i++) {
      expected.add("a write " + i);
    }
    expected.add("a close");
    assertEquals(expected, log);
  }

  private List<byte[]> alphas(MattingEngine engine) throws IOException {
    return alphas(frames(FRAMES), backdrop, engine);
  }

  private List<byte[]> alphas(FrameSource source, PlateModel plate, MattingEngine engine)
      throws IOException {
    List<byte[]> alphas = new ArrayList<>();
    run(
        source,
        plate,
        engine,
        sink(
            matte -> {
              ByteBuffer pixels = matte.layer(Layer.ALPHA_8).pixels();
              byte[] copy = new byte[pixels.remaining()];
              pixels.get(copy);
              alphas.add(copy);
            }));
    return alphas;
  }

  private JobReport run(FrameSource source, PlateModel plate, MattingEngine engine)
      throws IOException {
    return run(source, plate, engine, sink(matte -> {}));
  }

  private JobReport run(FrameSource source, PlateModel plate, MattingEngine engine, FrameSink sink)
      throws IOException {
    return new MattingJob(source, plate, engine, MattingOptions.of(Layer.ALPHA_8), List.of(sink))
        .run(ProgressListener.NONE, cancellation);
  }

  private void cancelSoon() {
    helper =
        new Thread(
            () -> {
              sleep(30);
              cancellation.cancel();
            });
    helper.start();
  }

  private static SyntheticSource frames(int count) {
    return Scene.source(WIDTH, HEIGHT, count);
  }

  private static FrameSource failing(long at, IOException failure) {
    return new FailingSource(frames(FRAMES), at, failure);
  }

  /** A plate for sources that paint nothing. */
  private static FixedPlate solidPlate() {
    return FixedPlate.fromSource(Frame.allocate(Scene.bgra(WIDTH, HEIGHT)), "black");
  }

  private static void paint(Frame frame, long value) {
    ByteBuffer pixels = frame.pixels();
    while (pixels.hasRemaining()) {
      pixels.put((byte) value);
    }
  }

  /** Sees each matte as a sink does. */
  @FunctionalInterface
  private interface MatteConsumer {
    void accept(Matte matte) throws IOException;
  }

  private FrameSink sink(MatteConsumer consumer) {
    FrameSink recording = new RecordingSink("a", Layer.ALPHA_8, log);
    return new FrameSink() {
      @Override
      public Set<Layer> layers() {
        return recording.layers();
      }

      @Override
      public void write(Matte matte) throws IOException {
        recording.write(matte);
        consumer.accept(matte);
      }

      @Override
      public void finish() throws IOException {
        recording.finish();
      }

      @Override
      public void close() throws IOException {
        recording.close();
      }
    };
  }

  private static PlateModel plate(PlateOf plates) {
    return new PlateModel() {
      @Override
      public String description() {
        return "changing";
      }

      @Override
      public Frame plateFor(Frame source) throws IOException {
        return plates.plateFor(source);
      }
    };
  }

  @FunctionalInterface
  private interface PlateOf {
    Frame plateFor(Frame source) throws IOException;
  }

  private static void sleep(Random random, int mostMillis) {
    sleep(random.nextInt(mostMillis));
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void await(CountDownLatch latch) throws IOException {
    try {
      assertTrue(latch.await(10, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  /** As the native computation does, which ends when it is told to stop. */
  private static void waitFor(Cancellation stop) throws InterruptedException {
    CountDownLatch stopped = new CountDownLatch(1);
    stop.onCancel(stopped::countDown);
    stopped.await();
    stop.check();
  }
}
