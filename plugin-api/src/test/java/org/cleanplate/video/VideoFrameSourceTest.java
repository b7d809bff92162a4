package org.cleanplate.video;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cleanplate.MattingException;
import org.cleanplate.frame.Frame;
import org.cleanplate.network.graph.Layer;
import org.cleanplate.testing.Scene;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VideoFrameSourceTest {
  private static final int WIDTH = 96;
  private static final int HEIGHT = 64;
  private static final int FRAMES = 20;

  @TempDir Path folder;

  @Test
  void readsWhatWasWrittenWithItsTimes() throws IOException {
    try (VideoFrameSource source = VideoFrameSource.open(sceneVideo("scene.mkv"))) {
      assertEquals("scene.mkv", source.name());
      assertEquals(Scene.bgra(WIDTH, HEIGHT), source.format());
      assertEquals(25, source.framesPerSecond());
      assertEquals(FRAMES, source.frameCountEstimate().orElseThrow());
      Frame frame = Frame.allocate(source.format());
      for (int i = 0; i < FRAMES; i++) {
        assertTrue(source.read(frame));
        assertEquals(i, frame.index());
        assertEquals(i * 40_000, frame.timeMicros());
        assertEquals(Scene.frame(WIDTH, HEIGHT, i).pixels(), frame.pixels());
      }
      assertFalse(source.read(frame));
      assertEquals(FRAMES - 1, frame.index());
    }
  }

  @Test
  void skipsToTheSameFramesAsReading() throws IOException {
    try (VideoFrameSource source = VideoFrameSource.open(sceneVideo("scene.mkv"))) {
      Frame frame = Frame.allocate(source.format());
      source.skip(7);
      assertTrue(source.read(frame));
      assertEquals(7, frame.index());
      assertEquals(280_000, frame.timeMicros());
      assertEquals(Scene.frame(WIDTH, HEIGHT, 7).pixels(), frame.pixels());
      source.skip(100);
      assertFalse(source.read(frame));
    }
  }

  @Test
  void closesTwice() throws IOException {
    VideoFrameSource source = VideoFrameSource.open(sceneVideo("scene.mkv"));
    source.close();
    source.close();
  }

  @Test
  void refusesAMissingFile() {
    assertMessage(folder.resolve("no.mp4"), "does not exist");
  }

  @Test
  void refusesAFolder() {
    assertMessage(folder, "is a folder");
  }

  @Test
  void refusesAnEmptyFile() throws IOException {
    assertMessage(Files.createFile(folder.resolve("empty.mp4")), "is empty (0 bytes)");
  }

  @Test
  void refusesATextThatIsNamedAsAVideo() throws IOException {
    Path text = Files.writeString(folder.resolve("text.mp4"), "This is no video.\n".repeat(99));
    assertMessage(text, "text.mp4 cannot be read as a video (Invalid data");
  }

  @Test
  void refusesAPlaylistThatPointsElsewhere() throws IOException {
    Path playlist =
        Files.writeString(
            folder.resolve("list.mp4"),
            "#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\nhttp://127.0.0.1:9/a.ts\n"
                + "#EXT-X-ENDLIST\n");
    assertMessage(playlist, "list.mp4");
  }

  @Test
  void refusesSoundAlone() throws IOException {
    assertMessage(silence(), "silence.wav has no video stream");
  }

  @Test
  void refusesAFileCutOffBeforeItsIndex() throws IOException {
    Path video = sceneVideo("scene.mov");
    truncate(video, 0.5);
    assertMessage(video, "cut off before its index was written");
  }

  @Test
  void readsATruncatedMatroskaUpToItsEnd() throws IOException {
    Path video = sceneVideo("scene.mkv");
    truncate(video, 0.5);
    try (VideoFrameSource source = VideoFrameSource.open(video)) {
      Frame frame = Frame.allocate(source.format());
      int read = 0;
      while (source.read(frame) && frame.index() < 8) {
        assertEquals(Scene.frame(WIDTH, HEIGHT, read).pixels(), frame.pixels());
        read++;
      }
      assertTrue(read >= 7 && read < FRAMES, read + " frames");
    }
  }

  @Test
  void passesOverADamagedStretch() throws IOException {
    Path video = sceneVideo("scene.mp4");
    try (RandomAccessFile file = new RandomAccessFile(video.toFile(), "rw")) {
      file.seek(file.length() / 2);
      file.write(new byte[64]);
    }
    try (VideoFrameSource source = VideoFrameSource.open(video)) {
      Frame frame = Frame.allocate(source.format());
      int read = 0;
      while (source.read(frame)) {
        read++;
      }
      assertTrue(read > FRAMES / 2, read + " frames");
    }
  }

  private Path sceneVideo(String name) throws IOException {
    Path video = folder.resolve(name);
    try (VideoFrameSink sink =
        VideoFrameSink.create(video, Layer.FOREGROUND_8, Scene.bgra(WIDTH, HEIGHT), 25)) {
      for (int i = 0; i < FRAMES; i++) {
        sink.write(StoredFrames.matte(Layer.FOREGROUND_8, Scene.frame(WIDTH, HEIGHT, i)));
      }
      sink.finish();
    }
    return video;
  }

  /** A quarter of a second of 8 kHz mono silence. */
  private Path silence() throws IOException {
    int samples = 2000;
    ByteBuffer wave = ByteBuffer.allocate(44 + 2 * samples).order(ByteOrder.LITTLE_ENDIAN);
    wave.put("RIFF".getBytes()).putInt(36 + 2 * samples).put("WAVEfmt ".getBytes());
    wave.putInt(16).putShort((short) 1).putShort((short) 1).putInt(8000).putInt(16000);
    wave.putShort((short) 2).putShort((short) 16).put("data".getBytes()).putInt(2 * samples);
    return Files.write(folder.resolve("silence.wav"), wave.array());
  }

  private static void truncate(Path file, double part) throws IOException {
    try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "rw")) {
      access.setLength((long) (access.length() * part));
    }
  }

  private static void assertMessage(Path file, String expected) {
    MattingException e = assertThrows(MattingException.class, () -> VideoFrameSource.open(file));
    assertTrue(e.getMessage().contains(expected), e.getMessage());
  }
}
