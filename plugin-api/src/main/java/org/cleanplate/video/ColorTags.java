package org.cleanplate.video;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_PRI_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_PRI_UNSPECIFIED;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_TRC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_TRC_UNSPECIFIED;

import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * How the colours of a video are meant, in the code points of ITU-T H.273. Pixels keep their
 * transfer function on the way through, so a result is tagged as its source is.
 *
 * @param primaries what pure red, green and blue are
 * @param transfer how light becomes a sample
 */
public record ColorTags(int primaries, int transfer) {
  /** What a picture that says nothing is taken for. */
  public static final ColorTags BT709 = new ColorTags(AVCOL_PRI_BT709, AVCOL_TRC_BT709);

  static ColorTags of(AVFrame picture) {
    int primaries = picture.color_primaries();
    int transfer = picture.color_trc();
    return new ColorTags(
        isTold(primaries, AVCOL_PRI_UNSPECIFIED) ? primaries : BT709.primaries,
        isTold(transfer, AVCOL_TRC_UNSPECIFIED) ? transfer : BT709.transfer);
  }

  /** The lowest code point is reserved. */
  private static boolean isTold(int code, int unspecified) {
    return code > 0 && code != unspecified;
  }
}
