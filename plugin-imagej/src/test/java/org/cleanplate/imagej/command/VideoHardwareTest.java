package org.cleanplate.imagej.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.frame.Matte;
import org.cleanplate.network.graph.Layer;
import org.cleanplate.network.graph.PixelLayout;
import org.cleanplate.video.VideoFrameSink;
import org.cleanplate.video.VideoFrameSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A short video through the macro, with an engine that says it computes on a GPU. */
class VideoHardwareTest {
  private static final int SIZE = 64;
  private static final int FRAMES = 12;

  /** No machine has so many, so nothing of it works anywhere. */
  private static final int NO_SUCH_GPU = 99;

  @TempDir private Path folder;

  private final MatteVideoRunner matting = new MatteVideoRunner();

  @BeforeEach
  void writeVideo() throws IOException {
    FrameFormat format = new FrameFormat(SIZE, SIZE, PixelLayout.BGRA_8);
    Frame frame = Frame.allocate(format);
    Matte matte = new Matte(Map.of(Layer.FOREGROUND_8, frame));
    try (VideoFrameSink sink =
        VideoFrameSink.create(folder.resolve("walk.mp4"), Layer.FOREGROUND_8, format, 25)) {
      for (int i = 0; i < FRAMES; i++) {
        for (int pixel = 0; pixel < SIZE * SIZE; pixel++) {
          boolean subject = pixel / SIZE / 16 == 1 && pixel % SIZE / 16 == i / 4;
          frame.pixels().putInt(4 * pixel, subject ? 0xFF2040E0 : 0xFF808080);
        }
        frame.stamp(i, 40_000L * i);
        matte.stamp(frame);
        sink.write(matte);
      }
      sink.finish();
    }
  }

  @AfterEach
  void closeImages() {
    matting.close();
  }

  @Test
  void aGpuThatDoesNotDecodeGivesWayToTheProcessorForTheSameFrames() throws IOException {
    matting.engine().gpu = OptionalInt.of(NO_SUCH_GPU);
    assertTrue(run("automatic", "preset=ffv1 foreground"), matting.log());
    assertTrue(
        matting.log().contains("walk.mp4 is decoded by the processor, as NVDEC of GPU 99 cannot"),
        matting.log());
    String record =
        Files.readString(folder.resolve("automatic/walk-foreground.mkv.cleanplate.json"));
    assertTrue(record.contains("decoded by the processor, as NVDEC of GPU 99"), record);
    matting.engine().gpu = OptionalInt.empty();
    assertTrue(run("software", "preset=ffv1 foreground decoder=software"), matting.log());
    assertSameFrames("automatic/walk-foreground.mkv", "software/walk-foreground.mkv");
  }

  @Test
  void onTheCpuNothingIsSaidOfHardware() {
    assertTrue(run("out", "alpha"), matting.log());
    assertFalse(matting.log().contains("NVDEC"), matting.log());
    assertFalse(matting.log().contains("encoded by"), matting.log());
  }

  @Test
  void aRequiredDecoderThatIsNotThereIsAnErrorBeforeAnythingIsWritten() {
    matting.engine().gpu = OptionalInt.of(NO_SUCH_GPU);
    assertFalse(run("out", "alpha decoder=hardware"), matting.log());
    assertTrue(matting.log().contains("walk.mp4 cannot be decoded by hardware"), matting.log());
    assertTrue(matting.log().contains("decoder=software"), matting.log());
    assertTrue(Files.notExists(folder.resolve("out")), "something was written");
    assertEquals(0, matting.engine().frames.get());
  }

  @Test
  void aGpuCannotBeRequiredForPictures() throws IOException {
    Files.createDirectory(folder.resolve("pictures"));
    assertFalse(
        matting.run(
            "video=[DIR/pictures] background=median output=[DIR/out] decoder=hardware"
                .replace("DIR", folder.toString())),
        matting.log());
    assertTrue(matting.log().contains("no effect with a folder of pictures"), matting.log());
  }

  @Test
  void onAGpuTheEncoderIsNamedAndItsVideosCanBeGoneOnWith() throws IOException {
    matting.engine().gpu = OptionalInt.of(NO_SUCH_GPU);
    assertTrue(run("out", "preset=h264 alpha foreground chunk=5"), matting.log());
    assertTrue(matting.log().contains("Videos are encoded by "), matting.log());
    assertEquals(FRAMES, frames("out/walk-alpha.mp4"));
    assertEquals(FRAMES, frames("out/walk-foreground.mp4"));
  }

  @Test
  void aRequiredEncoderThatIsNotThereIsAnErrorBeforeAnythingIsWritten() {
    boolean encoded = run("out", "preset=h264 alpha encoder=hardware");
    assumeFalse(encoded, "this machine has hardware that encodes");
    assertTrue(matting.log().contains("H.264 cannot be encoded by hardware here"), matting.log());
    assertTrue(matting.log().contains("h264_nvenc"), matting.log());
    assertTrue(Files.notExists(folder.resolve("out")), "something was written");
    assertEquals(0, matting.engine().frames.get());
  }

  @Test
  void softwareEncodesIfThatIsAskedFor() throws IOException {
    matting.engine().gpu = OptionalInt.of(NO_SUCH_GPU);
    assertTrue(run("out", "preset=h264 alpha encoder=software"), matting.log());
    assertTrue(matting.log().contains("Videos are encoded by lib"), matting.log());
    assertFalse(matting.log().contains("as hardware cannot"), matting.log());
    assertEquals(FRAMES, frames("out/walk-alpha.mp4"));
  }

  private boolean run(String output, String options) {
    String files = "video=[DIR/walk.mp4] background=[frame 1] output=[DIR/" + output + "] ";
    return matting.run((files + options).replace("DIR", folder.toString()));
  }

  private int frames(String name) throws IOException {
    try (VideoFrameSource source = VideoFrameSource.open(folder.resolve(name))) {
      Frame frame = Frame.allocate(source.format());
      int count = 0;
      while (source.read(frame)) {
        count++;
      }
      return count;
    }
  }

  private void assertSameFrames(String one, String other) throws IOException {
    try (VideoFrameSource a = VideoFrameSource.open(folder.resolve(one));
        VideoFrameSource b = VideoFrameSource.open(folder.resolve(other))) {
      Frame left = Frame.allocate(a.format());
      Frame right = Frame.allocate(b.format());
      for (int i = 0; i < FRAMES; i++) {
        assertTrue(a.read(left) && b.read(right), "frame " + i);
        assertArrayEquals(bytes(left), bytes(right), "frame " + i);
      }
    }
  }

  private static byte[] bytes(Frame frame) {
    byte[] bytes = new byte[frame.pixels().remaining()];
    frame.pixels().get(bytes);
    return bytes;
  }
}
