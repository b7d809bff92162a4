package org.cleanplate.video;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_HW_CONFIG_METHOD_HW_DEVICE_CTX;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_AV1;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_H264;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_HEVC;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_VP8;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_VP9;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_get_hw_config;
import static org.bytedeco.ffmpeg.global.avutil.AV_FRAME_CROP_UNALIGNED;
import static org.bytedeco.ffmpeg.global.avutil.AV_HWDEVICE_TYPE_CUDA;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_CUDA;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_NV12;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_P010;
import static org.bytedeco.ffmpeg.global.avutil.av_buffer_ref;
import static org.bytedeco.ffmpeg.global.avutil.av_buffer_unref;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_apply_cropping;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_copy_props;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;
import static org.bytedeco.ffmpeg.global.avutil.av_get_pix_fmt_name;
import static org.bytedeco.ffmpeg.global.avutil.av_hwdevice_ctx_create;
import static org.bytedeco.ffmpeg.global.avutil.av_hwframe_transfer_data;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecHWConfig;
import org.bytedeco.ffmpeg.avutil.AVBufferRef;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * NVDEC behind FFmpeg's own decoders: these read the stream, time the pictures and put them in
 * order as always, so that seeking and counting do not depend on it; the GPU computes the pixels.
 * Only for codecs whose pictures are defined to the bit. Used by one thread.
 */
final class Nvdec implements AutoCloseable {
  /** The library's decoders that can leave the pixels to a GPU. */
  private static final Map<Integer, String> DECODERS =
      Map.of(
          AV_CODEC_ID_H264, "h264",
          AV_CODEC_ID_HEVC, "hevc",
          AV_CODEC_ID_VP8, "vp8",
          AV_CODEC_ID_VP9, "vp9",
          AV_CODEC_ID_AV1, "av1");

  /** Halved chroma in pairs, which becomes the same frames as that of two planes. */
  private static final Set<Integer> TAKEN = Set.of(AV_PIX_FMT_NV12, AV_PIX_FMT_P010);

  private AVBufferRef device = new AVBufferRef(null);
  private AVFrame downloaded;

  /** Why the latest picture is not from the GPU as it should be; empty if it is. */
  private Optional<String> problem = Optional.of("the GPU decodes no picture of it");

  private Nvdec() {}

  /**
   * Opens a GPU. It gets a context of its own, as the runtime that computes the mattes sets the
   * device's shared one up in a way that FFmpeg refuses.
   *
   * @param index as CUDA counts
   * @throws IOException if there is no such device or its driver does not work
   */
  static Nvdec open(int index) throws IOException {
    Nvdec nvdec = new Nvdec();
    FFmpeg.Attempt attempt =
        FFmpeg.attempt(
            () ->
                av_hwdevice_ctx_create(
                    nvdec.device,
                    AV_HWDEVICE_TYPE_CUDA,
                    Integer.toString(index),
                    (AVDictionary) null,
                    0));
    if (attempt.failed()) {
      throw new IOException(attempt.reason());
    }
    nvdec.downloaded = av_frame_alloc();
    return nvdec;
  }

  /** The decoder that leaves a codec's pixels to a GPU, if there is one in this FFmpeg. */
  static Optional<AVCodec> decoder(int codecId) {
    return Optional.ofNullable(DECODERS.get(codecId))
        .map(name -> avcodec_find_decoder_by_name(name))
        .filter(Nvdec::isForCuda);
  }

  private static boolean isForCuda(AVCodec decoder) {
    int i = 0;
    for (AVCodecHWConfig config = avcodec_get_hw_config(decoder, i);
        config != null;
        config = avcodec_get_hw_config(decoder, ++i)) {
      if (config.device_type() == AV_HWDEVICE_TYPE_CUDA
          && (config.methods() & AV_CODEC_HW_CONFIG_METHOD_HW_DEVICE_CTX) != 0) {
        return true;
      }
    }
    return false;
  }

  /** Has a decoder that is not open yet use the GPU wherever it can. */
  void attachTo(AVCodecContext codec) {
    codec.hw_device_ctx(av_buffer_ref(device));
  }

  /**
   * Brings a decoded picture into the host's memory.
   *
   * @return the picture, valid until the next call; one that the GPU left to the processor as it is
   */
  AVFrame download(AVFrame decoded) throws IOException {
    if (decoded.format() != AV_PIX_FMT_CUDA) {
      problem =
          Optional.of("the GPU does not take pictures of its kind (" + formatName(decoded) + ")");
      return decoded;
    }
    String doing = "Cannot fetch a decoded picture from the GPU (decoder=software needs none)";
    av_frame_unref(downloaded);
    FFmpeg.check(av_hwframe_transfer_data(downloaded, decoded, 0), doing);
    FFmpeg.check(av_frame_copy_props(downloaded, decoded), doing);
    // On the device only the lower and right borders are cut off.
    FFmpeg.check(av_frame_apply_cropping(downloaded, AV_FRAME_CROP_UNALIGNED), doing);
    problem =
        TAKEN.contains(downloaded.format())
            ? Optional.empty()
            : Optional.of("pictures of " + formatName(downloaded) + " would be rounded otherwise");
    return downloaded;
  }

  private static String formatName(AVFrame picture) {
    return av_get_pix_fmt_name(picture.format()).getString();
  }

  /** Why the latest picture is not one that the GPU decoded; empty if it is. */
  Optional<String> problem() {
    return problem;
  }

  /** Frees all memory on host and device. May be called twice. */
  @Override
  public void close() {
    if (downloaded != null) {
      av_frame_free(downloaded);
      downloaded = null;
    }
    if (device != null) {
      av_buffer_unref(device);
      device = null;
    }
  }
}
