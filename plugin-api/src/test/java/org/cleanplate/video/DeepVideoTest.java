package org.cleanplate.video;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_PRI_BT2020;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT2020_NCL;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_TRC_SMPTE2084;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_GBRP10;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV444P10;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.cleanplate.MattingException;
import org.cleanplate.engine.MattingOptions;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.frame.FrameSink;
import org.cleanplate.frame.Matte;
import org.cleanplate.job.MattingJob;
import org.cleanplate.network.graph.Layer;
import org.cleanplate.network.graph.PixelLayout;
import org.cleanplate.plate.FixedPlate;
import org.cleanplate.progress.Cancellation;
import org.cleanplate.progress.ProgressListener;
import org.cleanplate.testing.DifferenceKeyEngine;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A ramp of 1024 levels, one a column. */
class DeepVideoTest {
  private static final int LEVELS = 1024;
  private static final int HEIGHT = 16;

  @TempDir Path folder;

  @Test
  void aTenBitRampKeepsItsLevelsFromFileToFile() throws IOException {
    Path video = ramp();
    Path foreground = folder.resolve("foreground.mkv");
    try (VideoFrameSource source = VideoFrameSource.open(video)) {
      FrameSink sink =
          VideoFrameSink.create(
              foreground,
              VideoContent.FOREGROUND_16,
              source.format(),
              25,
              EncodeOptions.of(VideoPreset.FFV1));
      new MattingJob(
              source,
              FixedPlate.captured(Frame.allocate(source.format()), "black"),
              new DifferenceKeyEngine(),
              MattingOptions.of(Layer.ALPHA_8),
              List.of(sink))
          .run(ProgressListener.NONE, new Cancellation());
    }

    try (VideoFrameSource source = VideoFrameSource.open(foreground)) {
      Frame frame = Frame.allocate(source.format());
      assertTrue(source.read(frame));
      ShortBuffer samples = frame.pixels().asShortBuffer();
      BitSet levels = new BitSet();
      for (int x = 0; x < LEVELS; x++) {
        int red = samples.get(x) & 0xFFFF;
        levels.set(red);
        assertEquals(x * 65_535.0 / (LEVELS - 1), red, 64);
      }
      assertTrue(levels.cardinality() > 900, levels.cardinality() + " levels");
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = VideoContent.class,
      names = {"ALPHA_16", "FOREGROUND_16", "COMPOSITE_16", "CUTOUT_16"})
  void ffv1KeepsSixteenBitsExactly(VideoContent content) throws IOException {
    Matte matte = waves(65, 33);

    AVFrame stored = StoredFrames.first(write("deep.mkv", VideoPreset.FFV1, content, matte));

    if (content == VideoContent.ALPHA_16) {
      assertPlane(matte.layer(Layer.ALPHA_16), 0, stored, 0, 0);
      return;
    }
    int[] planes = {2, 0, 1};
    for (int channel = 0; channel < 3; channel++) {
      Layer colour =
          content == VideoContent.COMPOSITE_16 ? Layer.COMPOSITE_16 : Layer.FOREGROUND_16;
      assertPlane(matte.layer(colour), channel, stored, planes[channel], 0);
    }
    if (content == VideoContent.CUTOUT_16) {
      assertPlane(matte.layer(Layer.ALPHA_16), 0, stored, 3, 0);
    }
  }

  @Test
  void proResKeepsTenBitsOfAlpha() throws IOException {
    Matte matte = waves(64, 32);

    AVFrame stored =
        StoredFrames.first(write("deep.mov", VideoPreset.PRORES, VideoContent.CUTOUT_16, matte));

    assertEquals(4, PixelFormat.of(stored).components());
    double white = (1 << PixelFormat.of(stored).bits()) - 1;
    ShortBuffer alpha = matte.layer(Layer.ALPHA_16).pixels().asShortBuffer();
    for (int y = 0; y < 32; y++) {
      for (int x = 0; x < 64; x++) {
        int found = samples(stored, 3, 32).get(y * stored.linesize(3) / 2 + x);
        assertEquals((alpha.get(y * 64 + x) & 0xFFFF) / 65_535.0, found / white, 0.0015);
      }
    }
  }

  @Test
  void h265KeepsTenBitsOfAlpha() throws IOException {
    Path file;
    try {
      file = write("deep.mp4", VideoPreset.H265, VideoContent.ALPHA_16, waves(64, 32));
    } catch (MattingException e) {
      Assumptions.abort("not run: no H.265 encoder here (-Pgpl-encoders has one)");
      return;
    }
    assertEquals(10, PixelFormat.of(StoredFrames.first(file)).bits());
  }

  @Test
  void aCutOutIsBlackWhereItIsTransparent() throws IOException {
    Matte matte = waves(64, 32);
    ShortBuffer alpha = matte.layer(Layer.ALPHA_16).pixels().asShortBuffer();
    for (int i = 0; i < 64 * 16; i++) {
      alpha.put(i, (short) 0);
    }

    AVFrame stored =
        StoredFrames.first(write("deep.mkv", VideoPreset.FFV1, VideoContent.CUTOUT_16, matte));

    for (int plane = 0; plane < 4; plane++) {
      assertEquals(0, samples(stored, plane, 32).get(10));
    }
    assertTrue(samples(stored, 3, 32).get(20 * stored.linesize(3) / 2 + 10) != 0);
  }

  @Test
  void refusesSixteenBitsWhereEightAreHeldAndNamesWhatHoldsThem() {
    MattingException e =
        assertThrows(
            MattingException.class,
            () -> write("deep.mp4", VideoPreset.H264, VideoContent.ALPHA_16, waves(64, 32)));

    assertTrue(
        e.getMessage()
            .startsWith(
                "H.264 holds 8 bits a sample, so deep.mp4 cannot have 16: use .mp4 (H.265)"),
        e.getMessage());
  }

  /** Pixels keep their transfer function, so the result says of itself what the source said. */
  @ParameterizedTest
  @EnumSource(
      value = VideoPreset.class,
      names = {"PRORES", "FFV1"})
  void tagsTheResultAsItsSource(VideoPreset preset) throws IOException {
    Path video =
        new SampleVideo("matroska", "ffv1", LEVELS, HEIGHT)
            .pixelFormat(AV_PIX_FMT_YUV444P10)
            .color(AVCOL_SPC_BT2020_NCL, AVCOL_RANGE_JPEG)
            .meaning(AVCOL_PRI_BT2020, AVCOL_TRC_SMPTE2084)
            .write(folder.resolve("hdr.mkv"), 1, DeepVideoTest::paintRamp);
    Path result = folder.resolve("result." + preset.extension());
    try (VideoFrameSource source = VideoFrameSource.open(video);
        VideoFrameSink sink =
            VideoFrameSink.create(
                result,
                VideoContent.FOREGROUND_16,
                source.format(),
                25,
                EncodeOptions.of(preset).withColors(source.colors()))) {
      Frame frame = Frame.allocate(source.format());
      assertTrue(source.read(frame));
      sink.write(StoredFrames.matte(Layer.FOREGROUND_16, frame));
      sink.finish();
    }

    AVFrame stored = StoredFrames.first(result);
    assertEquals(AVCOL_PRI_BT2020, stored.color_primaries());
    assertEquals(AVCOL_TRC_SMPTE2084, stored.color_trc());
    if (preset == VideoPreset.PRORES) {
      assertEquals(AVCOL_SPC_BT2020_NCL, stored.colorspace());
    }
  }

  private Path ramp() throws IOException {
    return new SampleVideo("matroska", "ffv1", LEVELS, HEIGHT)
        .pixelFormat(AV_PIX_FMT_GBRP10)
        .write(folder.resolve("ramp.mkv"), 2, DeepVideoTest::paintRamp);
  }

  private static void paintRamp(int index, AVFrame picture) {
    for (int plane = 0; plane < 3; plane++) {
      ShortBuffer samples = samples(picture, plane, HEIGHT);
      for (int y = 0; y < HEIGHT; y++) {
        for (int x = 0; x < LEVELS; x++) {
          samples.put(y * picture.linesize(plane) / 2 + x, (short) x);
        }
      }
    }
  }

  private Path write(String name, VideoPreset preset, VideoContent content, Matte matte)
      throws IOException {
    Path file = folder.resolve(name);
    FrameFormat format = matte.layer(Layer.ALPHA_16).format();
    try (VideoFrameSink sink =
        VideoFrameSink.create(file, content, format, 25, EncodeOptions.of(preset))) {
      sink.write(matte);
      sink.finish();
    }
    return file;
  }

  /** Smooth, all levels, alpha nowhere zero. */
  private static Matte waves(int width, int height) {
    Frame alpha = Frame.allocate(new FrameFormat(width, height, PixelLayout.GRAY_16));
    Frame foreground = Frame.allocate(new FrameFormat(width, height, PixelLayout.RGB_16));
    ShortBuffer alphas = alpha.pixels().asShortBuffer();
    ShortBuffer colours = foreground.pixels().asShortBuffer();
    for (int i = 0; i < width * height; i++) {
      double wave = Math.sin(i % width / 17.0) * Math.cos(i / width / 11.0);
      alphas.put(i, (short) Math.round(32_768 + 32_000 * wave));
      for (int channel = 0; channel < 3; channel++) {
        colours.put(
            channel * width * height + i, (short) Math.round(30_000 + 9_000 * channel * wave));
      }
    }
    return new Matte(
        Map.of(
            Layer.ALPHA_16,
            alpha,
            Layer.FOREGROUND_16,
            foreground,
            Layer.COMPOSITE_16,
            foreground));
  }

  private static void assertPlane(
      Frame expected, int channel, AVFrame stored, int plane, int tolerance) {
    int width = expected.format().width();
    int height = expected.format().height();
    ShortBuffer from = expected.pixels().asShortBuffer();
    ShortBuffer found = samples(stored, plane, height);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        assertEquals(
            from.get((channel * height + y) * width + x) & 0xFFFF,
            found.get(y * stored.linesize(plane) / 2 + x) & 0xFFFF,
            tolerance);
      }
    }
  }

  private static ShortBuffer samples(AVFrame picture, int plane, int height) {
    return picture
        .data(plane)
        .capacity((long) picture.linesize(plane) * height)
        .asByteBuffer()
        .order(ByteOrder.nativeOrder())
        .asShortBuffer();
  }
}
