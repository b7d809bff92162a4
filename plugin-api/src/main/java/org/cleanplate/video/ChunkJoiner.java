package org.cleanplate.video;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_copy;
import static org.bytedeco.ffmpeg.global.avformat.AVIO_FLAG_WRITE;
import static org.bytedeco.ffmpeg.global.avformat.av_interleaved_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_write_trailer;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_output_context2;
import static org.bytedeco.ffmpeg.global.avformat.avformat_free_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avformat.avformat_write_header;
import static org.bytedeco.ffmpeg.global.avformat.avio_closep;
import static org.bytedeco.ffmpeg.global.avformat.avio_open;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_copy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.javacpp.Pointer;

/**
 * Copies the packets of several videos of one encoder into one file, one video after the other.
 * Nothing is encoded again. Each frame gets the exact time that it would have had in one piece:
 * containers round times, and a rounding for each chunk would add to that of the whole.
 *
 * <p>Used once, by one thread.
 */
final class ChunkJoiner implements AutoCloseable {
  static {
    FFmpeg.init();
  }

  private final String doing;
  private AVFormatContext output = new AVFormatContext(null);
  private AVStream stream;

  /** The encoder's own header, which all chunks must share. */
  private byte[] header;

  /** When each frame is shown, in the ticks of the timeline; and from there, how long. */
  private long[] ticks;

  /** How far decoding runs ahead of showing. */
  private long leadTicks;

  private long lastDecodeTicks = Long.MIN_VALUE;

  /**
   * Opens the file.
   *
   * @param file written to directly
   * @param name what messages call it
   */
  ChunkJoiner(Path file, String name, VideoPreset preset) throws IOException {
    doing = "Cannot write " + name;
    try {
      FFmpeg.check(
          avformat_alloc_output_context2(output, null, preset.muxer(), (String) null), doing);
      AVIOContext io = new AVIOContext(null);
      FFmpeg.check(avio_open(io, file.toAbsolutePath().toString(), AVIO_FLAG_WRITE), doing);
      output.pb(io);
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  /**
   * Copies all chunks and completes the file.
   *
   * @param chunks at least one
   * @param timesMicros of the frames of all chunks
   * @param timeline a new one, left open
   * @throws IOException if the chunks do not have as many frames, or differ in kind
   */
  void join(List<Path> chunks, long[] timesMicros, VideoTimeline timeline) throws IOException {
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
    int first = 0;
    for (int i = 0; i < orders.size(); i++) {
      copy(chunks.get(i), orders.get(i), first, timeline);
      first += orders.get(i).length;
    }
    FFmpeg.check(av_write_trailer(output), doing);
    FFmpeg.check(output.pb().error(), doing);
    FFmpeg.check(closeFile(), doing);
  }

  /** For each packet in the order of decoding, the number of its frame in the order of showing. */
  private static int[] readOrder(Path chunk) throws IOException {
    try (VideoDecoder packets = VideoDecoder.open(chunk)) {
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

  private void copy(Path chunk, int[] order, int first, VideoTimeline timeline) throws IOException {
    try (VideoDecoder packets = VideoDecoder.open(chunk)) {
      if (stream == null) {
        writeHeader(packets, timeline);
      }
      requireSameHeader(packets);
      for (int i = 0; i < order.length; i++) {
        AVPacket packet = packets.nextPacket();
        if (packet == null) {
          throw new IOException(doing + ": " + chunk.getFileName() + " breaks off");
        }
        packet
            .pts(ticks[first + order[i]])
            .dts(ticks[first + i] - leadTicks)
            .duration(timeline.frameTicks())
            .stream_index(stream.index());
        av_packet_rescale_ts(packet, timeline.timeBase(), stream.time_base());
        FFmpeg.check(av_interleaved_write_frame(output, packet), doing);
        FFmpeg.check(output.pb().error(), doing);
      }
    }
  }

  private void writeHeader(VideoDecoder first, VideoTimeline timeline) throws IOException {
    AVStream source = first.stream();
    stream = avformat_new_stream(output, null);
    FFmpeg.check(avcodec_parameters_copy(stream.codecpar(), source.codecpar()), doing);
    stream
        .time_base(timeline.timeBase())
        .avg_frame_rate(timeline.frameRate())
        .sample_aspect_ratio(source.sample_aspect_ratio());
    // Among it is whether a WebM has alpha.
    AVDictionary metadata = new AVDictionary(null);
    av_dict_copy(metadata, source.metadata(), 0);
    stream.metadata(metadata);
    FFmpeg.check(avformat_write_header(output, (AVDictionary) null), doing);
    header = header(source);
  }

  private void requireSameHeader(VideoDecoder chunk) throws IOException {
    if (!Arrays.equals(header, header(chunk.stream()))) {
      throw new IOException(doing + ": its parts were encoded in different ways");
    }
  }

  private static byte[] header(AVStream stream) {
    byte[] bytes = new byte[stream.codecpar().extradata_size()];
    if (bytes.length > 0) {
      stream.codecpar().extradata().get(bytes);
    }
    return bytes;
  }

  private int closeFile() {
    AVIOContext io = output.pb();
    if (io == null || io.isNull()) {
      return 0;
    }
    int code = avio_closep(io);
    output.pb(null);
    return code;
  }

  /** Frees all native memory; a file that is not complete stays broken. May be called twice. */
  @Override
  public void close() {
    if (!Pointer.isNull(output)) {
      closeFile();
      avformat_free_context(output);
      output.setNull();
    }
  }
}
