package org.cleanplate.video;

/** What decodes a video. The frames are the same either way, bit by bit. */
public sealed interface DecodingDevice {

  /** FFmpeg's own decoders, on all cores. */
  record Processor() implements DecodingDevice {}

  /**
   * NVDEC, the video decoder of NVIDIA's GPUs. It takes H.264, H.265, VP8, VP9 and AV1 with halved
   * chroma, as far as the GPU at hand knows them.
   *
   * @param index the GPU's number as CUDA counts, from 0
   * @param required whether to fail rather than to leave what it does not take to the processor
   */
  record Nvidia(int index, boolean required) implements DecodingDevice {}
}
