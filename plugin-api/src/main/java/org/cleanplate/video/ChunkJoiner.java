package org.cleanplate.video;

import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_copy;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_copy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;

/**
 * Copies the packets of several videos of one encoder into one file, one video after the other, and
 * adds the sound. No picture is encoded again. Each frame gets the exact time that it would have
 * had in one piece: containers round times, and a rounding for each chunk would add to that of the
 * whole.
 *
 * <p>Used once, by one thread.
 */
final class ChunkJoiner implements AutoCloseable {
  private final EncodeOptions options;
  private final VideoTimeline timeline;
  private final String doing;
  private VideoContainer container;
  private Soundtrack sound;
  private AVStream stream;

  /** The encoder's own header, which all chunks must share. */
  private byte[] header;

  /** When each frame is shown, in the ticks of the timeline. */
  private long[] ticks;

  /** How far decoding runs ahead of showing. */
  private long leadTicks;

  /**
   * Gets ready.
   *
   * @param name what messages call the file
   * @param options what the chunks were encoded with, and the sound
   * @param timeline a new one; taken over
   */
  ChunkJoiner(String name, EncodeOptions options, VideoTimeline timeline) {
    this.options = options;
    this.timeline = timeline;
    this.doing = "Cannot write " + name;
  }

  /**
   * Writes the file.
   *
   * @param chunks at least one
   * @param timesMicros of the frames of all chunks
   * @param file written to directly
   * @throws IOException if the chunks do not have as many frames, or differ in kind
   */
  void join(List<Path> chunks, long[] timesMicros, Path file) throws IOException {
    ticks = Arrays.stream(timesMicros).map(timeline::next).toArray();
    List<int[]> orders = new ArrayList<>();
    int frames = 0;
    for (Path chunk : chunks) {
      int[] order = readOrder(chunk);
      orders.add(order);
      frames += order.length;
    }
    if (frames != ticks.length) {
      throw new IOException(
          doing + ": its parts have " + frames + " frames, expected " + ticks.length);
    }
    findLead(orders);
    open(chunks.get(0), file);
    sound.startAt(timesMicros[0]);
    int first = 0;
    for (int i = 0; i < orders.size(); i++) {
      copy(chunks.get(i), orders.get(i), first);
      first += orders.get(i).length;
    }
    sound.finish(timeline.endMicros());
    container.complete();
  }

  /** What the file must hold now. */
  WrittenVideo written(VideoContent content) {
    return new WrittenVideo(
        ticks.length,
        stream.codecpar().width(),
        stream.codecpar().height(),
        content.hasAlpha(),
        timeline.lastMicros(),
        sound.trackCount(),
        sound.writtenMicros());
  }

  /** What the user should know of the file, each without naming it. */
  List<String> notes() {
    return sound.notes();
  }

  /** For each packet in the order of decoding, the number of its frame in the order of showing. */
  private static int[] readOrder(Path chunk) throws IOException {
    try (VideoDecoder packets = VideoDecoder.openForPackets(chunk)) {
      LongStream.Builder times = LongStream.builder();
      for (AVPacket packet = packets.nextPacket(); packet != null; packet = packets.nextPacket()) {
        times.add(packet.pts());
      }
      long[] decoded = times.build().toArray();
      long[] shown = decoded.clone();
      Arrays.sort(shown);
      return Arrays.stream(decoded).mapToInt(time -> Arrays.binarySearch(shown, time)).toArray();
    }
  }

  /** Decoding is early enough that no packet is decoded after it is shown. */
  private void findLead(List<int[]> orders) {
    int first = 0;
    for (int[] order : orders) {
      for (int i = 0; i < order.length; i++) {
        leadTicks = Math.max(leadTicks, ticks[first + i] - ticks[first + order[i]]);
      }
      first += order.length;
    }
  }

  private void open(Path first, Path file) throws IOException {
    container = new VideoContainer(file, options.preset().muxer(), doing);
    stream = container.addStream();
    try (VideoDecoder chunk = VideoDecoder.openForPackets(first)) {
      AVStream source = chunk.stream();
      FFmpeg.check(avcodec_parameters_copy(stream.codecpar(), source.codecpar()), doing);
      stream
          .time_base(timeline.timeBase())
          .avg_frame_rate(timeline.frameRate())
          .sample_aspect_ratio(source.sample_aspect_ratio());
      // Among it is whether a WebM has alpha.
      AVDictionary metadata = new AVDictionary(null);
      av_dict_copy(metadata, source.metadata(), 0);
      stream.metadata(metadata);
      header = header(source);
    }
    sound = Soundtrack.open(options, container, doing);
    container.comment(options.comment());
    container.writeHeader();
  }

  private void copy(Path chunk, int[] order, int first) throws IOException {
    try (VideoDecoder packets = VideoDecoder.openForPackets(chunk)) {
      if (!Arrays.equals(header, header(packets.stream()))) {
        throw new IOException(doing + ": its parts were encoded in different ways");
      }
      for (int i = 0; i < order.length; i++) {
        AVPacket packet = packets.nextPacket();
        if (packet == null) {
          throw new IOException(doing + ": " + chunk.getFileName() + " breaks off");
        }
        packet
            .pts(ticks[first + order[i]])
            .dts(ticks[first + i] - leadTicks)
            .duration(timeline.frameTicks());
        container.write(packet, stream, timeline.timeBase());
        sound.writeUntil(timeline.micros(ticks[first + i]));
      }
    }
  }

  private static byte[] header(AVStream stream) {
    byte[] bytes = new byte[stream.codecpar().extradata_size()];
    if (bytes.length > 0) {
      stream.codecpar().extradata().get(bytes);
    }
    return bytes;
  }

  /** Frees all native memory; a file that is not complete stays broken. May be called twice. */
  @Override
  public void close() {
    if (sound != null) {
      sound.close();
    }
    if (container != null) {
      container.close();
    }
    timeline.close();
  }
}
