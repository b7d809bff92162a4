package org.cleanplate.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cleanplate.MattingException;
import org.cleanplate.engine.MattingOptions;
import org.cleanplate.frame.FrameSink;
import org.cleanplate.network.graph.Layer;
import org.cleanplate.plate.FixedPlate;
import org.cleanplate.progress.Cancellation;
import org.cleanplate.progress.Progress;
import org.cleanplate.progress.ProgressListener;
import org.cleanplate.testing.DifferenceKeyEngine;
import org.cleanplate.testing.Scene;
import org.cleanplate.testing.SyntheticSource;
import org.junit.jupiter.api.Test;

class MattingJobTest {
  private static final int WIDTH = 48;
  private static final int HEIGHT = 32;

  private final List<String> log = new ArrayList<>();
  private final DifferenceKeyEngine engine = new DifferenceKeyEngine();
  private final SyntheticSource source = Scene.source(WIDTH, HEIGHT, 3);
  private final FixedPlate plate = FixedPlate.captured(Scene.backdrop(WIDTH, HEIGHT), "scene.png");
  private final Cancellation cancellation = new Cancellation();

  @Test
  void writesEveryFrameToEverySinkAndFinishesNoneBeforeAllAreWhole() throws IOException {
    JobReport report = run(source, alphaSink("a"), alphaSink("b"));

    assertEquals(
        List.of(
            "a write 0",
            "b write 0",
            "a write 1",
            "b write 1",
            "a write 2",
            "b write 2",
            "a complete",
            "b complete",
            "a finish",
            "b finish",
            "a close",
            "b close"),
        log);
    assertEquals(3, report.frames());
    assertFalse(report.cancelled());
    assertEquals("difference key", report.modelName());
    assertEquals("test", report.device());
    assertEquals(Optional.of("no CUDA"), report.fallback());
    assertEquals("scene.png", report.plate());
    assertFalse(report.elapsed().isNegative());
  }

  @Test
  void asksTheEngineForTheLayersOfAllSinks() throws IOException {
    run(source, alphaSink("a"), new RecordingSink("c", Layer.CUTOUT_8, log));

    assertEquals(1, engine.opened().size());
    assertEquals(Set.of(Layer.ALPHA_8, Layer.CUTOUT_8), engine.opened().get(0).layers());
  }

  @Test
  void mattesOnlyTheRangeAndKeepsTheSourceNumbers() throws IOException {
    List<Progress> heard = new ArrayList<>();
    job(Scene.source(WIDTH, HEIGHT, 9), new FrameRange(4, 2), alphaSink("a"))
        .run(heard::add, cancellation);

    assertEquals(List.of("a write 4", "a write 5"), log.subList(0, 2));
    assertEquals("a complete", log.get(2));
    assertEquals(2, heard.size());
    assertEquals(2, heard.get(1).total().orElseThrow());
    assertEquals(1, heard.get(1).fraction());
  }

  @Test
  void discardsAllOutputsWhenOneCannotBeWritten() {
    FrameSink bad = new RecordingSink("b", Layer.ALPHA_8, log, "write 1");

    IOException e = assertThrows(IOException.class, () -> run(source, alphaSink("a"), bad));

    assertEquals("b failed at write 1", e.getMessage());
    assertFalse(log.contains("a finish"));
    assertEquals(List.of("a close", "b close"), log.subList(log.size() - 2, log.size()));
  }

  @Test
  void finishesNothingWhenOneOutputCannotBeCompleted() {
    FrameSink bad = new RecordingSink("b", Layer.ALPHA_8, log, "complete");

    assertThrows(IOException.class, () -> run(source, alphaSink("a"), bad));

    assertFalse(log.contains("a finish"));
  }

  @Test
  void closesTheOtherOutputsWhenOneCannotBeClosed() {
    FrameSink bad = new RecordingSink("a", Layer.ALPHA_8, log, "close");

    assertThrows(IOException.class, () -> run(source, bad, alphaSink("b")));

    assertTrue(log.contains("b close"));
  }

  @Test
  void cancellingIsAnOutcomeThatKeepsNothing() throws IOException {
    JobReport report =
        job(source, FrameRange.ALL, alphaSink("a"))
            .run(progress -> cancellation.cancel(), cancellation);

    assertTrue(report.cancelled());
    assertEquals(1, report.frames());
    assertEquals(List.of("a write 0", "a close"), log);
  }

  @Test
  void refusesAPlateOfAnotherSizeBeforeTheModelIsOpened() {
    SyntheticSource larger = Scene.source(WIDTH + 16, HEIGHT, 3);

    MattingException e = assertThrows(MattingException.class, () -> run(larger, alphaSink("a")));

    assertEquals(
        "Background is 48x32 but frame 0 is 64x32: scale the background or crop the stack",
        e.getMessage());
    assertTrue(engine.opened().isEmpty());
    assertEquals(List.of("a close"), log);
  }

  @Test
  void refusesASourceWithoutFrames() {
    SyntheticSource empty = Scene.source(WIDTH, HEIGHT, 0);

    MattingException e = assertThrows(MattingException.class, () -> run(empty, alphaSink("a")));

    assertEquals("synthetic has no frame, expected at least one", e.getMessage());
  }

  @Test
  void refusesARangeBehindTheEnd() {
    MattingJob late = job(source, new FrameRange(3, 1), alphaSink("a"));

    MattingException e =
        assertThrows(MattingException.class, () -> late.run(ProgressListener.NONE, cancellation));

    assertTrue(e.getMessage().contains("ends before it"), e.getMessage());
  }

  @Test
  void refusesToRunWithoutAnOutput() {
    assertThrows(MattingException.class, () -> run(source));
  }

  @Test
  void leavesSourceAndEngineOpen() throws IOException {
    run(source, alphaSink("a"));

    assertFalse(source.isClosed());
    assertFalse(engine.isClosed());
  }

  private FrameSink alphaSink(String name) {
    return new RecordingSink(name, Layer.ALPHA_8, log);
  }

  private JobReport run(SyntheticSource frames, FrameSink... sinks) throws IOException {
    return job(frames, FrameRange.ALL, sinks).run(ProgressListener.NONE, cancellation);
  }

  private MattingJob job(SyntheticSource frames, FrameRange range, FrameSink... sinks) {
    return new MattingJob(
        frames, plate, engine, MattingOptions.of(Layer.ERROR_MAP), List.of(sinks), range);
  }
}
