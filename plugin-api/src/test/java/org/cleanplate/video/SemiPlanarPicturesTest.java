package org.cleanplate.video;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_MPEG;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_NV12;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_P010;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P10;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Random;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.ShortPointer;
import org.cleanplate.frame.Frame;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A GPU hands the chroma of a picture out as one plane of pairs, the processor as two planes; the
 * frames must be the same.
 */
class SemiPlanarPicturesTest {

  @ParameterizedTest
  @CsvSource({
    "64, 48, false",
    "64, 48, true",
    "62, 46, false",
    "61, 45, false",
    "1280, 720, false"
  })
  void pairsOfBytesGiveTheFrameOfTwoPlanes(int width, int height, boolean fullRange)
      throws IOException {
    AVFrame planar = picture(AV_PIX_FMT_YUV420P, width, height, fullRange);
    AVFrame paired = picture(AV_PIX_FMT_NV12, width, height, fullRange);
    Random random = new Random(3);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        byte luma = (byte) random.nextInt(256);
        planar.data(0).put((long) y * planar.linesize(0) + x, luma);
        paired.data(0).put((long) y * paired.linesize(0) + x, luma);
      }
    }
    for (int y = 0; y < (height + 1) / 2; y++) {
      for (int x = 0; x < (width + 1) / 2; x++) {
        for (int plane = 1; plane < 3; plane++) {
          byte chroma = (byte) random.nextInt(256);
          planar.data(plane).put((long) y * planar.linesize(plane) + x, chroma);
          paired.data(1).put((long) y * paired.linesize(1) + 2 * x + plane - 1, chroma);
        }
      }
    }
    assertSameFrame(planar, paired);
  }

  /** Ten bits lie at the upper end of a word in the one and at the lower end in the other. */
  @ParameterizedTest
  @CsvSource({"64, 48, false", "64, 48, true", "62, 46, false", "61, 45, false"})
  void pairsOfWordsGiveTheFrameOfTwoPlanes(int width, int height, boolean fullRange)
      throws IOException {
    AVFrame planar = picture(AV_PIX_FMT_YUV420P10, width, height, fullRange);
    AVFrame paired = picture(AV_PIX_FMT_P010, width, height, fullRange);
    Random random = new Random(4);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int luma = random.nextInt(1024);
        words(planar, 0).put(at(planar, 0, x, y), (short) luma);
        words(paired, 0).put(at(paired, 0, x, y), (short) (luma << 6));
      }
    }
    for (int y = 0; y < (height + 1) / 2; y++) {
      for (int x = 0; x < (width + 1) / 2; x++) {
        for (int plane = 1; plane < 3; plane++) {
          int chroma = random.nextInt(1024);
          words(planar, plane).put(at(planar, plane, x, y), (short) chroma);
          words(paired, 1).put(at(paired, 1, 2 * x + plane - 1, y), (short) (chroma << 6));
        }
      }
    }
    assertSameFrame(planar, paired);
  }

  private static ShortPointer words(AVFrame picture, int plane) {
    return new ShortPointer(picture.data(plane));
  }

  private static long at(AVFrame picture, int plane, int x, int y) {
    return (long) y * picture.linesize(plane) / Short.BYTES + x;
  }

  private static AVFrame picture(int format, int width, int height, boolean fullRange)
      throws IOException {
    AVFrame picture = FFmpeg.allocatePicture(format, width, height);
    return picture.color_range(fullRange ? AVCOL_RANGE_JPEG : AVCOL_RANGE_MPEG);
  }

  private static void assertSameFrame(AVFrame planar, AVFrame paired) throws IOException {
    assertEquals(frame(planar), frame(paired));
    av_frame_free(planar);
    av_frame_free(paired);
  }

  private static ByteBuffer frame(AVFrame picture) throws IOException {
    try (FramePixels pixels = new FramePixels(picture)) {
      Frame frame = Frame.allocate(pixels.format());
      pixels.copy(picture, frame);
      return frame.pixels();
    }
  }
}
