package org.cleanplate.video;

import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.cleanplate.engine.gpu.NvidiaSmi;
import org.cleanplate.frame.Frame;
import org.cleanplate.progress.Cancellation;
import org.cleanplate.progress.ProgressListener;
import org.cleanplate.testing.VideoFrames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Frames from an NVIDIA GPU against those of the processor. */
class NvdecTest {
  private static final int FRAMES = 40;
  private static final DecodeOptions ON_GPU =
      new DecodeOptions(false, new DecodingDevice.Nvidia(0, true));

  @TempDir private Path folder;

  @Test
  void thisFFmpegCanLeaveTheUsualCodecsToAGpu() {
    for (String encoder : List.of("libopenh264", "libvpx", "libvpx-vp9", "libsvtav1")) {
      assertTrue(Nvdec.decoder(avcodec_find_encoder_by_name(encoder).id()).isPresent(), encoder);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "libopenh264, 320, 240",
    "libopenh264, 322, 182",
    "libvpx-vp9, 320, 240",
    "libvpx-vp9, 333, 243"
  })
  void framesFromTheGpuAreThoseOfTheProcessor(String encoder, int width, int height)
      throws IOException {
    requireDevice();
    Path video =
        new SampleVideo("matroska", encoder, width, height)
            .write(folder.resolve("v.mkv"), FRAMES, MovingNoise::paint);
    List<Frame> expected = VideoFrames.read(video);
    List<Frame> frames = VideoFrames.read(video, ON_GPU);
    assertEquals(FRAMES, frames.size());
    for (int i = 0; i < FRAMES; i++) {
      assertSame(expected.get(i), frames.get(i));
    }
    assertSameInAnyOrder(video, expected);
  }

  @Test
  void framesOfARealRecordingWithBFramesAreThoseOfTheProcessor() throws IOException {
    Path video = Path.of(System.getProperty("cleanplate.media", ""), "mouse/mouse_video.mp4");
    assumeTrue(Files.exists(video), "no footage at " + video);
    requireDevice();
    try (VideoFrameSource processor = VideoFrameSource.open(video);
        VideoFrameSource gpu = VideoFrameSource.open(video, ON_GPU)) {
      Frame expected = Frame.allocate(processor.format());
      Frame frame = Frame.allocate(gpu.format());
      for (int i = 0; i < 300; i++) {
        assertTrue(processor.read(expected) && gpu.read(frame));
        assertSame(expected, frame);
      }
      assertEquals(List.of(), gpu.notes());
    }
  }

  private static void assertSameInAnyOrder(Path video, List<Frame> expected) throws IOException {
    VideoIndex index = VideoIndex.of(video, ProgressListener.NONE, new Cancellation());
    try (IndexedVideo indexed = IndexedVideo.open(video, index, ON_GPU, Optional.empty())) {
      for (int i : new int[] {FRAMES - 1, 3, 17, 16, 30, 0, 12}) {
        assertSame(expected.get(i), indexed.read(i));
      }
    }
  }

  private static void assertSame(Frame expected, Frame frame) {
    assertEquals(expected.index(), frame.index());
    assertEquals(expected.pixels(), frame.pixels(), "frame " + frame.index());
  }

  private static void requireDevice() {
    assumeTrue(new NvidiaSmi().ask().isPresent(), "not run: no device");
  }
}
