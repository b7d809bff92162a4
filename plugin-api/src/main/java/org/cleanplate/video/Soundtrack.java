package org.cleanplate.video;

import static org.bytedeco.ffmpeg.global.avcodec.AVDISCARD_ALL;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.AV_TIME_BASE;
import static org.bytedeco.ffmpeg.global.avutil.av_rescale_q;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVRational;

/**
 * The sound of a result: every audio stream of its source, in step with the pictures. It is copied
 * bit by bit where the container holds it, else encoded anew. Memory does not depend on its length:
 * it is read along with the pictures. Used by one thread.
 */
final class Soundtrack implements AutoCloseable {
  /** Null if there shall be no sound. */
  private final SoundSource source;

  /** Null if there shall be no sound. */
  private final MediaInput input;

  private final AVRational micros = new AVRational().num(1).den(AV_TIME_BASE);
  private final List<String> notes = new ArrayList<>();

  /** By the number of its stream in the source. */
  private final Map<Integer, SoundTrack> tracks = new TreeMap<>();

  private AVPacket packet = av_packet_alloc();

  /** Whether {@link #packet} was read but not written yet. */
  private boolean pending;

  private boolean ended;
  private long originMicros;
  private long earliestMicros = Long.MIN_VALUE;
  private long writtenMicros;

  private Soundtrack(SoundSource source) {
    this.source = source;
    this.input = source == null ? null : MediaInput.open(source.file());
  }

  /**
   * Opens the sound that the options name, if any, and adds its streams to a container.
   *
   * @param doing the start of messages: {@code "Cannot write clip.mp4"}
   */
  static Soundtrack open(EncodeOptions options, VideoContainer container, String doing)
      throws IOException {
    Soundtrack sound = new Soundtrack(options.sound().orElse(null));
    try {
      if (sound.input != null) {
        sound.addTracks(options.preset(), container, doing);
      }
      return sound;
    } catch (IOException | RuntimeException e) {
      sound.close();
      throw e;
    }
  }

  /** How many streams there are. */
  int trackCount() {
    return tracks.size();
  }

  /** How much was written of the longest stream, in microseconds from the first frame. */
  long writtenMicros() {
    return writtenMicros;
  }

  /** What the user should know, each without naming the result. */
  List<String> notes() {
    return List.copyOf(notes);
  }

  /**
   * Says which frame the result begins with.
   *
   * @param timeMicros its time from the source's first frame; sound before it is left out unless it
   *     is the first
   */
  void startAt(long timeMicros) {
    if (source != null) {
      originMicros = source.startMicros() + timeMicros;
      earliestMicros = timeMicros > 0 ? 0 : Long.MIN_VALUE;
    }
  }

  /** Writes the sound that begins before that time after the result's first frame. */
  void writeUntil(long endMicros) throws IOException {
    while (!ended && !tracks.isEmpty()) {
      if (!pending) {
        pending = readPacket();
      }
      if (!pending || timeMicros() >= endMicros) {
        return;
      }
      writePacket();
    }
  }

  /**
   * Writes the rest.
   *
   * @param endMicros when the last frame ends, from the result's first frame
   */
  void finish(long endMicros) throws IOException {
    boolean toTheEnd = source != null && source.toTheEnd();
    writeUntil(toTheEnd ? Long.MAX_VALUE : endMicros);
    for (SoundTrack track : tracks.values()) {
      track.finish();
    }
  }

  private void addTracks(VideoPreset preset, VideoContainer container, String doing)
      throws IOException {
    AVFormatContext context = input.context();
    for (int i = 0; i < context.nb_streams(); i++) {
      AVStream stream = context.streams(i);
      if (stream.codecpar().codec_type() != AVMEDIA_TYPE_AUDIO
          || stream.codecpar().sample_rate() == 0) {
        stream.discard(AVDISCARD_ALL);
        continue;
      }
      SoundTrack track =
          container.holds(stream.codecpar().codec_id())
              ? new CopiedTrack(stream, container, doing)
              : new EncodedTrack(stream, preset.soundEncoder(), container, doing);
      tracks.put(i, track);
      track.change().ifPresent(notes::add);
    }
  }

  private boolean readPacket() {
    int code;
    do {
      av_packet_unref(packet);
      code = av_read_frame(input.context(), packet);
    } while (code >= 0 && !tracks.containsKey(packet.stream_index()));
    ended = code < 0;
    if (ended && code != AVERROR_EOF) {
      notes.add("the sound breaks off, as the source does (" + FFmpeg.reason(code) + ")");
    }
    return !ended;
  }

  /** When the packet is heard, from the result's first frame. */
  private long timeMicros() {
    long ticks = packet.pts() == AV_NOPTS_VALUE ? packet.dts() : packet.pts();
    return ticks == AV_NOPTS_VALUE
        ? writtenMicros
        : av_rescale_q(ticks, stream().time_base(), micros) - originMicros;
  }

  private AVStream stream() {
    return input.context().streams(packet.stream_index());
  }

  private void writePacket() throws IOException {
    pending = false;
    long startMicros = timeMicros();
    if (startMicros < earliestMicros) {
      return;
    }
    AVRational timeBase = stream().time_base();
    long origin = av_rescale_q(originMicros, micros, timeBase);
    if (packet.pts() != AV_NOPTS_VALUE) {
      packet.pts(packet.pts() - origin);
    }
    if (packet.dts() != AV_NOPTS_VALUE) {
      packet.dts(packet.dts() - origin);
    }
    long endMicros = startMicros + av_rescale_q(packet.duration(), timeBase, micros);
    writtenMicros = Math.max(writtenMicros, endMicros);
    tracks.get(packet.stream_index()).write(packet);
  }

  /** Frees all native memory. May be called twice. */
  @Override
  public void close() {
    tracks.values().forEach(SoundTrack::close);
    if (packet != null) {
      av_packet_free(packet);
      packet = null;
      micros.close();
    }
    if (input != null) {
      input.close();
    }
  }
}
