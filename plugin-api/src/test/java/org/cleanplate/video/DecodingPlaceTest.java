package org.cleanplate.video;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.cleanplate.MattingException;
import org.cleanplate.frame.Frame;
import org.cleanplate.testing.VideoFrames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where videos are decoded on machines that are made up, and on this one. */
class DecodingPlaceTest {
  private static final Path FILE = Path.of("clip.mp4");

  /** No machine has so many. */
  private static final int NO_SUCH_GPU = 99;

  @TempDir private Path folder;

  @Test
  void theProcessorIsNotTriedOut() {
    DecodingPlace place =
        DecodingPlace.choose(
            FILE,
            new DecodingDevice.Processor(),
            (file, gpu) -> {
              throw new AssertionError("tried");
            });
    assertEquals(OptionalInt.empty(), place.gpu());
    assertEquals(Optional.empty(), place.fallback());
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aGpuThatDecodesTheFileDoesSo(boolean required) {
    DecodingPlace place =
        DecodingPlace.choose(
            FILE, new DecodingDevice.Nvidia(2, required), (file, gpu) -> Optional.empty());
    assertEquals(OptionalInt.of(2), place.gpu());
    assertEquals(Optional.empty(), place.fallback());
  }

  @Test
  void whatAGpuDoesNotTakeIsDecodedByTheProcessorWithAWord() {
    DecodingPlace place =
        DecodingPlace.choose(
            FILE, new DecodingDevice.Nvidia(1, false), (file, gpu) -> Optional.of("no AV1 here"));
    assertEquals(OptionalInt.empty(), place.gpu());
    assertEquals(
        "clip.mp4 is decoded by the processor, as NVDEC of GPU 1 cannot be used: no AV1 here",
        place.fallback().orElseThrow());
  }

  @Test
  void aRequiredGpuThatDoesNotTakeTheFileIsAnErrorWithAWayOut() {
    MattingException e =
        assertThrows(
            MattingException.class,
            () ->
                DecodingPlace.choose(
                    FILE,
                    new DecodingDevice.Nvidia(0, true),
                    (file, gpu) -> Optional.of("no AV1 here")));
    assertTrue(e.getMessage().contains("clip.mp4 cannot be decoded by hardware"), e.getMessage());
    assertTrue(e.getMessage().contains("no AV1 here"), e.getMessage());
    assertTrue(e.getMessage().contains("decoder=software"), e.getMessage());
  }

  /** The real trial: of FFmpeg, of the driver if there is one, and of the file. */
  @ParameterizedTest
  @ValueSource(strings = {"libopenh264", "libvpx-vp9", "mpeg2video", "ffv1"})
  void withoutSuchAGpuFramesAreThoseOfTheProcessor(String encoder) throws IOException {
    Path video = video(encoder);
    DecodeOptions onGpu = new DecodeOptions(false, new DecodingDevice.Nvidia(NO_SUCH_GPU, false));
    List<Frame> expected = VideoFrames.read(video);
    List<Frame> frames = VideoFrames.read(video, onGpu);
    assertEquals(expected.size(), frames.size());
    for (int i = 0; i < frames.size(); i++) {
      assertEquals(expected.get(i).pixels(), frames.get(i).pixels(), "frame " + i);
      assertEquals(expected.get(i).timeMicros(), frames.get(i).timeMicros(), "time of " + i);
    }
    try (VideoFrameSource source = VideoFrameSource.open(video, onGpu)) {
      assertEquals(1, source.notes().size(), source.notes().toString());
      String note = source.notes().get(0);
      assertTrue(note.startsWith("clip.mkv is decoded by the processor, as NVDEC of GPU 99"), note);
    }
  }

  @Test
  void aCodecThatNoGpuDecodesIsNamed() throws IOException {
    Path video = video("mpeg2video");
    MattingException e =
        assertThrows(
            MattingException.class,
            () ->
                VideoFrameSource.open(
                    video, new DecodeOptions(false, new DecodingDevice.Nvidia(0, true))));
    assertTrue(e.getMessage().contains("it does not decode mpeg2video"), e.getMessage());
  }

  @Test
  void aFileThatIsMissingIsStillWhatIsWrong() {
    MattingException e =
        assertThrows(
            MattingException.class,
            () ->
                VideoFrameSource.open(
                    folder.resolve("clip.mkv"),
                    new DecodeOptions(false, new DecodingDevice.Nvidia(0, false))));
    assertTrue(e.getMessage().contains("does not exist"), e.getMessage());
  }

  private Path video(String encoder) throws IOException {
    return new SampleVideo("matroska", encoder, 64, 48)
        .write(folder.resolve("clip.mkv"), 5, MovingNoise::paint);
  }
}
