package org.cleanplate.resume;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cleanplate.MattingException;
import org.cleanplate.engine.MattingOptions;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.frame.FrameSink;
import org.cleanplate.frame.FrameSource;
import org.cleanplate.frame.Matte;
import org.cleanplate.job.FrameRange;
import org.cleanplate.job.JobReport;
import org.cleanplate.job.MattingJob;
import org.cleanplate.network.graph.Layer;
import org.cleanplate.plate.FixedPlate;
import org.cleanplate.plate.PlateModel;
import org.cleanplate.progress.Cancellation;
import org.cleanplate.progress.ProgressListener;
import org.cleanplate.sequence.ImageFolderSource;
import org.cleanplate.sequence.PictureChunks;
import org.cleanplate.sequence.SequenceFormat;
import org.cleanplate.testing.ParallelEngine;
import org.cleanplate.testing.Scene;
import org.cleanplate.testing.SyntheticSource;
import org.cleanplate.testing.VideoFrames;
import org.cleanplate.video.EncodeOptions;
import org.cleanplate.video.VideoChunks;
import org.cleanplate.video.VideoContent;
import org.cleanplate.video.VideoPreset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Jobs that break off and go on, against one that ran through. */
class ResumableJobTest {
  private static final int WIDTH = 96;
  private static final int HEIGHT = 64;
  private static final int FRAMES = 20;
  private static final int CHUNK = 6;

  @TempDir private Path folder;

  private int failAt = Integer.MAX_VALUE;
  private final AtomicInteger computed = new AtomicInteger();
  private final ParallelEngine engine =
      new ParallelEngine(
          2,
          (source, plate, cancellation) -> {
            computed.incrementAndGet();
            if (source.index() == failAt) {
              throw new IllegalStateException("power is gone at frame " + failAt);
            }
          });

  @ParameterizedTest
  @ValueSource(strings = {"mkv", "mp4", "mov", "webm"})
  void goesOnBehindTheLastWholeChunk(String kind) throws IOException {
    List<Frame> expected = VideoFrames.read(runThrough("whole", kind));
    assertEquals(FRAMES, expected.size());

    breakOffAt(9, kind);
    assertEquals(Set.of(".v.cleanplate"), names(folder.resolve("out")));
    List<Frame> partial = VideoFrames.read(folder.resolve("out/.v.cleanplate/v-00000." + kind));
    assertEquals(CHUNK, partial.size());
    breakOffAt(17, kind);
    failAt = Integer.MAX_VALUE;
    computed.set(0);
    JobReport last = run("out", kind, identity("a"), new Cancellation());

    assertEquals(FRAMES, last.frames());
    assertEquals(FRAMES - 2 * CHUNK, computed.get());
    assertEquals(Set.of("v." + kind), names(folder.resolve("out")));
    assertSameFrames(expected, VideoFrames.read(folder.resolve("out/v." + kind)));
  }

  @Test
  void keepsEveryTimeOfAnUnsteadySourceAcrossChunks() throws IOException {
    List<Frame> frames = VideoFrames.read(runThrough("whole", "mov"));
    for (int i = 0; i < FRAMES; i++) {
      assertEquals(time(i), frames.get(i).timeMicros(), 1, "time of frame " + i);
    }
  }

  @Test
  void startsAnewForOtherOptionsAndSaysSo() throws IOException {
    breakOffAt(9, "mkv");
    failAt = Integer.MAX_VALUE;
    Path results = folder.resolve("out");
    try (WorkFolder other = WorkFolder.open(results, "v", identity("b"))) {
      assertEquals(
          "Starts anew: the unfinished run that was found had another options",
          other.story().orElseThrow());
      assertEquals(Set.of("journal"), names(other.path()));
    }
    assertEquals(FRAMES, run("out", "mkv", identity("b"), new Cancellation()).frames());
    assertEquals(Set.of("v.mkv"), names(results));
  }

  @Test
  void aCancelledRunLeavesFilesThatCanBePlayedAndIsContinued() throws IOException {
    List<Frame> expected = VideoFrames.read(runThrough("whole", "mkv"));
    Cancellation cancellation = new Cancellation();
    JobReport report =
        run("out", "mkv", identity("a"), cancellation, p -> cancelAt(p.done(), 8, cancellation));
    assertTrue(report.cancelled());
    assertFalse(Files.exists(folder.resolve("out/v.mkv")));
    Path work = folder.resolve("out/.v.cleanplate");
    assertEquals(CHUNK, VideoFrames.read(work.resolve("v-00000.mkv")).size());
    assertEquals(2, VideoFrames.read(work.resolve("v-00001.mkv")).size());

    run("out", "mkv", identity("a"), new Cancellation());
    assertSameFrames(expected, VideoFrames.read(folder.resolve("out/v.mkv")));
  }

  @Test
  void aRunThatFailsBeforeItsFirstFrameLeavesNothing() throws IOException {
    Frame wrong = Scene.backdrop(3, 3);
    assertThrows(
        MattingException.class,
        () ->
            job("out", "mkv", identity("a"), FixedPlate.captured(wrong, "small"))
                .run(ProgressListener.NONE, new Cancellation()));
    assertEquals(Set.of(), names(folder.resolve("out")));
  }

  @Test
  void joinsAgainWhenItWasKilledAfterTheLastFrame() throws IOException {
    List<Frame> expected = VideoFrames.read(runThrough("whole", "mkv"));
    FrameSink sink = sink("out", "mkv", identity("a"));
    try (SyntheticSource source = source()) {
      MattingJob job = job(source, List.of(new Unfinished(sink)), plate());
      assertThrows(IOException.class, () -> job.run(ProgressListener.NONE, new Cancellation()));
    }
    computed.set(0);
    assertEquals(FRAMES, run("out", "mkv", identity("a"), new Cancellation()).frames());
    assertEquals(0, computed.get());
    assertSameFrames(expected, VideoFrames.read(folder.resolve("out/v.mkv")));
  }

  @Test
  void showsAPlateThatFollowsTheFramesAlsoThoseThatAreDone() throws IOException {
    breakOffAt(9, "mkv");
    failAt = Integer.MAX_VALUE;
    List<Long> seen = new ArrayList<>();
    FixedPlate picture = plate();
    PlateModel following =
        new PlateModel() {
          @Override
          public String description() {
            return "following";
          }

          @Override
          public Frame plateFor(Frame source) {
            seen.add(source.index());
            return picture.plateFor(source);
          }
        };
    job("out", "mkv", identity("a"), following).run(ProgressListener.NONE, new Cancellation());
    assertEquals(Stream.iterate(0L, i -> i + 1).limit(FRAMES).toList(), seen);
  }

  @Test
  void twoRunsNeverWriteTheSameResults() throws IOException {
    Path results = Files.createDirectories(folder.resolve("out"));
    try (WorkFolder held = WorkFolder.open(results, "v", identity("a"))) {
      MattingException e =
          assertThrows(MattingException.class, () -> WorkFolder.open(results, "v", identity("a")));
      assertTrue(e.getMessage().contains("being written by another run"), e.getMessage());
      assertTrue(Files.exists(held.path()));
    }
  }

  @Test
  void deletesNothingInAFolderThatIsNotItsOwn() throws IOException {
    Path foreign = Files.createDirectories(folder.resolve("out/.v.cleanplate"));
    Path diary = Files.writeString(foreign.resolve("diary.txt"), "dear diary");
    MattingException e =
        assertThrows(
            MattingException.class,
            () -> WorkFolder.open(folder.resolve("out"), "v", identity("a")));
    assertTrue(e.getMessage().contains("is in the way"), e.getMessage());
    assertTrue(Files.exists(diary));
  }

  @Test
  void ignoresAJournalLineThatWasCutOff() throws IOException {
    breakOffAt(13, "mkv");
    Path journal = folder.resolve("out/.v.cleanplate/journal");
    String text = Files.readString(journal);
    Files.writeString(journal, text.substring(0, text.length() - 3));
    failAt = Integer.MAX_VALUE;
    computed.set(0);
    run("out", "mkv", identity("a"), new Cancellation());
    assertEquals(FRAMES - CHUNK, computed.get());
  }

  @Test
  void picturesAreContinuedToo() throws IOException {
    failAt = 9;
    assertThrows(IllegalStateException.class, this::runPictures);
    assertEquals(Set.of(".v.cleanplate"), names(folder.resolve("out")));
    failAt = Integer.MAX_VALUE;
    computed.set(0);
    assertEquals(FRAMES, runPictures().frames());
    assertEquals(FRAMES - CHUNK, computed.get());
    assertEquals(FRAMES, names(folder.resolve("out")).size());
    try (FrameSource pictures = ImageFolderSource.open(folder.resolve("out"))) {
      assertEquals(FRAMES, pictures.frameCountEstimate().orElseThrow());
    }
  }

  private JobReport runPictures() throws IOException {
    Path results = Files.createDirectories(folder.resolve("out"));
    WorkFolder work = WorkFolder.open(results, "v", identity("a"));
    PictureChunks pictures =
        PictureChunks.create(
            work.path(), results, "v", SequenceFormat.PNG, Set.of(Layer.ALPHA_8), format());
    try (SyntheticSource source = source()) {
      return job(source, List.of(new ResumableSink(work, List.of(pictures), CHUNK)), plate())
          .run(ProgressListener.NONE, new Cancellation());
    }
  }

  private void breakOffAt(int frame, String kind) {
    failAt = frame;
    assertThrows(
        IllegalStateException.class, () -> run("out", kind, identity("a"), new Cancellation()));
  }

  private Path runThrough(String name, String kind) throws IOException {
    run(name, kind, identity("a"), new Cancellation());
    return folder.resolve(name).resolve("v." + kind);
  }

  private JobReport run(String name, String kind, RunIdentity identity, Cancellation cancellation)
      throws IOException {
    return run(name, kind, identity, cancellation, ProgressListener.NONE);
  }

  private JobReport run(
      String name,
      String kind,
      RunIdentity identity,
      Cancellation cancellation,
      ProgressListener progress)
      throws IOException {
    return job(name, kind, identity, plate()).run(progress, cancellation);
  }

  private MattingJob job(String name, String kind, RunIdentity identity, PlateModel plate)
      throws IOException {
    return job(source(), List.of(sink(name, kind, identity)), plate);
  }

  private MattingJob job(SyntheticSource source, List<FrameSink> sinks, PlateModel plate) {
    return new MattingJob(
        source, plate, engine, MattingOptions.of(Layer.ALPHA_8), sinks, FrameRange.ALL);
  }

  private ResumableSink sink(String name, String kind, RunIdentity identity) throws IOException {
    Path results = Files.createDirectories(folder.resolve(name));
    WorkFolder work = WorkFolder.open(results, "v", identity);
    Path target = results.resolve("v." + kind);
    return new ResumableSink(
        work,
        List.of(
            VideoChunks.create(
                work.path(),
                target,
                VideoContent.FOREGROUND_8,
                format(),
                25,
                EncodeOptions.of(VideoPreset.forFile(target)))),
        CHUNK);
  }

  private static void cancelAt(long done, long frame, Cancellation cancellation) {
    if (done == frame) {
      cancellation.cancel();
    }
  }

  private static RunIdentity identity(String options) {
    return RunIdentity.of(Map.of("options", options, "source", "scene"));
  }

  private static FixedPlate plate() {
    return FixedPlate.captured(Scene.backdrop(WIDTH, HEIGHT), "backdrop");
  }

  private static FrameFormat format() {
    return Scene.bgra(WIDTH, HEIGHT);
  }

  private static SyntheticSource source() {
    return new SyntheticSource(
        format(),
        FRAMES,
        (index, frame) -> {
          frame.pixels().put(Scene.frame(WIDTH, HEIGHT, index).pixels());
          frame.stamp(index, time(index));
        });
  }

  /** At 30 frames a second with a pause now and then. */
  private static long time(long index) {
    return Math.round(index * 1e6 / 30) + index / 7 * 100_000;
  }

  private static void assertSameFrames(List<Frame> expected, List<Frame> actual) {
    assertEquals(expected.size(), actual.size());
    for (int i = 0; i < expected.size(); i++) {
      assertEquals(expected.get(i).timeMicros(), actual.get(i).timeMicros(), "time of " + i);
      assertEquals(expected.get(i).pixels(), actual.get(i).pixels(), "pixels of " + i);
    }
  }

  private static Set<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  /** A sink whose results are joined but never finished. */
  private record Unfinished(FrameSink sink) implements FrameSink {
    @Override
    public Set<Layer> layers() {
      return sink.layers();
    }

    @Override
    public void write(Matte matte) throws IOException {
      sink.write(matte);
    }

    @Override
    public void complete() throws IOException {
      sink.complete();
    }

    @Override
    public void finish() throws IOException {
      throw new IOException("killed");
    }

    @Override
    public void close() throws IOException {
      sink.close();
    }
  }
}
