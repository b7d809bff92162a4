package org.cleanplate.video;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.cleanplate.network.graph.Layer;
import org.cleanplate.testing.Scene;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Five silent opaque frames of 96x64, the last at 160 ms. */
class WrittenVideoTest {
  @TempDir Path folder;

  private Path video;

  @BeforeEach
  void writeVideo() throws IOException {
    video = folder.resolve("five.mkv");
    try (VideoFrameSink sink =
        VideoFrameSink.create(video, Layer.FOREGROUND_8, Scene.bgra(96, 64), 25)) {
      for (int i = 0; i < 5; i++) {
        sink.write(StoredFrames.matte(Layer.FOREGROUND_8, Scene.frame(96, 64, i)));
      }
      sink.finish();
    }
  }

  @Test
  void findsWhatWasWritten() throws IOException {
    new WrittenVideo(5, 96, 64, false, 160_000, 0, 0).requireIn(video, "five.mkv");
  }

  @ParameterizedTest
  @CsvSource({
    "6, 96, 64, false, 160000, 0, 5 frames; expected 6",
    "5, 96, 64, false, 200000, 0, a last frame at 160000 microseconds; expected 200000",
    "5, 98, 64, false, 160000, 0, frames of 96x64; expected 98x64",
    "5, 96, 64, true, 160000, 0, no alpha; expected it",
    "5, 96, 64, false, 160000, 1, 0 streams of sound; expected 1",
  })
  void refusesAFileThatHoldsSomethingElse(
      long frames, int width, int height, boolean alpha, long last, int tracks, String words) {
    WrittenVideo expected = new WrittenVideo(frames, width, height, alpha, last, tracks, 0);

    IOException e = assertThrows(IOException.class, () -> expected.requireIn(video, "five.mkv"));

    assertTrue(e.getMessage().contains(words.replace("; ", ", ")), e.getMessage());
  }

  @Test
  void refusesAFileThatCannotBeRead() {
    WrittenVideo expected = new WrittenVideo(5, 96, 64, false, 160_000, 0, 0);

    IOException e =
        assertThrows(
            IOException.class, () -> expected.requireIn(folder.resolve("no.mkv"), "no.mkv"));

    assertTrue(e.getMessage().startsWith("no.mkv was written but cannot be read again"));
  }
}
