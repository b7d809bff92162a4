package org.cleanplate.job;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.cleanplate.MattingException;
import org.cleanplate.engine.MattingOptions;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.frame.FrameSink;
import org.cleanplate.network.graph.Layer;
import org.cleanplate.plate.FixedPlate;
import org.cleanplate.plate.estimate.PlateEstimate;
import org.cleanplate.plate.estimate.PlateEstimator;
import org.cleanplate.progress.Cancellation;
import org.cleanplate.progress.ProgressListener;
import org.cleanplate.sequence.ImageFolderSource;
import org.cleanplate.sequence.ImageSequenceSink;
import org.cleanplate.sequence.SequenceFormat;
import org.cleanplate.testing.DifferenceKeyEngine;
import org.cleanplate.testing.Scene;
import org.cleanplate.video.VideoFrameSink;
import org.cleanplate.video.VideoFrameSource;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** The job over real files: a video in, its plate estimated, a video and pictures out. */
class FilesJobTest {
  private static final int WIDTH = 160;
  private static final int HEIGHT = 48;
  private static final int FRAMES = 30;

  @TempDir Path folder;

  @Test
  void mattesAVideoWithAnEstimatedPlate() throws IOException {
    Path input = sceneVideo();
    PlateEstimate plate = estimatePlate(input);
    try (VideoFrameSource source = VideoFrameSource.open(input);
        DifferenceKeyEngine engine = new DifferenceKeyEngine()) {
      FrameFormat format = source.format();
      List<FrameSink> sinks =
          List.of(
              VideoFrameSink.create(folder.resolve("alpha.mkv"), Layer.ALPHA_8, format, 25),
              ImageSequenceSink.create(
                  folder, "cut", SequenceFormat.PNG, Set.of(Layer.CUTOUT_8), format));
      JobReport report =
          new MattingJob(source, plate, engine, MattingOptions.of(Layer.ALPHA_8), sinks)
              .run(ProgressListener.NONE, new Cancellation());
      assertEquals(FRAMES, report.frames());
      assertEquals("median of 30 frames", report.plate());
    }
    assertAlphaIsTheSubject();
    try (ImageFolderSource cutOuts = ImageFolderSource.open(folder)) {
      assertEquals(FRAMES, cutOuts.frameCountEstimate().orElseThrow());
      Frame first = Frame.allocate(cutOuts.format());
      cutOuts.read(first);
      assertEquals(-1, first.pixels().getInt(4 * (10 * WIDTH + 5)));
      assertEquals(0, first.pixels().getInt(4 * (10 * WIDTH + 50)));
    }
  }

  @Test
  void leavesNothingBehindWhenCancelled() throws IOException {
    Path input = sceneVideo();
    Cancellation cancellation = new Cancellation();
    try (VideoFrameSource source = VideoFrameSource.open(input);
        DifferenceKeyEngine engine = new DifferenceKeyEngine()) {
      List<FrameSink> sinks =
          List.of(
              VideoFrameSink.create(
                  folder.resolve("alpha.mp4"), Layer.ALPHA_8, source.format(), 25),
              ImageSequenceSink.create(
                  folder, "cut", SequenceFormat.TIFF, Set.of(Layer.CUTOUT_8), source.format()));
      FixedPlate plate = FixedPlate.captured(Scene.backdrop(WIDTH, HEIGHT), "scene");
      JobReport report =
          new MattingJob(source, plate, engine, MattingOptions.of(Layer.ALPHA_8), sinks)
              .run(
                  progress -> {
                    if (progress.done() == 5) {
                      cancellation.cancel();
                    }
                  },
                  cancellation);
      assertTrue(report.cancelled());
    }
    assertEquals(List.of("scene.mkv"), filesIn(folder));
  }

  @Test
  void refusesToWriteOverItsOwnSource() throws IOException {
    Path input = sceneVideo();
    byte[] before = Files.readAllBytes(input);
    try (VideoFrameSource source = VideoFrameSource.open(input)) {
      assertReplacesSource(() -> VideoFrameSink.create(input, Layer.ALPHA_8, source.format(), 25));
    }
    assertArrayEquals(before, Files.readAllBytes(input));

    writePicture("cut_00001.png");
    try (ImageFolderSource source = ImageFolderSource.open(folder)) {
      assertReplacesSource(
          () ->
              ImageSequenceSink.create(
                  folder, "cut", SequenceFormat.PNG, Set.of(Layer.ALPHA_8), source.format()));
    }
    ImageSequenceSink.create(
            folder, "cut", SequenceFormat.PNG, Set.of(Layer.ALPHA_8), Scene.bgra(WIDTH, HEIGHT))
        .close();
  }

  /** On a file system of a megabyte, where the system lets us mount one. */
  @Test
  void leavesNothingBehindOnAFullDisk() throws IOException, InterruptedException {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    Assumptions.assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk.toString()),
        "mounting needs rights that this user has not");
    try (VideoFrameSource source = VideoFrameSource.open(sceneVideo());
        DifferenceKeyEngine engine = new DifferenceKeyEngine()) {
      Files.write(disk.resolve("ballast"), new byte[1_000_000]);
      List<FrameSink> sinks =
          List.of(
              VideoFrameSink.create(disk.resolve("a.mkv"), Layer.ALPHA_8, source.format(), 25),
              VideoFrameSink.create(disk.resolve("f.mkv"), Layer.CUTOUT_8, source.format(), 25),
              ImageSequenceSink.create(
                  disk, "cut", SequenceFormat.PNG, Set.of(Layer.CUTOUT_8), source.format()));
      FixedPlate plate = FixedPlate.captured(Scene.backdrop(WIDTH, HEIGHT), "scene");
      MattingJob job =
          new MattingJob(source, plate, engine, MattingOptions.of(Layer.ALPHA_8), sinks);

      IOException e =
          assertThrows(IOException.class, () -> job.run(ProgressListener.NONE, new Cancellation()));

      assertTrue(e.getMessage().contains("No space left on device"), e.getMessage());
      assertEquals(List.of("ballast"), filesIn(disk));
    } finally {
      run("umount", disk.toString());
    }
  }

  private void writePicture(String name) throws IOException {
    BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    ImageIO.write(picture, "png", folder.resolve(name).toFile());
  }

  private static void assertReplacesSource(Executable creation) {
    MattingException e = assertThrows(MattingException.class, creation);
    assertTrue(e.getMessage().contains("is the source that is being read"), e.getMessage());
  }

  private void assertAlphaIsTheSubject() throws IOException {
    try (VideoFrameSource alpha = VideoFrameSource.open(folder.resolve("alpha.mkv"))) {
      Frame frame = Frame.allocate(alpha.format());
      while (alpha.read(frame)) {
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
          boolean subject = Scene.isSubject(frame.index(), i % WIDTH, i / WIDTH);
          assertEquals((byte) (subject ? 255 : 0), frame.pixels().get(4 * i));
        }
      }
      assertEquals(FRAMES - 1, frame.index());
    }
  }

  private PlateEstimate estimatePlate(Path input) throws IOException {
    try (VideoFrameSource source = VideoFrameSource.open(input)) {
      return new PlateEstimator().estimate(source, ProgressListener.NONE, new Cancellation());
    }
  }

  private Path sceneVideo() throws IOException {
    Path video = folder.resolve("scene.mkv");
    try (DifferenceKeyEngine engine = new DifferenceKeyEngine()) {
      VideoFrameSink sink =
          VideoFrameSink.create(video, Layer.COMPOSITE_8, Scene.bgra(WIDTH, HEIGHT), 25);
      new MattingJob(
              Scene.source(WIDTH, HEIGHT, FRAMES),
              FixedPlate.captured(Scene.backdrop(WIDTH, HEIGHT), "scene"),
              engine,
              MattingOptions.of(Layer.ALPHA_8),
              List.of(sink))
          .run(ProgressListener.NONE, new Cancellation());
    }
    return video;
  }

  private static boolean run(String... command) throws IOException, InterruptedException {
    try {
      return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static List<String> filesIn(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }
}
