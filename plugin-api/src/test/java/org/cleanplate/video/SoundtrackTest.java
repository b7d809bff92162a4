package org.cleanplate.video;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_get_name;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;
import static org.bytedeco.ffmpeg.global.avutil.av_q2d;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.cleanplate.engine.MattingOptions;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameSink;
import org.cleanplate.frame.FrameSource;
import org.cleanplate.frame.Matte;
import org.cleanplate.job.FrameRange;
import org.cleanplate.job.JobReport;
import org.cleanplate.job.MattingJob;
import org.cleanplate.network.graph.Layer;
import org.cleanplate.plate.FixedPlate;
import org.cleanplate.progress.Cancellation;
import org.cleanplate.progress.ProgressListener;
import org.cleanplate.testing.DifferenceKeyEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A video of two seconds and a tone that goes on for 2.5. */
class SoundtrackTest {
  private static final int WIDTH = 64;
  private static final int HEIGHT = 48;
  private static final int FRAMES = 50;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "mov, aac, H264",
    "mov, aac, PRORES",
    "mov, aac, FFV1",
    "mov, pcm_s16le, PRORES",
    "matroska, libopus, VP9",
    "matroska, libopus, H264",
    "matroska, flac, FFV1",
    "avi, libmp3lame, H264",
    "mpegts, aac, FFV1",
  })
  void copiesThePacketsBitByBit(String muxer, String soundEncoder, VideoPreset preset)
      throws IOException {
    Path source = source(muxer, soundEncoder);

    Path result = copy(source, preset, 0, FRAMES, true, new ArrayList<>());

    assertEquals(payload(sound(source)), payload(sound(result)));
    assertInStep(source, result, 0);
  }

  @ParameterizedTest
  @CsvSource({
    "aac, VP9, AAC, opus",
    "pcm_s16le, VP9, PCM_S16LE, opus",
  })
  void encodesAnewWhatTheContainerCannotHold(
      String soundEncoder, VideoPreset preset, String from, String to) throws IOException {
    List<String> notes = new ArrayList<>();

    Path result = copy(source("mov", soundEncoder), preset, 0, FRAMES, true, notes);

    assertEquals(
        List.of(
            result.getFileName()
                + ": sound is encoded anew as OPUS, since this kind of file holds no "
                + from),
        notes);
    List<SoundPacket> sound = sound(result);
    assertEquals(to, sound.get(0).codec);
    assertEquals(2.5, end(sound) - sound.get(0).seconds, 0.1);
  }

  @Test
  void keepsThePartThatBelongsToTheFrames() throws IOException {
    Path source = source("mov", "aac");

    Path result = copy(source, VideoPreset.H264, 20, 10, false, new ArrayList<>());

    List<SoundPacket> expected =
        sound(source).stream().filter(p -> p.seconds >= 0.8 && p.seconds < 1.2).toList();
    assertEquals(payload(expected), payload(sound(result)));
    assertInStep(source, result, 0.8);
  }

  @Test
  void aSourceWithoutSoundMakesASilentVideo() throws IOException {
    Path source =
        new SampleVideo("mov", "mpeg4", WIDTH, HEIGHT)
            .write(folder.resolve("silent.mov"), FRAMES, SoundtrackTest::paint);

    assertEquals(
        List.of(), sound(copy(source, VideoPreset.FFV1, 0, FRAMES, true, new ArrayList<>())));
  }

  @Test
  void severalOutputsOfOneJobHaveTheSameTimesAndSound() throws IOException {
    Path video = source("mov", "aac");
    List<FrameSink> sinks = new ArrayList<>();
    JobReport report;
    try (VideoFrameSource source = VideoFrameSource.open(video)) {
      for (VideoPreset preset : List.of(VideoPreset.H264, VideoPreset.PRORES, VideoPreset.FFV1)) {
        sinks.add(sink(preset, VideoContent.FOREGROUND_8, source, false));
      }
      sinks.add(
          VideoFrameSink.create(
              folder.resolve("alpha.mp4"),
              VideoContent.ALPHA_8,
              source.format(),
              source.framesPerSecond(),
              EncodeOptions.of(VideoPreset.H264).withSound(source.sound(false))));
      report =
          new MattingJob(
                  source,
                  FixedPlate.captured(Frame.allocate(source.format()), "black"),
                  new DifferenceKeyEngine(),
                  MattingOptions.of(Layer.ALPHA_8),
                  sinks,
                  new FrameRange(10, 25))
              .run(ProgressListener.NONE, new Cancellation());
    }

    assertEquals(25, report.frames());
    List<Long> times = times(folder.resolve("alpha.mp4"));
    List<SoundPacket> sound = sound(folder.resolve("alpha.mp4"));
    assertEquals(25, times.size());
    for (String name : List.of("h264.mp4", "prores.mov", "ffv1.mkv")) {
      assertEquals(times, times(folder.resolve(name)), name);
      assertEquals(payload(sound), payload(sound(folder.resolve(name))), name);
    }
  }

  private Path copy(
      Path video, VideoPreset preset, int first, int count, boolean toTheEnd, List<String> notes)
      throws IOException {
    try (VideoFrameSource source = VideoFrameSource.open(video);
        VideoFrameSink sink = sink(preset, VideoContent.FOREGROUND_8, source, toTheEnd)) {
      Frame frame = Frame.allocate(source.format());
      Matte matte = new Matte(Map.of(Layer.FOREGROUND_8, frame));
      source.skip(first);
      for (int i = 0; i < count && source.read(frame); i++) {
        matte.stamp(frame);
        sink.write(matte);
      }
      sink.finish();
      notes.addAll(sink.notes());
    }
    return folder.resolve(preset.key() + "." + preset.extension());
  }

  private VideoFrameSink sink(
      VideoPreset preset, VideoContent content, VideoFrameSource source, boolean toTheEnd)
      throws IOException {
    return VideoFrameSink.create(
        folder.resolve(preset.key() + "." + preset.extension()),
        content,
        source.format(),
        source.framesPerSecond(),
        EncodeOptions.of(preset).withSound(source.sound(toTheEnd)));
  }

  private Path source(String muxer, String soundEncoder) throws IOException {
    return new SampleVideo(muxer, "mpeg4", WIDTH, HEIGHT)
        .sound(soundEncoder, 2.5)
        .write(folder.resolve("source." + muxer), FRAMES, SoundtrackTest::paint);
  }

  private static void paint(int index, AVFrame picture) {
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        picture.data(0).put((long) y * picture.linesize(0) + x, (byte) (60 + x + y + index));
      }
    }
    for (int plane = 1; plane < 3; plane++) {
      for (int i = 0; i < HEIGHT / 2 * picture.linesize(plane); i++) {
        picture.data(plane).put(i, (byte) 128);
      }
    }
  }

  /** Sound is as far from the pictures in the result as it was in the source. */
  private static void assertInStep(Path source, Path result, double startSeconds)
      throws IOException {
    double before = sound(source).get(0).seconds - startSeconds;
    double after = sound(result).get(0).seconds;
    if (startSeconds == 0) {
      assertEquals(before, after, 0.0011);
    } else {
      assertTrue(after >= 0 && after < 0.022, after + " s");
    }
  }

  private static List<Long> times(Path file) throws IOException {
    List<Long> times = new ArrayList<>();
    try (FrameSource source = VideoFrameSource.open(file)) {
      Frame frame = Frame.allocate(source.format());
      while (source.read(frame)) {
        times.add(frame.timeMicros());
      }
    }
    return times;
  }

  private record SoundPacket(String codec, double seconds, double duration, byte[] data) {}

  private static double end(List<SoundPacket> sound) {
    SoundPacket last = sound.get(sound.size() - 1);
    return last.seconds + last.duration;
  }

  /**
   * Length and digest of all payload: containers cut raw samples into pieces of their own, and only
   * some put the header of a stream before each packet of AAC.
   */
  private static String payload(List<SoundPacket> sound) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      long length = 0;
      for (SoundPacket packet : sound) {
        boolean header = packet.data.length > 7 && packet.data[0] == -1 && packet.data[1] == -15;
        int start = packet.codec.equals("aac") && header ? 7 : 0;
        digest.update(packet.data, start, packet.data.length - start);
        length += packet.data.length - start;
      }
      return length + " bytes " + HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  /** The packets of sound, with times from the first picture. */
  private static List<SoundPacket> sound(Path file) throws IOException {
    List<SoundPacket> sound = new ArrayList<>();
    double first = 0;
    try (VideoFrameSource source = VideoFrameSource.open(file)) {
      first = source.sound(true).startMicros() / 1e6;
    }
    AVPacket packet = av_packet_alloc();
    try (MediaInput input = MediaInput.open(file)) {
      while (av_read_frame(input.context(), packet) >= 0) {
        AVStream stream = input.context().streams(packet.stream_index());
        if (stream.codecpar().codec_type() == AVMEDIA_TYPE_AUDIO) {
          byte[] data = new byte[packet.size()];
          packet.data().get(data);
          double tick = av_q2d(stream.time_base());
          sound.add(
              new SoundPacket(
                  avcodec_get_name(stream.codecpar().codec_id()).getString(),
                  packet.pts() * tick - first,
                  packet.duration() * tick,
                  data));
        }
        av_packet_unref(packet);
      }
    }
    av_packet_free(packet);
    return sound;
  }
}
