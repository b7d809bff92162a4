package org.cleanplate.video;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_GLOBAL_HEADER;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_INTERLACED_DCT;
import static org.bytedeco.ffmpeg.global.avcodec.AV_FIELD_TT;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_DISPLAYMATRIX;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_side_data_new;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_from_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLTP;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S16;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_default;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.ShortBuffer;
import java.nio.file.Path;
import java.util.function.IntToLongFunction;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avcodec.AVPacketSideData;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;

/**
 * Writes videos of kinds that our own presets never write: any codec and pixel format, colour tags,
 * display matrix, fields, times and sound.
 */
final class SampleVideo {
  /** What the sound's tone is. */
  static final int TONE_HERTZ = 440;

  private static final int SOUND_RATE = 48_000;
  private static final int TICKS_PER_SECOND = 90_000;

  private final String muxer;
  private final String encoder;
  private final int width;
  private final int height;
  private int pixelFormat = AV_PIX_FMT_YUV420P;
  private int matrix = 2;
  private int range;
  private int transfer = 2;
  private int primaries = 2;
  private int[] displayMatrix = {};
  private boolean interlaced;
  private IntToLongFunction ticks = frame -> frame * TICKS_PER_SECOND / 25L;
  private String soundEncoder = "";
  private double soundSeconds;

  /**
   * A video of 25 frames a second.
   *
   * @param muxer the library's name of the container
   * @param encoder the library's name
   */
  SampleVideo(String muxer, String encoder, int width, int height) {
    this.muxer = muxer;
    this.encoder = encoder;
    this.width = width;
    this.height = height;
  }

  SampleVideo pixelFormat(int format) {
    pixelFormat = format;
    return this;
  }

  SampleVideo color(int matrixCode, int rangeCode) {
    matrix = matrixCode;
    range = rangeCode;
    return this;
  }

  SampleVideo meaning(int primariesCode, int transferCode) {
    primaries = primariesCode;
    transfer = transferCode;
    return this;
  }

  SampleVideo displayMatrix(int... cells) {
    displayMatrix = cells;
    return this;
  }

  SampleVideo interlaced() {
    interlaced = true;
    return this;
  }

  /** The times of frames in 1/90000 s. */
  SampleVideo times(IntToLongFunction ticksOfFrame) {
    ticks = ticksOfFrame;
    return this;
  }

  SampleVideo sound(String encoderName, double seconds) {
    soundEncoder = encoderName;
    soundSeconds = seconds;
    return this;
  }

  /** Paints one picture. */
  @FunctionalInterface
  interface Painter {
    void paint(int index, AVFrame picture);
  }

  Path write(Path file, int frames, Painter painter) throws IOException {
    try (VideoContainer container = new VideoContainer(file, muxer, "Sample")) {
      AVCodecContext picture = openPicture(container);
      AVStream pictures = addStream(container, picture);
      addDisplayMatrix(pictures);
      AVCodecContext sound = soundEncoder.isEmpty() ? null : openSound(container);
      AVStream sounds = sound == null ? null : addStream(container, sound);
      container.writeHeader();
      writePictures(container, picture, pictures, frames, painter);
      if (sound != null) {
        writeSound(container, sound, sounds);
        avcodec_free_context(sound);
      }
      avcodec_free_context(picture);
      container.complete();
    }
    return file;
  }

  private AVCodecContext openPicture(VideoContainer container) throws IOException {
    AVCodec codec = avcodec_find_encoder_by_name(encoder);
    AVCodecContext context = avcodec_alloc_context3(codec);
    context
        .width(width)
        .height(height)
        .pix_fmt(pixelFormat)
        .time_base(new AVRational().num(1).den(TICKS_PER_SECOND))
        .framerate(new AVRational().num(25).den(1))
        .colorspace(matrix)
        .color_range(range)
        .color_primaries(primaries)
        .color_trc(transfer)
        .bit_rate(8_000_000)
        .gop_size(12)
        .strict_std_compliance(-2);
    if (encoder.startsWith("mpeg")) {
      context.time_base(new AVRational().num(1).den(25));
    }
    if (interlaced) {
      context.flags(context.flags() | AV_CODEC_FLAG_INTERLACED_DCT).field_order(AV_FIELD_TT);
    }
    open(container, codec, context);
    return context;
  }

  private AVCodecContext openSound(VideoContainer container) throws IOException {
    AVCodec codec = avcodec_find_encoder_by_name(soundEncoder);
    AVCodecContext context = avcodec_alloc_context3(codec);
    av_channel_layout_default(context.ch_layout(), 1);
    context
        .sample_rate(SOUND_RATE)
        .sample_fmt(soundEncoder.equals("aac") ? AV_SAMPLE_FMT_FLTP : AV_SAMPLE_FMT_S16)
        .time_base(new AVRational().num(1).den(SOUND_RATE))
        .bit_rate(64_000);
    open(container, codec, context);
    return context;
  }

  private static void open(VideoContainer container, AVCodec codec, AVCodecContext context)
      throws IOException {
    if (container.wantsGlobalHeaders()) {
      context.flags(context.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
    }
    FFmpeg.check(avcodec_open2(context, codec, (AVDictionary) null), "Sample");
  }

  private static AVStream addStream(VideoContainer container, AVCodecContext context)
      throws IOException {
    AVStream stream = container.addStream();
    stream.time_base(context.time_base()).avg_frame_rate(context.framerate());
    FFmpeg.check(avcodec_parameters_from_context(stream.codecpar(), context), "Sample");
    return stream;
  }

  private void addDisplayMatrix(AVStream stream) {
    if (displayMatrix.length == 0) {
      return;
    }
    PointerPointer<AVPacketSideData> list = new PointerPointer<>(1);
    list.put(0, null);
    IntPointer count = new IntPointer(1).put(0);
    AVPacketSideData data =
        av_packet_side_data_new(list, count, AV_PKT_DATA_DISPLAYMATRIX, 9 * Integer.BYTES, 0);
    IntBuffer cells =
        data.data()
            .capacity(9 * Integer.BYTES)
            .asByteBuffer()
            .order(ByteOrder.nativeOrder())
            .asIntBuffer();
    cells.put(displayMatrix);
    stream.codecpar().coded_side_data(data).nb_coded_side_data(1);
  }

  private void writePictures(
      VideoContainer container, AVCodecContext codec, AVStream stream, int frames, Painter painter)
      throws IOException {
    AVFrame picture = FFmpeg.allocatePicture(pixelFormat, width, height);
    if (interlaced) {
      picture.flags(AVFrame.AV_FRAME_FLAG_INTERLACED | AVFrame.AV_FRAME_FLAG_TOP_FIELD_FIRST);
    }
    for (int i = 0; i < frames; i++) {
      FFmpeg.check(av_frame_make_writable(picture), "Sample");
      painter.paint(i, picture);
      picture.pts(codec.time_base().den() == 25 ? i : ticks.applyAsLong(i));
      FFmpeg.check(avcodec_send_frame(codec, picture), "Sample");
      drain(container, codec, stream);
    }
    FFmpeg.check(avcodec_send_frame(codec, null), "Sample");
    drain(container, codec, stream);
    av_frame_free(picture);
  }

  private void writeSound(VideoContainer container, AVCodecContext codec, AVStream stream)
      throws IOException {
    int samples = codec.frame_size() > 0 ? codec.frame_size() : 1024;
    AVFrame piece = av_frame_alloc();
    piece.format(codec.sample_fmt()).sample_rate(SOUND_RATE).nb_samples(samples);
    av_channel_layout_default(piece.ch_layout(), 1);
    FFmpeg.check(av_frame_get_buffer(piece, 0), "Sample");
    for (int at = 0; at < soundSeconds * SOUND_RATE; at += samples) {
      FFmpeg.check(av_frame_make_writable(piece), "Sample");
      fillTone(piece, at);
      piece.pts(at);
      FFmpeg.check(avcodec_send_frame(codec, piece), "Sample");
      drain(container, codec, stream);
    }
    FFmpeg.check(avcodec_send_frame(codec, null), "Sample");
    drain(container, codec, stream);
    av_frame_free(piece);
  }

  private static void fillTone(AVFrame piece, int at) {
    boolean floats = piece.format() == AV_SAMPLE_FMT_FLTP;
    int bytes = piece.nb_samples() * (floats ? Float.BYTES : Short.BYTES);
    var buffer = piece.data(0).capacity(bytes).asByteBuffer().order(ByteOrder.nativeOrder());
    FloatBuffer asFloats = buffer.asFloatBuffer();
    ShortBuffer asShorts = buffer.asShortBuffer();
    for (int i = 0; i < piece.nb_samples(); i++) {
      double value = 0.5 * Math.sin(2 * Math.PI * TONE_HERTZ * (at + i) / SOUND_RATE);
      if (floats) {
        asFloats.put(i, (float) value);
      } else {
        asShorts.put(i, (short) Math.round(value * Short.MAX_VALUE));
      }
    }
  }

  private static void drain(VideoContainer container, AVCodecContext codec, AVStream stream)
      throws IOException {
    AVPacket packet = av_packet_alloc();
    while (avcodec_receive_packet(codec, packet) >= 0) {
      container.write(packet, stream, codec.time_base());
    }
    av_packet_free(packet);
  }
}
