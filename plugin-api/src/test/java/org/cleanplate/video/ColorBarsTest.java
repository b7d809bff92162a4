package org.cleanplate.video;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_MPEG;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV422P10;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV444P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV444P12;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.Matte;
import org.cleanplate.network.graph.Layer;
import org.cleanplate.network.graph.PixelLayout;
import org.cleanplate.testing.Scene;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Bars of known colours, brought into luma and chroma by the formula of ITU-T H.273 (8.3), so that
 * the library's own conversion is not its own judge.
 */
class ColorBarsTest {
  private static final int BAR = 16;
  private static final int HEIGHT = 32;
  private static final int[][] BARS = {
    {191, 191, 191},
    {191, 191, 0},
    {0, 191, 191},
    {0, 191, 0},
    {191, 0, 191},
    {191, 0, 0},
    {0, 0, 191},
    {255, 255, 255},
    {0, 0, 0},
    {255, 0, 0},
    {0, 255, 0},
    {0, 0, 255},
    {203, 120, 99},
  };
  private static final int WIDTH = BAR * BARS.length;

  /** By the matrix's code point: what red and blue weigh in luma. */
  private static final Map<Integer, double[]> WEIGHTS =
      Map.of(
          1, new double[] {0.2126, 0.0722},
          4, new double[] {0.30, 0.11},
          5, new double[] {0.299, 0.114},
          6, new double[] {0.299, 0.114},
          7, new double[] {0.212, 0.087},
          9, new double[] {0.2627, 0.0593});

  @TempDir Path folder;

  static Stream<Arguments> everyMatrixRangeAndDepth() {
    return WEIGHTS.keySet().stream()
        .flatMap(
            matrix ->
                Stream.of(AVCOL_RANGE_MPEG, AVCOL_RANGE_JPEG)
                    .flatMap(
                        range ->
                            Stream.of(
                                    AV_PIX_FMT_YUV420P,
                                    AV_PIX_FMT_YUV444P,
                                    AV_PIX_FMT_YUV422P10,
                                    AV_PIX_FMT_YUV444P12)
                                .map(format -> Arguments.of(matrix, range, format))));
  }

  @ParameterizedTest
  @MethodSource("everyMatrixRangeAndDepth")
  void readsTheColoursThatWereMeant(int matrix, int range, int pixelFormat) throws IOException {
    Path video =
        new SampleVideo("matroska", "ffv1", WIDTH, HEIGHT)
            .pixelFormat(pixelFormat)
            .color(matrix, range)
            .write(folder.resolve("bars.mkv"), 1, (i, picture) -> paint(picture, matrix, range));

    try (VideoFrameSource source = VideoFrameSource.open(video)) {
      boolean deep = PixelFormat.of(pixelFormat).isDeep();
      assertEquals(deep ? PixelLayout.RGB_16 : PixelLayout.BGRA_8, source.format().layout());
      Frame frame = Frame.allocate(source.format());
      assertTrue(source.read(frame));
      for (int bar = 0; bar < BARS.length; bar++) {
        for (int channel = 0; channel < 3; channel++) {
          assertEquals(
              BARS[bar][channel], sample(frame, bar, channel), 2, "bar " + bar + "," + channel);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(value = VideoPreset.class, mode = EnumSource.Mode.EXCLUDE, names = "H265")
  void writesTheColoursThatWereMeant(VideoPreset preset) throws IOException {
    Frame frame = Frame.allocate(Scene.bgra(WIDTH, HEIGHT));
    for (int i = 0; i < WIDTH * HEIGHT; i++) {
      int[] rgb = BARS[i % WIDTH / BAR];
      int pixel = 0xFF000000 | rgb[0] << 16 | rgb[1] << 8 | rgb[2];
      frame.pixels().order(ByteOrder.LITTLE_ENDIAN).putInt(4 * i, pixel);
    }
    Matte matte = new Matte(Map.of(Layer.FOREGROUND_8, frame));
    Path file = folder.resolve("bars." + preset.extension());
    EncodeOptions options = EncodeOptions.of(preset).withQuality(new Quality(95));
    try (VideoFrameSink sink =
        VideoFrameSink.create(file, VideoContent.FOREGROUND_8, frame.format(), 25, options)) {
      sink.write(matte);
      sink.finish();
    }

    try (VideoDecoder decoder = VideoDecoder.open(file)) {
      AVFrame stored = decoder.next();
      for (int bar = 0; bar < BARS.length; bar++) {
        assertStored(BARS[bar], stored, bar);
      }
    }
  }

  /** Compares what is stored, not what our own reader makes of it. */
  private static void assertStored(int[] rgb, AVFrame stored, int bar) {
    PixelFormat format = PixelFormat.of(stored);
    if (!format.isYuv()) {
      for (int channel = 0; channel < 3; channel++) {
        int at = (HEIGHT / 2) * stored.linesize(0) + 4 * (bar * BAR + BAR / 2) + 2 - channel;
        assertEquals(rgb[channel], stored.data(0).get(at) & 0xFF);
      }
      return;
    }
    double[] expected = yuv(rgb, stored.colorspace(), stored.color_range(), format.bits());
    for (int plane = 0; plane < 3; plane++) {
      double unit = 1 << (format.bits() - 8);
      assertEquals(
          expected[plane] / unit, stored(stored, plane, bar) / unit, 2, "bar " + bar + "," + plane);
    }
  }

  private static int stored(AVFrame stored, int plane, int bar) {
    boolean halved = plane > 0 && stored.format() == AV_PIX_FMT_YUV420P;
    int x = (bar * BAR + BAR / 2) / (halved ? 2 : 1);
    int y = HEIGHT / 2 / (halved ? 2 : 1);
    ByteBuffer bytes = bytes(stored, plane);
    return PixelFormat.of(stored).isDeep()
        ? bytes.getShort(y * stored.linesize(plane) + 2 * x) & 0xFFFF
        : bytes.get(y * stored.linesize(plane) + x) & 0xFF;
  }

  private static void paint(AVFrame picture, int matrix, int range) {
    PixelFormat format = PixelFormat.of(picture);
    for (int plane = 0; plane < 3; plane++) {
      boolean halfWide =
          plane > 0 && List.of(AV_PIX_FMT_YUV420P, AV_PIX_FMT_YUV422P10).contains(picture.format());
      int rows = plane > 0 && picture.format() == AV_PIX_FMT_YUV420P ? HEIGHT / 2 : HEIGHT;
      ByteBuffer bytes = bytes(picture, plane);
      for (int y = 0; y < rows; y++) {
        for (int x = 0; x < (halfWide ? WIDTH / 2 : WIDTH); x++) {
          int bar = (halfWide ? 2 * x : x) / BAR;
          long value = Math.round(yuv(BARS[bar], matrix, range, format.bits())[plane]);
          if (format.isDeep()) {
            bytes.putShort(y * picture.linesize(plane) + 2 * x, (short) value);
          } else {
            bytes.put(y * picture.linesize(plane) + x, (byte) value);
          }
        }
      }
    }
  }

  private static ByteBuffer bytes(AVFrame picture, int plane) {
    return picture
        .data(plane)
        .capacity((long) picture.linesize(plane) * HEIGHT)
        .asByteBuffer()
        .order(ByteOrder.nativeOrder());
  }

  /** ITU-T H.273, equations 20 to 29 and 38 to 40, for 8-bit red, green, blue. */
  private static double[] yuv(int[] rgb, int matrix, int range, int bits) {
    double red = WEIGHTS.get(matrix)[0];
    double blue = WEIGHTS.get(matrix)[1];
    double y = (red * rgb[0] + (1 - red - blue) * rgb[1] + blue * rgb[2]) / 255;
    double cb = (rgb[2] / 255.0 - y) / (2 * (1 - blue));
    double cr = (rgb[0] / 255.0 - y) / (2 * (1 - red));
    double most = (1 << bits) - 1;
    double half = 1 << (bits - 1);
    if (range == AVCOL_RANGE_JPEG) {
      return new double[] {
        y * most, Math.min(most, cb * most + half), Math.min(most, cr * most + half)
      };
    }
    double unit = 1 << (bits - 8);
    return new double[] {(16 + 219 * y) * unit, (128 + 224 * cb) * unit, (128 + 224 * cr) * unit};
  }

  /** The middle of a bar on the scale of 8 bits. */
  private static double sample(Frame frame, int bar, int channel) {
    int pixel = HEIGHT / 2 * WIDTH + bar * BAR + BAR / 2;
    if (frame.format().layout() == PixelLayout.BGRA_8) {
      return frame.pixels().get(4 * pixel + 2 - channel) & 0xFF;
    }
    ShortBuffer samples = frame.pixels().asShortBuffer();
    return (samples.get(channel * WIDTH * HEIGHT + pixel) & 0xFFFF) / 257.0;
  }
}
