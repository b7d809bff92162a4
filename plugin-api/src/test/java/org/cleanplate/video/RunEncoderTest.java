package org.cleanplate.video;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cleanplate.MattingException;
import org.cleanplate.engine.gpu.NvidiaSmi;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.network.graph.Layer;
import org.cleanplate.testing.Scene;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which encoder a run gets on machines that are made up, and on this one. */
class RunEncoderTest {
  private static final FrameFormat HD = Scene.bgra(1920, 1080);
  private static final List<VideoContent> TWO =
      List.of(VideoContent.of(Layer.ALPHA_8), VideoContent.of(Layer.FOREGROUND_8));

  @TempDir private Path folder;

  @Test
  void withoutAWishEachFileGetsTheBestEncoderThatWorks() {
    RunEncoder chosen =
        RunEncoder.choose(
            EncoderChoice.BEST,
            VideoPreset.H264,
            kind -> {
              throw new AssertionError("tried");
            });
    assertEquals(new RunEncoder(Optional.empty(), Optional.empty()), chosen);
  }

  @Test
  void hardwareComesFirstIfItIsPreferred() {
    RunEncoder chosen = choose(EncoderChoice.HARDWARE_FIRST, VideoPreset.H264, everyEncoder());
    assertEquals("h264_videotoolbox", chosen.name().orElseThrow());
    RunEncoder nvidia =
        choose(
            EncoderChoice.HARDWARE_FIRST,
            VideoPreset.H265,
            Set.of(EncoderKind.X265, EncoderKind.HEVC_NVENC));
    assertEquals("hevc_nvenc", nvidia.name().orElseThrow());
    assertEquals("Videos are encoded by hevc_nvenc", nvidia.note().orElseThrow());
  }

  @Test
  void preferredHardwareThatFailsGivesWayWithAWord() {
    RunEncoder chosen =
        choose(EncoderChoice.HARDWARE_FIRST, VideoPreset.H264, Set.of(EncoderKind.OPENH264));
    assertEquals("libopenh264", chosen.name().orElseThrow());
    assertEquals(
        "Videos are encoded by libopenh264, as hardware cannot (h264_videotoolbox: broken;"
            + " h264_nvenc: broken; h264_qsv: broken)",
        chosen.note().orElseThrow());
  }

  @Test
  void preferredHardwareLeavesPresetsAloneThatHaveNone() {
    for (VideoPreset preset : List.of(VideoPreset.FFV1, VideoPreset.PRORES, VideoPreset.VP9)) {
      assertEquals(Optional.empty(), choose(EncoderChoice.HARDWARE_FIRST, preset, Set.of()).name());
    }
  }

  @Test
  void requiredHardwareThatFailsIsAnErrorWithAWayOut() {
    MattingException e =
        assertThrows(
            MattingException.class,
            () -> choose(EncoderChoice.HARDWARE, VideoPreset.H264, Set.of(EncoderKind.OPENH264)));
    assertTrue(e.getMessage().startsWith("H.264 cannot be encoded by hardware"), e.getMessage());
    assertTrue(e.getMessage().contains("h264_nvenc: broken"), e.getMessage());
    assertTrue(e.getMessage().contains("encoder=auto"), e.getMessage());
  }

  @Test
  void softwareIsNeverHardware() {
    RunEncoder chosen =
        choose(
            EncoderChoice.SOFTWARE,
            VideoPreset.H264,
            Set.of(EncoderKind.H264_NVENC, EncoderKind.OPENH264));
    assertEquals("libopenh264", chosen.name().orElseThrow());
    assertEquals("Videos are encoded by libopenh264", chosen.note().orElseThrow());
    assertThrows(
        MattingException.class,
        () -> choose(EncoderChoice.SOFTWARE, VideoPreset.H265, Set.of(EncoderKind.HEVC_NVENC)));
  }

  /** The real trial; a machine with neither NVIDIA's nor Intel's hardware takes its processor. */
  @ParameterizedTest
  @EnumSource(
      value = EncoderChoice.class,
      names = {"SOFTWARE", "HARDWARE_FIRST"})
  void theChosenEncoderWritesTheVideo(EncoderChoice choice) throws IOException {
    RunEncoder chosen = RunEncoder.choose(choice, VideoPreset.H264, TWO, HD, 25);
    assertEquals(300, written(chosen).width());
  }

  @Test
  void anEncoderThatIsNotThereIsNotReplaced() {
    MattingException e =
        assertThrows(
            MattingException.class,
            () -> written(new RunEncoder(Optional.of("h264_none"), Optional.empty())));
    assertTrue(e.getMessage().contains("H.264 cannot be encoded"), e.getMessage());
  }

  @Test
  void anNvidiaGpuEncodes() throws IOException {
    assumeTrue(new NvidiaSmi().ask().isPresent(), "not run: no device");
    Optional<String> problem =
        EncoderOpener.problem(
            EncoderKind.H264_NVENC, EncodeOptions.of(VideoPreset.H264), TWO, HD, 25);
    // Cards for computing centres have no encoder.
    assumeTrue(problem.isEmpty(), "not run: no encoder, " + problem.orElse(""));
    RunEncoder chosen =
        RunEncoder.choose(EncoderChoice.HARDWARE_FIRST, VideoPreset.H264, TWO, HD, 25);
    assertEquals("h264_nvenc", chosen.name().orElseThrow());
    assertEquals(300, written(chosen).width());
  }

  /** Three frames of a scene by that encoder, of which the first is read back. */
  private FrameFormat written(RunEncoder encoder) throws IOException {
    Path file = folder.resolve("v.mp4");
    FrameFormat format = Scene.bgra(300, 200);
    EncodeOptions options = EncodeOptions.of(VideoPreset.H264).withEncoder(encoder.name());
    try (VideoFrameSink sink =
        VideoFrameSink.create(file, VideoContent.of(Layer.FOREGROUND_8), format, 25, options)) {
      for (int i = 0; i < 3; i++) {
        Frame frame = Scene.frame(300, 200, i);
        frame.stamp(i, 40_000L * i);
        sink.write(StoredFrames.matte(Layer.FOREGROUND_8, frame));
      }
      sink.finish();
    }
    List<Frame> frames = StoredFrames.read(file);
    assertEquals(3, frames.size());
    return frames.get(0).format();
  }

  private static RunEncoder choose(
      EncoderChoice choice, VideoPreset preset, Set<EncoderKind> working) {
    return RunEncoder.choose(
        choice,
        preset,
        kind ->
            working.contains(kind) ? Optional.empty() : Optional.of(kind.encoder() + ": broken"));
  }

  private static Set<EncoderKind> everyEncoder() {
    return Set.of(EncoderKind.values());
  }
}
