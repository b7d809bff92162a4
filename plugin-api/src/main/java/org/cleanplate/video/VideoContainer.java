package org.cleanplate.video;

import static org.bytedeco.ffmpeg.global.avcodec.FF_COMPLIANCE_NORMAL;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avformat.AVFMT_GLOBALHEADER;
import static org.bytedeco.ffmpeg.global.avformat.AVIO_FLAG_WRITE;
import static org.bytedeco.ffmpeg.global.avformat.av_interleaved_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_write_trailer;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_output_context2;
import static org.bytedeco.ffmpeg.global.avformat.avformat_free_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avformat.avformat_query_codec;
import static org.bytedeco.ffmpeg.global.avformat.avformat_write_header;
import static org.bytedeco.ffmpeg.global.avformat.avio_closep;
import static org.bytedeco.ffmpeg.global.avformat.avio_open;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;

import java.io.IOException;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.javacpp.Pointer;

/** A media file in the making: streams are added, then packets of all of them. */
final class VideoContainer implements AutoCloseable {
  private final AVFormatContext output = new AVFormatContext(null);
  private final String path;
  private final String doing;

  /**
   * Allocates a file of a kind; nothing is written yet.
   *
   * @param file written to directly
   * @param muxer the library's name for the kind
   * @param doing the start of messages: {@code "Cannot write clip.mp4"}
   */
  VideoContainer(Path file, String muxer, String doing) throws IOException {
    this.path = file.toAbsolutePath().toString();
    this.doing = doing;
    FFmpeg.check(avformat_alloc_output_context2(output, null, muxer, path), doing);
  }

  /** Whether encoders must leave their headers to the container. */
  boolean wantsGlobalHeaders() {
    return (output.oformat().flags() & AVFMT_GLOBALHEADER) != 0;
  }

  /** Whether packets of a codec can be stored. */
  boolean holds(int codecId) {
    return avformat_query_codec(output.oformat(), codecId, FF_COMPLIANCE_NORMAL) == 1;
  }

  /** Adds a stream, to be described by the caller before {@link #writeHeader}. */
  AVStream addStream() throws IOException {
    AVStream stream = avformat_new_stream(output, null);
    if (stream == null || stream.isNull()) {
      throw new IOException(doing + ": no memory for another stream");
    }
    return stream;
  }

  /** Has the file say something of itself; called before {@link #writeHeader}. */
  void comment(String text) {
    if (!text.isEmpty()) {
      AVDictionary metadata = new AVDictionary(null);
      av_dict_set(metadata, "comment", text, 0);
      output.metadata(metadata);
    }
  }

  /**
   * Opens the file and writes its start. The index of an MP4 is moved there when it is complete, so
   * that it plays while it is still being copied, and up to where it breaks off.
   */
  void writeHeader() throws IOException {
    AVIOContext io = new AVIOContext(null);
    FFmpeg.check(avio_open(io, path, AVIO_FLAG_WRITE), doing);
    output.pb(io);
    AVDictionary options = new AVDictionary(null);
    if (output.oformat().name().getString().equals("mp4")) {
      av_dict_set(options, "movflags", "+faststart", 0);
    }
    int code = avformat_write_header(output, options);
    av_dict_free(options);
    FFmpeg.check(code, doing);
  }

  /**
   * Writes a packet in its place between those of the other streams.
   *
   * @param timeBase of the packet's times
   */
  void write(AVPacket packet, AVStream stream, AVRational timeBase) throws IOException {
    packet.stream_index(stream.index());
    av_packet_rescale_ts(packet, timeBase, stream.time_base());
    FFmpeg.check(av_interleaved_write_frame(output, packet), doing);
    FFmpeg.check(output.pb().error(), doing);
  }

  /** Writes the file's end and closes it. */
  void complete() throws IOException {
    FFmpeg.check(av_write_trailer(output), doing);
    // What the file system refuses may show only when the buffers are emptied.
    FFmpeg.check(output.pb().error(), doing);
    FFmpeg.check(closeFile(), doing);
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
