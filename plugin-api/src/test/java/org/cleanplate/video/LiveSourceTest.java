package org.cleanplate.video;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import org.bytedeco.ffmpeg.global.avdevice;
import org.cleanplate.MattingException;
import org.cleanplate.frame.Frame;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiveSourceTest {
  @TempDir private Path folder;

  @Test
  void computedPicturesComeAtTheirTimes() throws IOException {
    assertPaced(input("testsrc=size=160x120:rate=50:duration=0.4", Optional.of("lavfi")), 20, 20);
  }

  @Test
  void aFileIsPlayedAtItsOwnPace() throws IOException {
    Path video = BFrameVideo.write(folder.resolve("v.mkv"), 10, 12);
    assertPaced(LiveInput.of(video.toString()), 10, 40);
  }

  @Test
  void tellsFilesFromStreamsAndCameras() throws IOException {
    Path file = Files.createFile(folder.resolve("v.mp4"));
    assertTrue(LiveInput.of(file.toString()).isFile());
    assertTrue(LiveInput.of("rtsp://camera.local/stream").isStream());
    assertEquals(LiveInput.cameraFormat(), LiveInput.of("/dev/video7").format().orElseThrow());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nosuchsrc=rate=5 | lavfi | is no source of pictures",
        "testsrc=size=0x0 | lavfi | is no source of pictures",
        "http://127.0.0.1:9/a.ts | | Cannot open http://127.0.0.1:9/a.ts: Connection refused",
      })
  void saysWhatIsWrongWithAnInput(String name, String format, String message) {
    MattingException e =
        assertThrows(
            MattingException.class,
            () -> LiveSource.open(input(name, Optional.ofNullable(format))));
    assertTrue(e.getMessage().contains(message), e.getMessage());
  }

  @Test
  void aFileNeverReachesOutToTheNetwork() throws IOException {
    Path playlist =
        Files.writeString(
            folder.resolve("list.m3u8"),
            "#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\nhttp://127.0.0.1:9/a.ts\n"
                + "#EXT-X-ENDLIST\n");
    assertThrows(MattingException.class, () -> LiveSource.open(LiveInput.of(playlist.toString())));
  }

  @Test
  void aCameraThatIsNotThereIsNamed() {
    Assumptions.assumeTrue(devicesLoad(), "not run: no device library");
    MattingException e =
        assertThrows(
            MattingException.class,
            () -> LiveSource.open(input("/dev/no-such-camera", Optional.of("v4l2"))));
    assertTrue(e.getMessage().contains("Cannot open /dev/no-such-camera (v4l2)"), e.getMessage());
  }

  @Test
  void withoutTheDeviceLibraryItSaysWhatIsMissing() {
    Assumptions.assumeFalse(devicesLoad(), "not run: the device library is there");
    MattingException e =
        assertThrows(
            MattingException.class,
            () -> LiveSource.open(input("/dev/video0", Optional.of("v4l2"))));
    assertTrue(e.getMessage().contains("Devices cannot be read here"), e.getMessage());
  }

  private static boolean devicesLoad() {
    try {
      avdevice.avdevice_register_all();
      return true;
    } catch (LinkageError e) {
      return false;
    }
  }

  private static LiveInput input(String name, Optional<String> format) {
    return new LiveInput(name, format, Optional.empty(), OptionalDouble.empty());
  }

  private static void assertPaced(LiveInput input, int frames, int millisAFrame)
      throws IOException {
    try (LiveSource source = LiveSource.open(input)) {
      assertEquals(1000.0 / millisAFrame, source.framesPerSecond(), 1e-6);
      Frame frame = Frame.allocate(source.format());
      long start = System.nanoTime();
      for (int i = 0; i < frames; i++) {
        assertTrue(source.read(frame));
        assertEquals(i, frame.index());
        assertEquals(1000L * millisAFrame * i, frame.timeMicros());
        long millis = (System.nanoTime() - start) / 1_000_000;
        assertTrue(millis >= (long) millisAFrame * i - 30, "frame " + i + " after " + millis);
      }
      assertFalse(source.read(frame));
    }
  }
}
