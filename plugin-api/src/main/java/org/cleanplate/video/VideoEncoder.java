package org.cleanplate.video;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_GLOBAL_HEADER;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_from_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avformat.AVFMT_GLOBALHEADER;
import static org.bytedeco.ffmpeg.global.avformat.AVIO_FLAG_WRITE;
import static org.bytedeco.ffmpeg.global.avformat.av_interleaved_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_write_trailer;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_output_context2;
import static org.bytedeco.ffmpeg.global.avformat.avformat_free_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avformat.avformat_write_header;
import static org.bytedeco.ffmpeg.global.avformat.avio_closep;
import static org.bytedeco.ffmpeg.global.avformat.avio_open;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_PRI_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_MPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_RGB;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_TRC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EAGAIN;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGR0;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGRA;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_GRAY8;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;
import static org.bytedeco.ffmpeg.global.avutil.av_image_copy_plane;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVOutputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.cleanplate.MattingException;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.network.graph.Layer;

/** Writes the pictures of one layer into a video file. Used by one thread. */
final class VideoEncoder implements AutoCloseable {
  static {
    FFmpeg.init();
  }

  private final VideoPreset preset;
  private final VideoTimeline timeline;
  private final FrameFormat format;
  private final String doing;
  private final ColorConverter converter = new ColorConverter();
  private AVFormatContext output = new AVFormatContext(null);
  private AVStream stream;
  private AVCodecContext codec;
  private AVPacket packet;

  /** The layer's own pixels, padded to the encoder's size. */
  private AVFrame picture;

  /** The pixels as the encoder wants them; the same object if those are the layer's. */
  private AVFrame encodable;

  private boolean complete;

  private VideoEncoder(
      VideoPreset preset, FrameFormat format, VideoTimeline timeline, String doing) {
    this.preset = preset;
    this.format = format;
    this.timeline = timeline;
    this.doing = doing;
  }

  /**
   * Opens the encoder and writes the file's header.
   *
   * @param file written to directly
   * @param name what messages call it
   * @param format size and layout of the pictures: grey or BGRA
   * @throws MattingException if there is no such encoder or it does not take this size
   */
  static VideoEncoder open(
      Path file,
      String name,
      VideoPreset preset,
      Layer layer,
      FrameFormat format,
      VideoTimeline timeline)
      throws IOException {
    VideoEncoder encoder = new VideoEncoder(preset, format, timeline, "Cannot write " + name);
    try {
      encoder.openCodec(preset.pixelFormat(layer));
      encoder.allocatePictures();
      encoder.openOutput(file);
      return encoder;
    } catch (IOException | RuntimeException e) {
      encoder.close();
      throw e;
    }
  }

  /** Encodes one picture, shown at {@code timeMicros} of its source. */
  void write(Frame frame, long timeMicros) throws IOException {
    FFmpeg.check(av_frame_make_writable(picture), doing);
    copyRows(frame);
    padEdges();
    if (encodable != picture) {
      FFmpeg.check(av_frame_make_writable(encodable), doing);
      converter.convert(picture, encodable);
    }
    encodable.pts(timeline.next(timeMicros));
    encodable.duration(timeline.frameTicks());
    FFmpeg.check(avcodec_send_frame(codec, encodable), doing);
    drain();
  }

  /** Writes what the encoder still holds and the file's end. May be called twice. */
  void complete() throws IOException {
    if (complete) {
      return;
    }
    FFmpeg.check(avcodec_send_frame(codec, null), doing);
    drain();
    FFmpeg.check(av_write_trailer(output), doing);
    // What the file system refuses may show only when the buffers are emptied.
    FFmpeg.check(output.pb().error(), doing);
    FFmpeg.check(closeFile(), doing);
    complete = true;
  }

  private void openCodec(int pixelFormat) throws IOException {
    AVCodec encoder = avcodec_find_encoder_by_name(preset.encoder());
    if (encoder == null || encoder.isNull()) {
      throw new MattingException(
          doing
              + ": this FFmpeg has no encoder "
              + preset.encoder()
              + " for "
              + preset.title()
              + ": choose another kind of video, such as .mkv (FFV1)");
    }
    int width = roundUp(format.width());
    int height = roundUp(format.height());
    codec = avcodec_alloc_context3(encoder);
    codec
        .width(width)
        .height(height)
        .pix_fmt(pixelFormat)
        .time_base(timeline.timeBase())
        .framerate(timeline.frameRate())
        .bit_rate(preset.bitsPerSecond(width, height, timeline.framesPerSecond()))
        .thread_count(0);
    tagColours(pixelFormat, width, height);
    AVOutputFormat muxer = openMuxer();
    if ((muxer.flags() & AVFMT_GLOBALHEADER) != 0) {
      codec.flags(codec.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
    }
    AVDictionary options = new AVDictionary(null);
    for (Map.Entry<String, String> option : preset.options().entrySet()) {
      av_dict_set(options, option.getKey(), option.getValue(), 0);
    }
    int code = avcodec_open2(codec, encoder, options);
    av_dict_free(options);
    if (code < 0) {
      throw new MattingException(
          doing
              + ": "
              + preset.title()
              + " cannot be encoded at "
              + width
              + "x"
              + height
              + " ("
              + FFmpeg.reason(code)
              + "): choose another kind of video, such as .mkv (FFV1)");
    }
  }

  private AVOutputFormat openMuxer() throws IOException {
    FFmpeg.check(
        avformat_alloc_output_context2(output, null, preset.muxer(), (String) null), doing);
    return output.oformat();
  }

  /** Says how the colours are meant, so that no player has to guess. */
  private void tagColours(int pixelFormat, int width, int height) {
    boolean yuv = !isOwnLayout(pixelFormat);
    boolean gray = pixelFormat == AV_PIX_FMT_GRAY8;
    codec.color_range(yuv ? AVCOL_RANGE_MPEG : AVCOL_RANGE_JPEG);
    if (!gray) {
      codec
          .colorspace(yuv ? ColorConverter.defaultMatrix(width, height) : AVCOL_SPC_RGB)
          .color_primaries(AVCOL_PRI_BT709)
          .color_trc(AVCOL_TRC_BT709);
    }
  }

  private void allocatePictures() throws IOException {
    boolean gray = format.layout().channels() == 1;
    boolean own = isOwnLayout(codec.pix_fmt());
    picture = allocate(own ? codec.pix_fmt() : gray ? AV_PIX_FMT_GRAY8 : AV_PIX_FMT_BGRA);
    picture.color_range(AVCOL_RANGE_JPEG);
    encodable = own ? picture : allocate(codec.pix_fmt());
    encodable
        .color_range(codec.color_range())
        .colorspace(codec.colorspace())
        .color_primaries(codec.color_primaries())
        .color_trc(codec.color_trc());
    packet = av_packet_alloc();
  }

  private AVFrame allocate(int pixelFormat) throws IOException {
    AVFrame frame = av_frame_alloc();
    frame.format(pixelFormat).width(codec.width()).height(codec.height());
    int code = av_frame_get_buffer(frame, 0);
    if (code < 0) {
      av_frame_free(frame);
      FFmpeg.check(code, doing);
    }
    return frame;
  }

  private void openOutput(Path file) throws IOException {
    AVIOContext io = new AVIOContext(null);
    FFmpeg.check(avio_open(io, file.toAbsolutePath().toString(), AVIO_FLAG_WRITE), doing);
    output.pb(io);
    stream = avformat_new_stream(output, null);
    stream.time_base(timeline.timeBase()).avg_frame_rate(timeline.frameRate());
    FFmpeg.check(avcodec_parameters_from_context(stream.codecpar(), codec), doing);
    FFmpeg.check(avformat_write_header(output, (AVDictionary) null), doing);
  }

  private void drain() throws IOException {
    while (true) {
      int code = avcodec_receive_packet(codec, packet);
      if (code == AVERROR_EAGAIN() || code == AVERROR_EOF) {
        return;
      }
      FFmpeg.check(code, doing);
      packet.stream_index(stream.index());
      av_packet_rescale_ts(packet, codec.time_base(), stream.time_base());
      FFmpeg.check(av_interleaved_write_frame(output, packet), doing);
      FFmpeg.check(output.pb().error(), doing);
    }
  }

  private void copyRows(Frame frame) {
    int rowBytes = format.width() * format.layout().channels();
    try (BytePointer pixels = new BytePointer(frame.pixels())) {
      av_image_copy_plane(
          picture.data(0), picture.linesize(0), pixels, rowBytes, rowBytes, format.height());
    }
  }

  /** Repeats the last column and row into the padding, so that no dark edge is encoded. */
  private void padEdges() {
    int missingColumns = codec.width() - format.width();
    int missingRows = codec.height() - format.height();
    if (missingColumns == 0 && missingRows == 0) {
      return;
    }
    int stride = picture.linesize(0);
    int pixelBytes = format.layout().channels();
    int rowBytes = codec.width() * pixelBytes;
    ByteBuffer bytes = picture.data(0).capacity((long) stride * codec.height()).asByteBuffer();
    for (int y = 0; y < format.height() && missingColumns > 0; y++) {
      int last = y * stride + (format.width() - 1) * pixelBytes;
      bytes.put(last + pixelBytes, bytes, last, missingColumns * pixelBytes);
    }
    if (missingRows > 0) {
      bytes.put(format.height() * stride, bytes, (format.height() - 1) * stride, rowBytes);
    }
  }

  /** Whether the encoder takes the layer's bytes as they are. */
  private static boolean isOwnLayout(int pixelFormat) {
    return pixelFormat == AV_PIX_FMT_GRAY8
        || pixelFormat == AV_PIX_FMT_BGRA
        || pixelFormat == AV_PIX_FMT_BGR0;
  }

  private int roundUp(int size) {
    int multiple = preset.sizeMultiple();
    return (size + multiple - 1) / multiple * multiple;
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
    converter.close();
    if (packet != null) {
      av_packet_free(packet);
      packet = null;
    }
    if (encodable != null && encodable != picture) {
      av_frame_free(encodable);
    }
    encodable = null;
    if (picture != null) {
      av_frame_free(picture);
      picture = null;
    }
    if (codec != null) {
      avcodec_free_context(codec);
      codec = null;
    }
    if (!Pointer.isNull(output)) {
      closeFile();
      avformat_free_context(output);
      output.setNull();
    }
    timeline.close();
  }
}
