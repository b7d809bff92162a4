package org.cleanplate.video;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.Matte;
import org.cleanplate.network.graph.Layer;
import org.cleanplate.testing.Scene;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Joined chunks against the same frames written in one piece. */
class VideoChunksTest {
  private static final int WIDTH = 64;
  private static final int HEIGHT = 48;
  private static final int CHUNK = 5;
  private static final int FRAMES = 13;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"mkv", "mov", "webm"})
  void joinedCutoutsKeepTheirAlphaAndTheirTimes(String kind) throws IOException {
    EncodeOptions options = EncodeOptions.of(VideoPreset.forFile(folder.resolve("v." + kind)));
    Path joined = joined("joined." + kind, options);
    List<Frame> frames = StoredFrames.read(joined);
    List<Frame> whole = StoredFrames.read(whole("whole." + kind, options));
    assertEquals(FRAMES, frames.size());
    for (int i = 0; i < FRAMES; i++) {
      assertEquals(whole.get(i).timeMicros(), frames.get(i).timeMicros(), "time of " + i);
      for (int pixel = 0; pixel < WIDTH * HEIGHT; pixel++) {
        int wanted = alpha(cutout(i).layer(Layer.CUTOUT_8), pixel);
        assertEquals(wanted, alpha(frames.get(i), pixel), kind.equals("mkv") ? 0 : 8);
      }
    }
  }

  @Test
  void addsTheSoundOfTheSourceBitByBit() throws IOException {
    Path source =
        new SampleVideo("matroska", "mpeg4", WIDTH, HEIGHT)
            .sound("flac", FRAMES / 25.0)
            .write(folder.resolve("source.mkv"), FRAMES, (index, picture) -> {});
    EncodeOptions options =
        EncodeOptions.of(VideoPreset.FFV1).withSound(new SoundSource(source, 0, true));
    Path joined = joined("joined.mkv", options);
    assertEquals(FRAMES, StoredFrames.read(joined).size());
    byte[] sound = sound(source);
    assertTrue(sound.length > 1000, sound.length + " bytes");
    assertArrayEquals(sound, sound(joined));
  }

  @Test
  void refusesPartsThatDoNotMakeUpTheWhole() throws IOException {
    EncodeOptions options = EncodeOptions.of(VideoPreset.FFV1);
    Path work = Files.createDirectories(folder.resolve("work"));
    try (VideoChunks chunks = chunks(work, "v.mkv", options)) {
      write(chunks, 0, CHUNK);
      IOException e = assertThrows(IOException.class, () -> chunks.join(1, new long[] {0, 40_000}));
      assertTrue(e.getMessage().contains("have 5 frames, expected 2"), e.getMessage());
    }
    assertTrue(Files.notExists(folder.resolve("v.mkv")));
  }

  private Path joined(String name, EncodeOptions options) throws IOException {
    Path work = Files.createDirectories(folder.resolve("work"));
    try (VideoChunks chunks = chunks(work, name, options)) {
      int number = 0;
      for (int first = 0; first < FRAMES; first += CHUNK) {
        write(chunks, number, first);
        number++;
      }
      chunks.join(number, LongStream.range(0, FRAMES).map(VideoChunksTest::time).toArray());
      chunks.finish();
    }
    return folder.resolve(name);
  }

  private VideoChunks chunks(Path work, String name, EncodeOptions options) {
    return VideoChunks.create(
        work, folder.resolve(name), VideoContent.CUTOUT_8, Scene.bgra(WIDTH, HEIGHT), 30, options);
  }

  private static void write(VideoChunks chunks, int number, int first) throws IOException {
    chunks.beginChunk(number);
    for (int i = first; i < Math.min(FRAMES, first + CHUNK); i++) {
      chunks.write(cutout(i));
    }
    chunks.endChunk();
  }

  private Path whole(String name, EncodeOptions options) throws IOException {
    Path target = folder.resolve(name);
    try (VideoFrameSink sink =
        VideoFrameSink.create(
            target, VideoContent.CUTOUT_8, Scene.bgra(WIDTH, HEIGHT), 30, options)) {
      for (int i = 0; i < FRAMES; i++) {
        sink.write(cutout(i));
      }
      sink.finish();
    }
    return target;
  }

  /** 30 frames a second, with a longer one now and then. */
  private static long time(long index) {
    return Math.round(index * 1e6 / 30) + index / 4 * 50_000;
  }

  /** Alpha rises from left to right, and with time. */
  private static Matte cutout(int index) {
    Frame frame = Frame.allocate(Scene.bgra(WIDTH, HEIGHT));
    ByteBuffer pixels = frame.pixels();
    for (int i = 0; i < WIDTH * HEIGHT; i++) {
      pixels.putInt(4 * i, 0x40C000 | Math.min(255, 3 * (i % WIDTH) + index) << 24);
    }
    frame.stamp(index, time(index));
    Matte matte = new Matte(Map.of(Layer.CUTOUT_8, frame));
    matte.stamp(frame);
    return matte;
  }

  private static int alpha(Frame frame, int pixel) {
    return frame.pixels().get(4 * pixel + 3) & 0xFF;
  }

  /** The bytes of all packets of sound. */
  private static byte[] sound(Path file) throws IOException {
    List<byte[]> packets = new ArrayList<>();
    AVPacket packet = avcodec.av_packet_alloc();
    try (MediaInput input = MediaInput.open(file)) {
      while (avformat.av_read_frame(input.context(), packet) >= 0) {
        int type = input.context().streams(packet.stream_index()).codecpar().codec_type();
        if (type == avutil.AVMEDIA_TYPE_AUDIO) {
          byte[] bytes = new byte[packet.size()];
          packet.data().get(bytes);
          packets.add(bytes);
        }
        avcodec.av_packet_unref(packet);
      }
    }
    avcodec.av_packet_free(packet);
    ByteBuffer all = ByteBuffer.allocate(packets.stream().mapToInt(p -> p.length).sum());
    packets.forEach(all::put);
    return all.array();
  }
}
