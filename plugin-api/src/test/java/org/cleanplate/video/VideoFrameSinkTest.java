package org.cleanplate.video;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_MPEG;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.cleanplate.MattingException;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.frame.Matte;
import org.cleanplate.network.graph.Layer;
import org.cleanplate.network.graph.PixelLayout;
import org.cleanplate.testing.Scene;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What was written is read back and compared with what went in. */
class VideoFrameSinkTest {
  private static final double GOOD_PSNR = 40;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "a.mkv, 99",
    "a.mp4, 40",
    "a.mov, 40",
    "a.webm, 40",
  })
  void keepsAlpha(String name, double leastPsnr) throws IOException {
    List<Frame> written = smoothMattes(Layer.ALPHA_8, 176, 144);

    List<Frame> read = roundTrip(name, Layer.ALPHA_8, written, 25);

    assertPsnr(written, read, leastPsnr);
  }

  @ParameterizedTest
  @CsvSource({
    "f.mkv, 99",
    "f.mp4, 40",
    "f.mov, 40",
    "f.webm, 40",
  })
  void keepsTheColoursOfTheForeground(String name, double leastPsnr) throws IOException {
    List<Frame> written = smoothMattes(Layer.FOREGROUND_8, 176, 144);

    List<Frame> read = roundTrip(name, Layer.FOREGROUND_8, written, 25);

    assertPsnr(written, read, leastPsnr);
  }

  /** HD is written with another colour matrix than small pictures. */
  @Test
  void keepsTheColoursOfHd() throws IOException {
    List<Frame> written = smoothMattes(Layer.COMPOSITE_8, 1280, 720).subList(0, 2);

    assertPsnr(written, roundTrip("c.mp4", Layer.COMPOSITE_8, written, 25), GOOD_PSNR);
  }

  /** Pure red has the luma 16 + 219 * 0.2126 by BT.709 and 16 + 219 * 0.299 by BT.601. */
  @ParameterizedTest
  @CsvSource({
    "1280, 720, 62.6, 1",
    "640, 480, 81.5, 6",
  })
  void storesTheMatrixThatItDeclares(int width, int height, double luma, int matrix)
      throws IOException {
    Frame red = Frame.allocate(Scene.bgra(width, height));
    for (int i = 0; i < width * height; i++) {
      red.pixels().put(4 * i + 2, (byte) 255);
    }
    Path file = write("red.mp4", Layer.COMPOSITE_8, List.of(red), 25);

    try (VideoDecoder decoder = VideoDecoder.open(file)) {
      AVFrame stored = decoder.next();
      assertEquals(luma, stored.data(0).get(0) & 0xFF, 2);
      assertEquals(matrix, stored.colorspace());
      assertEquals(AVCOL_RANGE_MPEG, stored.color_range());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "k.mkv, 99",
    "k.mov, 40",
    "k.webm, 40",
  })
  void keepsTheAlphaOfACutOut(String name, double leastPsnr) throws IOException {
    List<Frame> written = smoothMattes(Layer.CUTOUT_8, 176, 144);

    List<Frame> read = roundTrip(name, Layer.CUTOUT_8, written, 25);

    assertPsnr(alphaOf(written), alphaOf(read), leastPsnr);
    assertPsnr(written, read, leastPsnr);
  }

  @ParameterizedTest
  @ValueSource(strings = {"o.mkv", "o.mov", "o.webm"})
  void keepsOddSizes(String name) throws IOException {
    List<Frame> written = smoothMattes(Layer.FOREGROUND_8, 175, 131);

    List<Frame> read = roundTrip(name, Layer.FOREGROUND_8, written, 25);

    assertEquals("175x131", read.get(0).format().size());
    assertPsnr(written, read, 38);
  }

  @Test
  void padsOddSizesOfH264ByTheirEdge() throws IOException {
    List<Frame> written = smoothMattes(Layer.FOREGROUND_8, 175, 131);

    List<Frame> read = roundTrip("o.mp4", Layer.FOREGROUND_8, written, 25);

    assertEquals("176x132", read.get(0).format().size());
    for (int c = 0; c < 3; c++) {
      int edge = read.get(0).pixels().get((60 * 176 + 175) * 4 + c) & 0xFF;
      int expected = written.get(0).pixels().get((60 * 175 + 174) * 4 + c) & 0xFF;
      assertEquals(expected, edge, 6);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "t.mp4, 0",
    "t.mov, 0",
    "t.mkv, 500",
    "t.webm, 500",
  })
  void keepsIrregularTimes(String name, long toleranceMicros) throws IOException {
    long[] times = {5_000_000, 5_033_367, 5_050_001, 5_400_000, 5_433_334};
    List<Frame> written = smoothMattes(Layer.ALPHA_8, 64, 48).subList(0, times.length);
    for (int i = 0; i < times.length; i++) {
      written.get(i).stamp(i + 150, times[i]);
    }

    List<Frame> read = roundTrip(name, Layer.ALPHA_8, written, 30);

    for (int i = 0; i < times.length; i++) {
      assertEquals(times[i] - times[0], read.get(i).timeMicros(), toleranceMicros);
    }
  }

  @Test
  void keepsANtscRhythmExactly() throws IOException {
    List<Frame> written = smoothMattes(Layer.ALPHA_8, 64, 48);
    for (int i = 0; i < written.size(); i++) {
      written.get(i).stamp(i, Math.round(i * 1001e6 / 30000));
    }
    Path file = write("n.mp4", Layer.ALPHA_8, written, 30000 / 1001.0);

    try (VideoFrameSource source = VideoFrameSource.open(file)) {
      assertEquals(30000 / 1001.0, source.framesPerSecond(), 1e-9);
      assertEquals(written.size(), source.frameCountEstimate().orElseThrow());
    }
  }

  @Test
  void givesFramesWithoutRhythmOneOfItsOwn() throws IOException {
    List<Frame> written = smoothMattes(Layer.ALPHA_8, 64, 48);
    written.forEach(frame -> frame.stamp(0, 0));

    List<Frame> read = roundTrip("s.mp4", Layer.ALPHA_8, written, 0);

    assertEquals(80_000, read.get(2).timeMicros());
  }

  @Test
  void bearsItsFinalNameOnlyWhenFinished() throws IOException {
    Path target = folder.resolve("a.mkv");
    Matte matte = StoredFrames.matte(Layer.ALPHA_8, smoothMattes(Layer.ALPHA_8, 64, 48).get(0));
    try (VideoFrameSink sink = sink(target, Layer.ALPHA_8)) {
      sink.write(matte);
      sink.complete();
      assertFalse(Files.exists(target));
      sink.finish();
      assertTrue(Files.exists(target));
    }
    assertFiles("a.mkv");
  }

  @Test
  void leavesNothingWhenItIsDiscarded() throws IOException {
    Matte matte = StoredFrames.matte(Layer.ALPHA_8, smoothMattes(Layer.ALPHA_8, 64, 48).get(0));
    VideoFrameSink sink = sink(folder.resolve("a.mp4"), Layer.ALPHA_8);
    sink.write(matte);
    sink.close();
    sink.close();

    assertFiles();
  }

  @Test
  void refusesACutOutInH264AndNamesWhatHoldsIt() throws IOException {
    MattingException e =
        assertThrows(MattingException.class, () -> sink(folder.resolve("cut.mp4"), Layer.CUTOUT_8));

    assertEquals(
        "H.264 holds no alpha, so cut.mp4 cannot be a cut-out: use .mov (ProRes 4444), .mkv (FFV1),"
            + " .webm (VP9)",
        e.getMessage());
    assertFiles();
  }

  @Test
  void keepsWhatH265IsGiven() throws IOException {
    List<Frame> written = smoothMattes(Layer.FOREGROUND_8, 176, 144);
    Path target = folder.resolve("h265.mp4");
    EncodeOptions options = EncodeOptions.of(VideoPreset.H265);
    try (VideoFrameSink sink = createIfPossible(target, written.get(0).format(), options)) {
      for (Frame frame : written) {
        sink.write(StoredFrames.matte(Layer.FOREGROUND_8, frame));
      }
      sink.finish();
    }

    assertPsnr(written, StoredFrames.read(target), GOOD_PSNR);
  }

  private static VideoFrameSink createIfPossible(
      Path target, FrameFormat format, EncodeOptions options) throws IOException {
    try {
      return VideoFrameSink.create(target, VideoContent.FOREGROUND_8, format, 25, options);
    } catch (MattingException e) {
      return Assumptions.abort("not run: no H.265 encoder here (-Pgpl-encoders has one)");
    }
  }

  /** Without FFmpeg's GPL build and without a platform encoder; where there is one it is used. */
  @Test
  void namesTheMissingEncoderAndItsAlternative() throws IOException {
    EncodeOptions options = EncodeOptions.of(VideoPreset.H265);
    try {
      VideoFrameSink.create(
              folder.resolve("a.mp4"), VideoContent.ALPHA_8, Scene.bgra(64, 48), 25, options)
          .close();
    } catch (MattingException e) {
      assertTrue(e.getMessage().contains("H.265 cannot be encoded"), e.getMessage());
      assertTrue(e.getMessage().contains("libx265 is not in this FFmpeg"), e.getMessage());
      assertNamesAll(VideoPreset.H265, e.getMessage());
      assertTrue(e.getMessage().contains("choose preset h264 (mp4), or FFmpeg's GPL build"));
    }
    assertFiles();
  }

  /** Each was tried, those of other platforms as well, and the reason why not is told. */
  private static void assertNamesAll(VideoPreset preset, String message) {
    for (EncoderKind kind : preset.encoders()) {
      assertTrue(
          message.matches(".*" + kind.encoder() + "( is not in this FFmpeg|: .+).*"), message);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = VideoPreset.class,
      names = {"H264", "VP9"})
  void writesMoreBytesForMoreQuality(VideoPreset preset) throws IOException {
    long last = 0;
    for (int percent : new int[] {20, 50, 80, 100}) {
      Path target = folder.resolve("q" + percent + "." + preset.extension());
      List<Frame> frames = smoothMattes(Layer.FOREGROUND_8, 176, 144);
      EncodeOptions options = EncodeOptions.of(preset).withQuality(new Quality(percent));
      try (VideoFrameSink sink =
          VideoFrameSink.create(
              target, VideoContent.FOREGROUND_8, frames.get(0).format(), 25, options)) {
        for (Frame frame : frames) {
          sink.write(StoredFrames.matte(Layer.FOREGROUND_8, frame));
        }
        sink.finish();
      }
      assertTrue(Files.size(target) > last, percent + " has " + Files.size(target) + " bytes");
      last = Files.size(target);
    }
  }

  @Test
  void refusesAnUnknownExtension() {
    MattingException e =
        assertThrows(MattingException.class, () -> sink(folder.resolve("a.avi"), Layer.ALPHA_8));

    assertTrue(e.getMessage().contains("expected one of .mp4 (H.264), .mov"), e.getMessage());
  }

  @Test
  void refusesALayerThatIsNoVideo() {
    assertThrows(MattingException.class, () -> sink(folder.resolve("a.mkv"), Layer.ALPHA_FLOAT));
  }

  @Test
  void refusesASizeThatTheEncoderDoesNotTakeAndLeavesNothing() throws IOException {
    MattingException e =
        assertThrows(
            MattingException.class,
            () ->
                VideoFrameSink.create(
                    folder.resolve("big.mp4"), Layer.ALPHA_8, Scene.bgra(20_000, 20_000), 25));

    assertTrue(e.getMessage().contains("H.264 cannot be encoded at 20000x20000"), e.getMessage());
    assertNamesAll(VideoPreset.H264, e.getMessage());
    assertFiles();
  }

  @Test
  void refusesAMissingFolder() {
    assertThrows(MattingException.class, () -> sink(folder.resolve("no/a.mkv"), Layer.ALPHA_8));
  }

  private List<Frame> roundTrip(
      String name, Layer layer, List<Frame> frames, double framesPerSecond) throws IOException {
    return read(write(name, layer, frames, framesPerSecond), layer);
  }

  private Path write(String name, Layer layer, List<Frame> frames, double framesPerSecond)
      throws IOException {
    Path target = folder.resolve(name);
    FrameFormat format = frames.get(0).format();
    try (VideoFrameSink sink = VideoFrameSink.create(target, layer, format, framesPerSecond)) {
      for (Frame frame : frames) {
        sink.write(StoredFrames.matte(layer, frame));
      }
      sink.finish();
    }
    return target;
  }

  /** Reads a file to its end; alpha is taken from the grey of the picture. */
  private static List<Frame> read(Path file, Layer layer) throws IOException {
    List<Frame> frames = StoredFrames.read(file);
    return layer == Layer.ALPHA_8
        ? frames.stream().map(frame -> channel(frame, 1)).toList()
        : frames;
  }

  private static VideoFrameSink sink(Path target, Layer layer) throws IOException {
    return VideoFrameSink.create(target, layer, Scene.bgra(64, 48), 25);
  }

  /** Waves that wander: smooth, in all colours, 0..255. */
  private static List<Frame> smoothMattes(Layer layer, int width, int height) {
    List<Frame> frames = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      Frame frame = Frame.allocate(new FrameFormat(width, height, layer.layout()));
      frame.stamp(i, i * 40_000);
      paintWaves(frame, layer, i);
      frames.add(frame);
    }
    return frames;
  }

  private static void paintWaves(Frame frame, Layer layer, int index) {
    ByteBuffer pixels = frame.pixels();
    int channels = frame.format().layout().channels();
    for (int y = 0; y < frame.format().height(); y++) {
      for (int x = 0; x < frame.format().width(); x++) {
        for (int c = 0; c < channels; c++) {
          boolean opaque = c == 3 && layer != Layer.CUTOUT_8;
          double wave = Math.sin((x + 2 * index) / 30.0 + c) * Math.cos(y / 25.0 - c);
          pixels.put((byte) (opaque ? 255 : Math.round(127.5 + 127.5 * wave)));
        }
      }
    }
  }

  private static List<Frame> alphaOf(List<Frame> cutOuts) {
    return cutOuts.stream().map(frame -> channel(frame, 3)).toList();
  }

  private static Frame channel(Frame bgra, int channel) {
    FrameFormat format = bgra.format();
    Frame gray =
        Frame.allocate(new FrameFormat(format.width(), format.height(), PixelLayout.GRAY_8));
    gray.stamp(bgra.index(), bgra.timeMicros());
    for (int i = 0; i < format.width() * format.height(); i++) {
      gray.pixels().put(i, bgra.pixels().get(4 * i + channel));
    }
    return gray;
  }

  private static void assertPsnr(List<Frame> expected, List<Frame> actual, double least) {
    assertEquals(expected.size(), actual.size());
    double squares = 0;
    long samples = 0;
    for (int i = 0; i < expected.size(); i++) {
      assertEquals(expected.get(i).format(), actual.get(i).format());
      ByteBuffer a = expected.get(i).pixels();
      ByteBuffer b = actual.get(i).pixels();
      samples += a.remaining();
      while (a.hasRemaining()) {
        int difference = (a.get() & 0xFF) - (b.get() & 0xFF);
        squares += difference * difference;
      }
    }
    double psnr = squares == 0 ? 99 : 10 * Math.log10(255.0 * 255.0 * samples / squares);
    assertTrue(psnr >= least, "PSNR is " + psnr + ", expected at least " + least);
  }

  private void assertFiles(String... names) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      assertArrayEquals(names, files.map(f -> f.getFileName().toString()).toArray());
    }
  }
}
