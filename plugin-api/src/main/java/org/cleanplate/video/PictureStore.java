package org.cleanplate.video;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_FFVHUFF;
import static org.bytedeco.ffmpeg.global.avcodec.av_new_packet;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_free;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_from_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV422P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV440P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV444P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ420P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ422P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ440P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ444P;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_ref;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * Pictures kept without loss in a temporary file, each to be read on its own. All are of the kind
 * of the first. The codec is FFVHUFF, which is quick and takes about half of the pixels' bytes.
 * Used by one thread at a time.
 */
final class PictureStore implements AutoCloseable {
  private static final String DOING = "Cannot keep copies of frames";

  /** Formats whose name holds the range of their samples; these are stored alike. */
  private static final Map<Integer, Integer> STORED_AS =
      Map.of(
          AV_PIX_FMT_YUVJ420P, AV_PIX_FMT_YUV420P,
          AV_PIX_FMT_YUVJ422P, AV_PIX_FMT_YUV422P,
          AV_PIX_FMT_YUVJ440P, AV_PIX_FMT_YUV440P,
          AV_PIX_FMT_YUVJ444P, AV_PIX_FMT_YUV444P);

  private final Kind kind;
  private final FileChannel file;
  private final Map<Integer, Place> places = new HashMap<>();
  private AVCodecContext encoder;
  private AVCodecContext decoder;
  private AVPacket packet = av_packet_alloc();
  private AVFrame picture = av_frame_alloc();
  private long bytes;

  private PictureStore(Kind kind, FileChannel file) {
    this.kind = kind;
    this.file = file;
  }

  /** Where a picture lies in the file. */
  private record Place(long start, int size) {}

  /** All that makes equal samples equal colours. */
  private record Kind(
      int width, int height, int format, int range, int matrix, int primaries, int transfer) {

    static Kind of(AVFrame picture) {
      return new Kind(
          picture.width(),
          picture.height(),
          picture.format(),
          picture.color_range(),
          picture.colorspace(),
          picture.color_primaries(),
          picture.color_trc());
    }

    int storedFormat() {
      return STORED_AS.getOrDefault(format, format);
    }

    void applyTo(AVFrame picture) {
      picture
          .format(format)
          .color_range(range)
          .colorspace(matrix)
          .color_primaries(primaries)
          .color_trc(transfer);
    }
  }

  /**
   * An empty store in the temporary folder; its file is gone once it is closed.
   *
   * @param first of the kind of all pictures
   * @throws IOException if pictures of that kind cannot be kept or there is no place
   */
  static PictureStore create(AVFrame first) throws IOException {
    Path path = Files.createTempFile("cleanplate-", ".frames");
    FileChannel file =
        FileChannel.open(
            path,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);
    PictureStore store = new PictureStore(Kind.of(first), file);
    try {
      store.openCodec();
      return store;
    } catch (IOException | RuntimeException e) {
      store.close();
      throw e;
    }
  }

  private void openCodec() throws IOException {
    AVCodec codec = avcodec_find_encoder(AV_CODEC_ID_FFVHUFF);
    encoder = avcodec_alloc_context3(codec);
    encoder.width(kind.width).height(kind.height).pix_fmt(kind.storedFormat());
    encoder.time_base().num(1).den(1);
    AVDictionary options = new AVDictionary(null);
    av_dict_set(options, "context", "1", 0);
    int code = avcodec_open2(encoder, codec, options);
    av_dict_free(options);
    FFmpeg.check(code, DOING);
    AVCodec reader = avcodec_find_decoder(AV_CODEC_ID_FFVHUFF);
    decoder = avcodec_alloc_context3(reader);
    AVCodecParameters parameters = avcodec_parameters_alloc();
    try {
      FFmpeg.check(avcodec_parameters_from_context(parameters, encoder), DOING);
      FFmpeg.check(avcodec_parameters_to_context(decoder, parameters), DOING);
    } finally {
      avcodec_parameters_free(parameters);
    }
    decoder.thread_count(1);
    FFmpeg.check(avcodec_open2(decoder, reader, (AVDictionary) null), DOING);
  }

  /** What the pictures take on the disk. */
  long bytes() {
    return bytes;
  }

  boolean holds(int number) {
    return places.containsKey(number);
  }

  /** Keeps a picture; one of another kind than the first is left out. */
  void add(int number, AVFrame added) throws IOException {
    if (!Kind.of(added).equals(kind)) {
      return;
    }
    av_frame_unref(picture);
    FFmpeg.check(av_frame_ref(picture, added), DOING);
    picture.format(kind.storedFormat()).pts(number);
    FFmpeg.check(avcodec_send_frame(encoder, picture), DOING);
    FFmpeg.check(avcodec_receive_packet(encoder, packet), DOING);
    write(packet.data().capacity(packet.size()).asByteBuffer());
    places.put(number, new Place(bytes, packet.size()));
    bytes += packet.size();
    av_packet_unref(packet);
  }

  private void write(ByteBuffer data) throws IOException {
    long at = bytes;
    while (data.hasRemaining()) {
      at += file.write(data, at);
    }
  }

  /**
   * A picture that it {@link #holds}.
   *
   * @return valid until the store is used again
   */
  AVFrame read(int number) throws IOException {
    Place place = places.get(number);
    FFmpeg.check(av_new_packet(packet, place.size), DOING);
    try {
      fill(packet.data().capacity(place.size).asByteBuffer(), place.start);
      FFmpeg.check(avcodec_send_packet(decoder, packet), DOING);
    } finally {
      av_packet_unref(packet);
    }
    FFmpeg.check(avcodec_receive_frame(decoder, picture), DOING);
    kind.applyTo(picture);
    return picture;
  }

  private void fill(ByteBuffer data, long start) throws IOException {
    while (data.hasRemaining()) {
      if (file.read(data, start + data.position()) < 0) {
        throw new EOFException("The temporary file with copies of frames was cut off");
      }
    }
  }

  /** Frees all native memory and the disk. May be called twice. */
  @Override
  public void close() throws IOException {
    places.clear();
    if (packet != null) {
      av_packet_free(packet);
      packet = null;
      av_frame_free(picture);
      picture = null;
    }
    if (encoder != null) {
      avcodec_free_context(encoder);
      encoder = null;
    }
    if (decoder != null) {
      avcodec_free_context(decoder);
      decoder = null;
    }
    file.close();
  }
}
