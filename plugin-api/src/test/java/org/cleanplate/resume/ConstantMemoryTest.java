package org.cleanplate.resume;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.File;
import java.io.IOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cleanplate.engine.MattingOptions;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameSource;
import org.cleanplate.frame.Matte;
import org.cleanplate.job.JobReport;
import org.cleanplate.job.MattingJob;
import org.cleanplate.network.graph.Layer;
import org.cleanplate.plate.FixedPlate;
import org.cleanplate.progress.Cancellation;
import org.cleanplate.progress.Progress;
import org.cleanplate.testing.DifferenceKeyEngine;
import org.cleanplate.testing.Scene;
import org.cleanplate.testing.SyntheticSource;
import org.cleanplate.video.EncodeOptions;
import org.cleanplate.video.VideoChunks;
import org.cleanplate.video.VideoContent;
import org.cleanplate.video.VideoFrameSink;
import org.cleanplate.video.VideoFrameSource;
import org.cleanplate.video.VideoPreset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a job holds outside the Java heap, counted, not weighed: a process's memory depends on its
 * allocator's mood. Each frame and each chunk that kept something would show.
 */
class ConstantMemoryTest {
  private static final int WIDTH = 96;
  private static final int HEIGHT = 64;
  private static final int FRAMES = 300;
  private static final int CHUNK = 10;
  private static final long FEW = 45;
  private static final long MANY = 295;

  /** Those of a few frames in work. */
  private static final long MOST_BUFFERS = 60;

  /** The JVM's own threads come and go. */
  private static final long THREADS_OF_THE_JVM = 6;

  @TempDir private Path folder;

  private final Map<Long, Held> held = new TreeMap<>();

  @Test
  void aJobHoldsAsMuchAfterManyChunksAsAfterAFew() throws IOException {
    try (FrameSource source = VideoFrameSource.open(video())) {
      MattingJob job =
          new MattingJob(
              source,
              FixedPlate.captured(Scene.backdrop(WIDTH, HEIGHT), "backdrop"),
              new DifferenceKeyEngine(),
              MattingOptions.of(Layer.ALPHA_8),
              List.of(sink(source)));
      JobReport report = job.run(this::look, new Cancellation());
      assertEquals(FRAMES, report.frames());
    }
    Held few = held.get(FEW);
    Held many = held.get(MANY);
    assertTrue(many.directBuffers <= Math.min(few.directBuffers, MOST_BUFFERS), few + ", " + many);
    assertTrue(many.directBytes <= few.directBytes, few + ", then " + many);
    assertTrue(many.openFiles <= few.openFiles + 1, few + ", then " + many);
    assertTrue(many.threads <= few.threads + THREADS_OF_THE_JVM, few + ", then " + many);
  }

  private ResumableSink sink(FrameSource source) throws IOException {
    Path results = Files.createDirectories(folder.resolve("out"));
    WorkFolder work = WorkFolder.open(results, "v", RunIdentity.of(Map.of("options", "a")));
    return new ResumableSink(
        work,
        List.of(
            VideoChunks.create(
                work.path(),
                results.resolve("alpha.mp4"),
                VideoContent.ALPHA_8,
                source.format(),
                25,
                EncodeOptions.of(VideoPreset.H264)),
            VideoChunks.create(
                work.path(),
                results.resolve("foreground.mkv"),
                VideoContent.FOREGROUND_8,
                source.format(),
                25,
                EncodeOptions.of(VideoPreset.FFV1))),
        CHUNK);
  }

  private Path video() throws IOException {
    Path video = folder.resolve("scene.mp4");
    try (FrameSource scene =
            new SyntheticSource(
                Scene.bgra(WIDTH, HEIGHT),
                FRAMES,
                (index, frame) ->
                    frame.pixels().put(Scene.frame(WIDTH, HEIGHT, (int) index % 20).pixels()));
        VideoFrameSink sink =
            VideoFrameSink.create(video, Layer.FOREGROUND_8, scene.format(), 25)) {
      Frame frame = Frame.allocate(scene.format());
      Matte matte = new Matte(Map.of(Layer.FOREGROUND_8, frame));
      while (scene.read(frame)) {
        matte.stamp(frame);
        sink.write(matte);
      }
      sink.finish();
    }
    return video;
  }

  /** In the middle of a chunk, when all that the job needs is open. */
  private void look(Progress progress) {
    if (progress.done() == FEW || progress.done() == MANY) {
      // What earlier tests left is not ours.
      System.gc();
      held.put(progress.done(), Held.now());
    }
  }

  private record Held(long directBuffers, long directBytes, long openFiles, long threads) {
    static Held now() {
      BufferPoolMXBean direct =
          ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
              .filter(pool -> pool.getName().equals("direct"))
              .findFirst()
              .orElseThrow();
      return new Held(direct.getCount(), direct.getMemoryUsed(), countOpenFiles(), countThreads());
    }

    /** 0 where the system does not tell. */
    private static long countOpenFiles() {
      return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
          ? unix.getOpenFileDescriptorCount()
          : 0;
    }

    /** Of the process, native ones included; 0 where the system does not tell. */
    private static long countThreads() {
      String[] tasks = new File("/proc/self/task").list();
      return tasks == null ? 0 : tasks.length;
    }
  }
}
