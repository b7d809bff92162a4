package org.cleanplate.video;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_CONFIG_SAMPLE_FORMAT;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_CONFIG_SAMPLE_RATE;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_GLOBAL_HEADER;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_get_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_get_supported_config;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_from_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avutil.AV_CHANNEL_ORDER_UNSPEC;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_default;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_get_sample_fmt_name;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVChannelLayout;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;

/** Sound that is decoded and encoded anew, because the container cannot hold it as it is. */
final class EncodedTrack implements SoundTrack {
  private static final int MOST_CHANNELS = 2;
  private static final int BITS_PER_SECOND_OF_CHANNEL = 96_000;

  /** What every encoder takes. */
  private static final int USUAL_RATE = 48_000;

  /** Stands for the first value that an encoder lists. */
  private static final int ANY_SUPPORTED = -1;

  private final AVStream from;
  private final AVStream to;
  private final VideoContainer container;
  private final String doing;
  private AVCodecContext decoder;
  private AVCodecContext encoder;
  private FilterGraph resampler;
  private AVFrame decoded = av_frame_alloc();
  private AVPacket packet = av_packet_alloc();

  /**
   * Adds the stream to a container.
   *
   * @param encoderName of the library
   */
  EncodedTrack(AVStream from, String encoderName, VideoContainer container, String doing)
      throws IOException {
    this.from = from;
    this.container = container;
    this.doing = doing;
    to = container.addStream();
    try {
      openDecoder();
      openEncoder(encoderName);
      openResampler();
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  @Override
  public void write(AVPacket source) throws IOException {
    // What cannot be decoded leaves a gap, as it does when it is played.
    if (avcodec_send_packet(decoder, source) >= 0) {
      decodeAll();
    }
  }

  @Override
  public void finish() throws IOException {
    avcodec_send_packet(decoder, null);
    decodeAll();
    resampler.sendEnd();
    encodeAll();
    FFmpeg.check(avcodec_send_frame(encoder, null), doing);
    writeAll();
  }

  @Override
  public Optional<String> change() {
    String mixed =
        decoder.ch_layout().nb_channels() > MOST_CHANNELS ? ", mixed down to two channels" : "";
    return Optional.of(
        "sound is encoded anew as "
            + name(encoder.codec_id())
            + mixed
            + ", since this kind of file holds no "
            + name(decoder.codec_id()));
  }

  private static String name(int codecId) {
    return avcodec_get_name(codecId).getString().toUpperCase(Locale.ROOT);
  }

  private void openDecoder() throws IOException {
    AVCodec codec = avcodec_find_decoder(from.codecpar().codec_id());
    if (codec == null || codec.isNull()) {
      throw new IOException(
          doing + ": this FFmpeg cannot decode sound coded as " + name(from.codecpar().codec_id()));
    }
    decoder = avcodec_alloc_context3(codec);
    FFmpeg.check(avcodec_parameters_to_context(decoder, from.codecpar()), doing);
    decoder.pkt_timebase(from.time_base());
    AVChannelLayout channels = decoder.ch_layout();
    if (channels.order() == AV_CHANNEL_ORDER_UNSPEC) {
      av_channel_layout_default(channels, channels.nb_channels());
    }
    FFmpeg.check(avcodec_open2(decoder, codec, (AVDictionary) null), doing);
  }

  private void openEncoder(String encoderName) throws IOException {
    AVCodec codec = avcodec_find_encoder_by_name(encoderName);
    if (codec == null || codec.isNull()) {
      throw new IOException(doing + ": this FFmpeg has no encoder " + encoderName);
    }
    encoder = avcodec_alloc_context3(codec);
    int channels = Math.min(MOST_CHANNELS, decoder.ch_layout().nb_channels());
    av_channel_layout_default(encoder.ch_layout(), channels);
    int rate = supported(codec, AV_CODEC_CONFIG_SAMPLE_RATE, decoder.sample_rate(), USUAL_RATE);
    encoder.sample_rate(rate);
    encoder.time_base(new AVRational().num(1).den(rate));
    encoder.sample_fmt(
        supported(codec, AV_CODEC_CONFIG_SAMPLE_FORMAT, decoder.sample_fmt(), ANY_SUPPORTED));
    encoder.bit_rate((long) BITS_PER_SECOND_OF_CHANNEL * channels);
    if (container.wantsGlobalHeaders()) {
      encoder.flags(encoder.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
    }
    FFmpeg.check(avcodec_open2(encoder, codec, (AVDictionary) null), doing);
    FFmpeg.check(avcodec_parameters_from_context(to.codecpar(), encoder), doing);
    to.time_base(encoder.time_base());
  }

  private static int supported(AVCodec codec, int what, int wanted, int otherwise) {
    try (PointerPointer<IntPointer> list = new PointerPointer<>(1);
        IntPointer count = new IntPointer(1)) {
      int code = avcodec_get_supported_config(null, codec, what, 0, list, count);
      if (code < 0 || list.get() == null) {
        return wanted;
      }
      IntPointer values = list.get(IntPointer.class);
      for (int i = 0; i < count.get(); i++) {
        if (values.get(i) == wanted) {
          return wanted;
        }
      }
      return otherwise == ANY_SUPPORTED ? values.get(0) : otherwise;
    }
  }

  private void openResampler() throws IOException {
    String target =
        "aformat=sample_fmts="
            + av_get_sample_fmt_name(encoder.sample_fmt()).getString()
            + ":sample_rates="
            + encoder.sample_rate()
            + ":channel_layouts="
            + (encoder.ch_layout().nb_channels() == 1 ? "mono" : "stereo");
    resampler =
        FilterGraph.ofSound(List.of(target), decoder, from.time_base(), encoder.time_base(), doing);
    if (encoder.frame_size() > 0) {
      resampler.samplesAtATime(encoder.frame_size());
    }
  }

  private void decodeAll() throws IOException {
    while (avcodec_receive_frame(decoder, decoded) >= 0) {
      decoded.pts(decoded.best_effort_timestamp());
      resampler.send(decoded);
      encodeAll();
    }
  }

  private void encodeAll() throws IOException {
    for (AVFrame piece = resampler.receive(); piece != null; piece = resampler.receive()) {
      FFmpeg.check(avcodec_send_frame(encoder, piece), doing);
      writeAll();
    }
  }

  private void writeAll() throws IOException {
    while (avcodec_receive_packet(encoder, packet) >= 0) {
      container.write(packet, to, encoder.time_base());
    }
  }

  @Override
  public void close() {
    if (resampler != null) {
      resampler.close();
      resampler = null;
    }
    if (decoder != null) {
      avcodec_free_context(decoder);
      decoder = null;
    }
    if (encoder != null) {
      avcodec_free_context(encoder);
      encoder = null;
    }
    if (packet != null) {
      av_packet_free(packet);
      packet = null;
      av_frame_free(decoded);
      decoded = null;
    }
  }
}
