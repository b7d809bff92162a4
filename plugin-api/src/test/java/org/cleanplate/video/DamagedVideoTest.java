package org.cleanplate.video;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_RGB24;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.cleanplate.MattingException;
import org.cleanplate.engine.MattingOptions;
import org.cleanplate.frame.Frame;
import org.cleanplate.job.JobReport;
import org.cleanplate.job.MattingJob;
import org.cleanplate.network.graph.Layer;
import org.cleanplate.plate.FixedPlate;
import org.cleanplate.progress.Cancellation;
import org.cleanplate.progress.ProgressListener;
import org.cleanplate.testing.DifferenceKeyEngine;
import org.cleanplate.testing.Scene;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that are not as they should be, and sizes that few files have. */
class DamagedVideoTest {
  private static final byte[] PNG_START = {(byte) 0x89, 'P', 'N', 'G'};

  @TempDir Path folder;

  @Test
  void passesOverDamagedPacketsAndTellsHowMany() throws IOException {
    Path video = stills("stills.mov", 32, 24, 10);
    overwrite(video, places(video, PNG_START).subList(3, 5), new byte[8]);

    JobReport report = matte(video);

    assertEquals(8, report.frames());
    assertEquals(
        List.of(
            "stills.mov: 2 damaged packets passed over (Invalid data found when processing input)"),
        report.notes());
  }

  @ParameterizedTest
  @CsvSource({"h264.mp4, H264, 0.85", "ffv1.mkv, FFV1, 0.6"})
  void mattesATruncatedFileUpToItsEnd(String name, VideoPreset preset, double part)
      throws IOException {
    Path video = scenes(folder.resolve(name), preset, 40);
    truncate(video, part);

    JobReport report = matte(video);

    assertTrue(report.frames() >= 10 && report.frames() < 40, report.frames() + " frames");
    String last = report.notes().get(report.notes().size() - 1);
    assertTrue(last.startsWith(name + " breaks off"), last);
    assertTrue(last.endsWith(": all frames up to there are used"), last);
  }

  @Test
  void saysNothingOfAWholeFile() throws IOException {
    assertEquals(List.of(), matte(stills("whole.mov", 32, 24, 3)).notes());
    Path video = scenes(folder.resolve("whole.mkv"), VideoPreset.FFV1, 5);
    assertEquals(List.of(), matte(video).notes());
  }

  @Test
  void namesTheCodecThatCannotBeDecoded() throws IOException {
    Path video = scenes(folder.resolve("odd.mkv"), VideoPreset.FFV1, 3);
    overwrite(
        video,
        places(video, "V_FFV1".getBytes(StandardCharsets.US_ASCII)),
        "V_QQQ1".getBytes(StandardCharsets.US_ASCII));

    MattingException e = assertThrows(MattingException.class, () -> VideoFrameSource.open(video));

    assertTrue(e.getMessage().startsWith("odd.mkv is coded as "), e.getMessage());
    assertTrue(e.getMessage().contains("cannot decode: convert it"), e.getMessage());
  }

  @ParameterizedTest
  @CsvSource({"31, 17, 2", "1, 1, 2", "8192, 16, 2", "32, 24, 1"})
  void readsAnySizeAndLength(int width, int height, int frames) throws IOException {
    Path video = stills("any.mov", width, height, frames);

    try (VideoFrameSource source = VideoFrameSource.open(video)) {
      assertEquals(width + "x" + height, source.format().size());
      Frame frame = Frame.allocate(source.format());
      int read = 0;
      while (source.read(frame)) {
        read++;
      }
      assertEquals(frames, read);
      assertEquals(width - 1 & 0xFF, frame.pixels().get(4 * (width * height - 1) + 2) & 0xFF);
    }
  }

  @Test
  void countsFramesOnlyOnceTheyWereRead() throws IOException {
    Path video = stills("stills.mov", 32, 24, 10);
    overwrite(video, places(video, PNG_START).subList(3, 5), new byte[8]);

    try (VideoFrameSource source = VideoFrameSource.open(video)) {
      assertEquals(10, source.frameCountEstimate().orElseThrow());
      source.skip(100);
      assertEquals(8, source.frameCountEstimate().orElseThrow());
    }
  }

  private JobReport matte(Path video) throws IOException {
    try (VideoFrameSource source = VideoFrameSource.open(video)) {
      return new MattingJob(
              source,
              FixedPlate.captured(Frame.allocate(source.format()), "black"),
              new DifferenceKeyEngine(),
              MattingOptions.of(Layer.ALPHA_8),
              List.of(
                  VideoFrameSink.create(
                      folder.resolve("alpha.mkv"), Layer.ALPHA_8, source.format(), 25)))
          .run(ProgressListener.NONE, new Cancellation());
    }
  }

  private Path stills(String name, int width, int height, int frames) throws IOException {
    return new SampleVideo("mov", "png", width, height)
        .pixelFormat(AV_PIX_FMT_RGB24)
        .write(folder.resolve(name), frames, DamagedVideoTest::paint);
  }

  private static void paint(int index, AVFrame picture) {
    for (int y = 0; y < picture.height(); y++) {
      for (int x = 0; x < picture.width(); x++) {
        picture.data(0).put((long) y * picture.linesize(0) + 3L * x, (byte) x);
      }
    }
  }

  private static Path scenes(Path file, VideoPreset preset, int frames) throws IOException {
    try (VideoFrameSink sink =
        VideoFrameSink.create(
            file, VideoContent.FOREGROUND_8, Scene.bgra(96, 64), 25, EncodeOptions.of(preset))) {
      for (int i = 0; i < frames; i++) {
        sink.write(StoredFrames.matte(Layer.FOREGROUND_8, Scene.frame(96, 64, i)));
      }
      sink.finish();
    }
    return file;
  }

  /** Where some bytes are found in a file. */
  private static List<Long> places(Path file, byte[] wanted) throws IOException {
    byte[] all = Files.readAllBytes(file);
    List<Long> places = new ArrayList<>();
    for (int i = 0; i + wanted.length <= all.length; i++) {
      int same = 0;
      while (same < wanted.length && all[i + same] == wanted[same]) {
        same++;
      }
      if (same == wanted.length) {
        places.add((long) i);
      }
    }
    return places;
  }

  private static void overwrite(Path file, List<Long> places, byte[] bytes) throws IOException {
    try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "rw")) {
      for (long place : places) {
        access.seek(place);
        access.write(bytes);
      }
    }
  }

  private static void truncate(Path file, double part) throws IOException {
    try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "rw")) {
      access.setLength((long) (access.length() * part));
    }
  }
}
