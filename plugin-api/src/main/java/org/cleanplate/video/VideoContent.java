package org.cleanplate.video;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGRA;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_GBRAP16;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_GBRP16;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_GRAY16;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_GRAY8;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.cleanplate.MattingException;
import org.cleanplate.network.graph.Layer;

/** What a video shows of a matte, and with how many bits a sample. */
public enum VideoContent {
  /** Alpha as a grey picture. */
  ALPHA_8(AV_PIX_FMT_GRAY8, Layer.ALPHA_8),
  ALPHA_16(AV_PIX_FMT_GRAY16, Layer.ALPHA_16),
  FOREGROUND_8(AV_PIX_FMT_BGRA, Layer.FOREGROUND_8),
  FOREGROUND_16(AV_PIX_FMT_GBRP16, Layer.FOREGROUND_16),
  COMPOSITE_8(AV_PIX_FMT_BGRA, Layer.COMPOSITE_8),
  COMPOSITE_16(AV_PIX_FMT_GBRP16, Layer.COMPOSITE_16),
  /** The foreground with alpha beside it, not premultiplied, black where alpha is zero. */
  CUTOUT_8(AV_PIX_FMT_BGRA, Layer.CUTOUT_8),
  CUTOUT_16(AV_PIX_FMT_GBRAP16, Layer.FOREGROUND_16, Layer.ALPHA_16);

  private final int pixelFormat;
  private final Set<Layer> layers;

  VideoContent(int pixelFormat, Layer first, Layer... others) {
    this.pixelFormat = pixelFormat;
    this.layers = EnumSet.of(first, others);
  }

  /**
   * The content that is one layer.
   *
   * @throws MattingException if videos do not hold that layer
   */
  public static VideoContent of(Layer layer) {
    return Arrays.stream(values())
        .filter(content -> content.layers.equals(Set.of(layer)))
        .findFirst()
        .orElseThrow(
            () ->
                new MattingException(
                    "Layer "
                        + layer
                        + " cannot be written as a video, expected one of "
                        + Arrays.stream(values())
                            .filter(content -> content.layers.size() == 1)
                            .map(Enum::name)
                            .collect(Collectors.joining(", "))));
  }

  /** The layers it is made of. */
  public Set<Layer> layers() {
    return EnumSet.copyOf(layers);
  }

  /** Whether its samples have 16 bits instead of 8. */
  public boolean isDeep() {
    return PixelFormat.of(pixelFormat).isDeep();
  }

  /** Whether it has one sample a pixel. */
  public boolean isGray() {
    return this == ALPHA_8 || this == ALPHA_16;
  }

  /** Whether it has transparency of its own. */
  public boolean hasAlpha() {
    return this == CUTOUT_8 || this == CUTOUT_16;
  }

  /** The library's name for how its layers lie in memory. */
  int pixelFormat() {
    return pixelFormat;
  }
}
