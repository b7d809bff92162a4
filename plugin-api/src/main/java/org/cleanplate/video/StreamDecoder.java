package org.cleanplate.video;

import static org.bytedeco.ffmpeg.avcodec.AVCodecContext.FF_THREAD_FRAME;
import static org.bytedeco.ffmpeg.avcodec.AVCodecContext.FF_THREAD_SLICE;
import static org.bytedeco.ffmpeg.global.avcodec.AVDISCARD_DEFAULT;
import static org.bytedeco.ffmpeg.global.avcodec.AVDISCARD_NONREF;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_VP8;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_VP9;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_flush_buffers;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_get_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_get;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import java.io.IOException;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.cleanplate.MattingException;

/** Makes pictures of the packets of one stream. Used by one thread. */
final class StreamDecoder implements AutoCloseable {
  /** Of a picture; a header may claim any size, and its buffers are allocated on its word. */
  private static final long MAX_PIXELS = 1L << 28;

  /** Has pictures computed by a GPU; empty for the processor. */
  private final Optional<Nvdec> nvdec;

  private AVCodecContext codec;
  private AVFrame picture;

  /**
   * How the processor's threads share the work.
   *
   * @param type the library's word for it
   * @param count how many; 0 for as many as there are processors
   */
  record Threads(int type, int count) {
    /** Several pictures at a time. */
    static final Threads FRAMES = new Threads(FF_THREAD_FRAME | FF_THREAD_SLICE, 0);

    /** Parts of a picture, so that none waits for others. */
    static final Threads SLICES = new Threads(FF_THREAD_SLICE, 0);

    /**
     * None beside the caller's, each of which would take memory for pictures of its own and for
     * good, as the system's allocator has it.
     */
    static final Threads NONE = new Threads(FF_THREAD_SLICE, 1);
  }

  private StreamDecoder(AVCodec decoder, AVStream stream, Threads threads, Optional<Nvdec> nvdec) {
    this.nvdec = nvdec;
    codec = avcodec_alloc_context3(decoder);
    picture = av_frame_alloc();
    codec.pkt_timebase(stream.time_base());
    codec.thread_count(threads.count).thread_type(threads.type);
    codec.max_pixels(MAX_PIXELS);
    nvdec.ifPresent(gpu -> gpu.attachTo(codec));
  }

  /**
   * A decoder on the processor.
   *
   * @param name of the file, for messages
   * @throws MattingException if there is none for the stream
   */
  static StreamDecoder open(AVStream stream, String name, Threads threads) {
    AVCodec decoder = findDecoder(stream);
    if (decoder == null || decoder.isNull()) {
      throw new MattingException(
          name
              + " is coded as "
              + codecName(stream)
              + ", which this FFmpeg cannot decode: convert it to H.264 or FFV1 first");
    }
    StreamDecoder opened = new StreamDecoder(decoder, stream, threads, Optional.empty());
    int code = opened.open(decoder, stream);
    if (code < 0) {
      opened.close();
      throw new MattingException(
          name + " cannot be decoded (" + FFmpeg.reason(code) + "): convert it to H.264 first");
    }
    return opened;
  }

  /**
   * A decoder on a GPU, as far as that turns out to take the stream; see {@link #problemOnGpu()}.
   *
   * @param gpu as CUDA counts
   * @throws IOException if there is no such device or it is of no use for this codec
   */
  static StreamDecoder openOnGpu(AVStream stream, int gpu) throws IOException {
    AVCodec decoder =
        (hasAlphaBeside(stream)
                ? Optional.<AVCodec>empty()
                : Nvdec.decoder(stream.codecpar().codec_id()))
            .orElseThrow(() -> new IOException("it does not decode " + codecName(stream)));
    Optional<Nvdec> nvdec = Optional.of(Nvdec.open(gpu));
    StreamDecoder opened = new StreamDecoder(decoder, stream, Threads.NONE, nvdec);
    int code = opened.open(decoder, stream);
    if (code < 0) {
      opened.close();
      throw new IOException(FFmpeg.reason(code));
    }
    return opened;
  }

  private int open(AVCodec decoder, AVStream stream) {
    int code = avcodec_parameters_to_context(codec, stream.codecpar());
    return code < 0 ? code : avcodec_open2(codec, decoder, (AVDictionary) null);
  }

  /** FFmpeg's own VP8 and VP9 decoders leave the alpha out that WebM carries beside the colour. */
  private static AVCodec findDecoder(AVStream stream) {
    int id = stream.codecpar().codec_id();
    if (hasAlphaBeside(stream)) {
      return avcodec_find_decoder_by_name(id == AV_CODEC_ID_VP9 ? "libvpx-vp9" : "libvpx");
    }
    return avcodec_find_decoder(id);
  }

  private static boolean hasAlphaBeside(AVStream stream) {
    int id = stream.codecpar().codec_id();
    return (id == AV_CODEC_ID_VP9 || id == AV_CODEC_ID_VP8)
        && av_dict_get(stream.metadata(), "alpha_mode", null, 0) != null;
  }

  private static String codecName(AVStream stream) {
    return avcodec_get_name(stream.codecpar().codec_id()).getString();
  }

  /**
   * Takes a packet.
   *
   * @param wanted whether its picture is; else it is decoded only as far as others need it
   * @return the library's code
   */
  int send(AVPacket packet, boolean wanted) {
    codec.skip_frame(wanted ? AVDISCARD_DEFAULT : AVDISCARD_NONREF);
    return avcodec_send_packet(codec, packet);
  }

  /** Has the pictures given out that are still held. */
  void sendEnd() {
    avcodec_send_packet(codec, null);
  }

  /**
   * Makes the next picture.
   *
   * @return the library's code, negative if there is none
   */
  int receive() {
    return avcodec_receive_frame(codec, picture);
  }

  /**
   * The picture that was {@link #receive received} last, in the host's memory; valid until then.
   */
  AVFrame picture() throws IOException {
    return nvdec.isPresent() ? nvdec.get().download(picture) : picture;
  }

  /** Why the latest picture was not decoded by the GPU; empty if it was or was not to be. */
  Optional<String> problemOnGpu() {
    return nvdec.flatMap(Nvdec::problem);
  }

  /** Forgets what was sent. */
  void flush() {
    avcodec_flush_buffers(codec);
  }

  /** Frees all native memory. May be called twice. */
  @Override
  public void close() {
    if (picture != null) {
      av_frame_free(picture);
      picture = null;
    }
    if (codec != null) {
      avcodec_free_context(codec);
      codec = null;
    }
    nvdec.ifPresent(Nvdec::close);
  }
}
