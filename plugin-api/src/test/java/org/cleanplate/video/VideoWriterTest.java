package org.cleanplate.video;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.frame.Matte;
import org.cleanplate.network.graph.Layer;
import org.cleanplate.network.graph.PixelLayout;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class VideoWriterTest {
  private static final Path FULL_DISK = Path.of("/dev/full");

  @ParameterizedTest
  @EnumSource(value = VideoPreset.class, mode = EnumSource.Mode.EXCLUDE, names = "H265")
  void reportsAFullDiskWhateverTheContainer(VideoPreset preset) {
    Assumptions.assumeTrue(Files.exists(FULL_DISK), "no /dev/full on this system");

    IOException e = assertThrows(IOException.class, () -> writeNoise(preset, 40));

    assertTrue(e.getMessage().contains("No space left on device"), e.getMessage());
  }

  /** A file so small that it fails only when the buffers are emptied at its end. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void reportsAFullDiskThatShowsOnlyAtTheEnd(int frames) {
    Assumptions.assumeTrue(Files.exists(FULL_DISK), "no /dev/full on this system");

    assertThrows(IOException.class, () -> writeNoise(VideoPreset.FFV1, frames));
  }

  private static void writeNoise(VideoPreset preset, int frames) throws IOException {
    Frame noise = Frame.allocate(new FrameFormat(64, 64, PixelLayout.GRAY_8));
    Random random = new Random(1);
    ByteBuffer pixels = noise.pixels();
    while (pixels.hasRemaining()) {
      pixels.put((byte) random.nextInt());
    }
    Matte matte = new Matte(Map.of(Layer.ALPHA_8, noise));
    try (VideoWriter writer =
        VideoWriter.open(
            FULL_DISK,
            "full",
            VideoContent.ALPHA_8,
            noise.format(),
            new VideoTimeline(25),
            EncodeOptions.of(preset))) {
      for (int i = 0; i < frames; i++) {
        noise.stamp(i, i * 40_000L);
        matte.stamp(noise);
        writer.write(matte);
      }
      writer.complete();
    }
  }
}
