package org.cleanplate.engine.ort;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.cleanplate.MattingException;
import org.cleanplate.engine.Device;
import org.cleanplate.engine.MattingOptions;
import org.cleanplate.engine.MattingSession;
import org.cleanplate.engine.ThreadLayout;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.frame.Matte;
import org.cleanplate.network.graph.GraphForm;
import org.cleanplate.network.graph.Layer;
import org.cleanplate.network.graph.PixelLayout;
import org.cleanplate.network.graph.Refinement;
import org.cleanplate.network.graph.RefinementPaths;
import org.cleanplate.progress.Cancellation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrtEngineTest {
  private static final MattingOptions FLOATS =
      MattingOptions.of(
          Layer.ALPHA_FLOAT,
          Layer.FOREGROUND_FLOAT,
          Layer.ERROR_MAP,
          Layer.REFINED_REGIONS,
          Layer.COARSE_ALPHA,
          Layer.COARSE_FOREGROUND);

  private static OrtEngine engine;
  private static OrtEngine kernel1;

  @BeforeAll
  static void open() {
    engine = OrtEngine.open(RandomModel.of(3), new Device.Cpu(), 2);
    kernel1 = OrtEngine.open(RandomModel.of(1), new Device.Cpu(), 2);
  }

  @AfterAll
  static void close() {
    engine.close();
    kernel1.close();
  }

  /** Windows and the whole image are computed by different nodes; at every block they agree. */
  @ParameterizedTest
  @CsvSource({
    "64, 48, 0.25, 3", "64, 48, 0.5, 3", "64, 64, 0.125, 3", "64, 48, 0.25, 1", "64, 48, 0.5, 1",
    "60, 44, 0.125, 3", "52, 40, 0.4, 3", "61, 47, 0.25, 3", "61, 47, 0.5, 1", "36, 28, 1, 3"
  })
  void refinedWindowsEqualTheWholeImageAtTheirBlocksAndTheCoarseMatteElsewhere(
      int width, int height, double scale, int kernel) {
    OrtEngine used = kernel == 3 ? engine : kernel1;
    FrameFormat format = new FrameFormat(width, height, PixelLayout.RGB_FLOAT);
    Frame source = TestFrames.random(format, 1);
    Frame plate = TestFrames.random(format, 2);
    MattingOptions options = FLOATS.withBackboneScale(scale);
    Matte whole = compute(used, source, plate, options.withRefinement(new Refinement.Full()));
    Matte none =
        compute(used, source, plate, options.withRefinement(new Refinement.Sampling(0, true)));
    Matte some =
        compute(used, source, plate, options.withRefinement(new Refinement.Sampling(8 * 16, true)));
    Matte nearlyAll =
        compute(
            used,
            source,
            plate,
            options.withRefinement(new Refinement.Sampling(width * height, true)));
    int blocks = selectedBlocks(some);
    assertTrue(blocks > 0 && blocks <= 8, blocks + " blocks");
    assertTrue(selectedBlocks(nearlyAll) > 60 * blocks / 8, "few blocks when all are asked for");
    assertEquals(0, selectedBlocks(none));
    for (Matte matte : new Matte[] {some, nearlyAll}) {
      assertMixed(matte, whole, none, Layer.ALPHA_FLOAT);
      assertMixed(matte, whole, none, Layer.FOREGROUND_FLOAT);
    }
  }

  /**
   * Tiles of every size (0: the whole image), for scales that divide them and one that does not.
   */
  @ParameterizedTest
  @CsvSource({
    "1, 0.25, 3",
    "2, 0.25, 3",
    "4, 0.25, 3",
    "8, 0.25, 3",
    "0, 0.25, 3",
    "2, 0.125, 3",
    "4, 0.125, 3",
    "8, 0.5, 1",
    "4, 0.25, 1",
    "4, 0.3, 3",
    "8, 0.3, 3"
  })
  void everyWayToRefineGivesTheSameMatte(int tileBlocks, double scale, int kernel) {
    FrameFormat format = new FrameFormat(101, 78, PixelLayout.BGRA_8);
    Frame source = TestFrames.random(format, 13);
    Frame plate = TestFrames.random(format, 14);
    MattingOptions options =
        FLOATS.withBackboneScale(scale).withRefinement(new Refinement.Sampling(60 * 16));
    RefinementPaths paths =
        tileBlocks == 0
            ? new RefinementPaths(List.of(), true)
            : new RefinementPaths(List.of(tileBlocks), false);
    OrtEngine used = kernel == 3 ? engine : kernel1;
    Matte whole = compute(used, source, plate, options.withRefinement(new Refinement.Full()));
    Matte none = compute(used, source, plate, options.withRefinement(new Refinement.Sampling(0)));
    GraphForm form = new GraphForm.Adaptive(paths);
    try (OrtEngine bound = OrtEngine.open(RandomModel.of(kernel), 2, refinement -> form)) {
      Matte matte = compute(bound, source, plate, options);
      assertTrue(selectedBlocks(matte) > 50, selectedBlocks(matte) + " blocks");
      assertMixed(matte, whole, none, Layer.ALPHA_FLOAT);
      assertMixed(matte, whole, none, Layer.FOREGROUND_FLOAT);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.25, 0.5})
  void thresholdingRefinesTheBlocksAboveTheThreshold(double scale) {
    FrameFormat format = new FrameFormat(64, 64, PixelLayout.RGB_FLOAT);
    Frame source = TestFrames.random(format, 1);
    Frame plate = TestFrames.random(format, 2);
    MattingOptions options = FLOATS.withBackboneScale(scale);
    Matte all =
        compute(engine, source, plate, options.withRefinement(new Refinement.Thresholding(0)));
    Matte none =
        compute(engine, source, plate, options.withRefinement(new Refinement.Thresholding(1)));
    assertEquals(0, selectedBlocks(none));
    assertTrue(selectedBlocks(all) > 100, selectedBlocks(all) + " blocks");
  }

  @Test
  void eightBitPixelsInAndOutAgreeWithFloatsToOneGreyLevel() {
    FrameFormat bytes = new FrameFormat(62, 50, PixelLayout.BGRA_8);
    Frame source = TestFrames.random(bytes, 3);
    Frame plate = TestFrames.random(bytes, 4);
    MattingOptions options =
        MattingOptions.of(Layer.CUTOUT_8, Layer.ALPHA_8, Layer.FOREGROUND_8)
            .withBackboneScale(0.25)
            .withRefinement(new Refinement.Full());
    Matte packed = compute(engine, source, plate, options);
    Matte planar =
        compute(
            engine,
            TestFrames.toFloat(source),
            TestFrames.toFloat(plate),
            FLOATS.withBackboneScale(0.25).withRefinement(new Refinement.Full()));
    FloatBuffer alpha = planar.layer(Layer.ALPHA_FLOAT).pixels().asFloatBuffer();
    FloatBuffer colour = planar.layer(Layer.FOREGROUND_FLOAT).pixels().asFloatBuffer();
    ByteBuffer cutout = packed.layer(Layer.CUTOUT_8).pixels();
    ByteBuffer alpha8 = packed.layer(Layer.ALPHA_8).pixels();
    ByteBuffer foreground8 = packed.layer(Layer.FOREGROUND_8).pixels();
    int pixels = 62 * 50;
    for (int i = 0; i < pixels; i++) {
      int a = alpha8.get(i) & 255;
      assertEquals(alpha.get(i) * 255, a, 0.51);
      assertEquals(a, cutout.get(4 * i + 3) & 255);
      assertEquals(255, foreground8.get(4 * i + 3) & 255);
      for (int c = 0; c < 3; c++) {
        int value = foreground8.get(4 * i + 2 - c) & 255;
        assertEquals(colour.get(c * pixels + i) * 255, value, 0.51);
        assertEquals(a == 0 ? 0 : value, cutout.get(4 * i + 2 - c) & 255);
      }
    }
  }

  @Test
  void alphaAndForegroundOfBytesAreTheSameTogetherAndEachByItself() {
    FrameFormat bytes = new FrameFormat(62, 50, PixelLayout.BGRA_8);
    Frame source = TestFrames.random(bytes, 3);
    Frame plate = TestFrames.random(bytes, 4);
    MattingOptions both = MattingOptions.of(Layer.ALPHA_8, Layer.FOREGROUND_8);
    Matte together = compute(engine, source, plate, both.withBackboneScale(0.25));
    for (Layer layer : together.layers()) {
      MattingOptions one = MattingOptions.of(layer).withBackboneScale(0.25);
      assertEquals(
          compute(engine, source, plate, one).layer(layer).pixels(),
          together.layer(layer).pixels(),
          layer.name());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"GRAY_8", "GRAY_16", "GRAY_FLOAT", "RGB_16"})
  void everyPixelLayoutGivesTheMatteOfTheSamePictureInFloats(PixelLayout layout) {
    FrameFormat format = new FrameFormat(64, 48, layout);
    Frame source = TestFrames.random(format, 5);
    Frame plate = TestFrames.random(format, 6);
    MattingOptions options =
        FLOATS.withBackboneScale(0.25).withRefinement(new Refinement.Sampling(160));
    Matte direct = compute(engine, source, plate, options);
    Matte floats = compute(engine, TestFrames.toFloat(source), TestFrames.toFloat(plate), options);
    assertClose(direct, floats, Layer.ALPHA_FLOAT, 2e-5);
    assertClose(direct, floats, Layer.FOREGROUND_FLOAT, 2e-5);
    assertClose(direct, floats, Layer.COARSE_FOREGROUND, 2e-5);
  }

  @Test
  void sixteenBitLayersAreTheFloatOnesRounded() {
    FrameFormat format = new FrameFormat(64, 48, PixelLayout.RGB_16);
    Frame source = TestFrames.random(format, 5);
    Frame plate = TestFrames.random(format, 6);
    MattingOptions options =
        MattingOptions.of(
                Layer.ALPHA_FLOAT, Layer.ALPHA_16, Layer.FOREGROUND_FLOAT, Layer.FOREGROUND_16)
            .withBackboneScale(0.5);
    Matte matte = compute(engine, source, plate, options);
    assertRounded(matte, Layer.ALPHA_FLOAT, Layer.ALPHA_16);
    assertRounded(matte, Layer.FOREGROUND_FLOAT, Layer.FOREGROUND_16);
  }

  @Test
  void levelsSayWhatIsBlackAndWhite() {
    FrameFormat format = new FrameFormat(64, 48, PixelLayout.GRAY_FLOAT);
    Frame unit = TestFrames.random(format, 7);
    Frame unitPlate = TestFrames.random(format, 8);
    MattingOptions options = FLOATS.withBackboneScale(0.25);
    Matte expected = compute(engine, unit, unitPlate, options);
    Matte levelled =
        compute(
            engine,
            TestFrames.affine(unit, 400, -100),
            TestFrames.affine(unitPlate, 400, -100),
            options.withLevels(new MattingOptions.Levels(-100, 300)));
    assertClose(levelled, expected, Layer.ALPHA_FLOAT, 1e-4);
  }

  @Test
  void theCompositeMixesForegroundAndBackdropByAlpha() {
    FrameFormat format = new FrameFormat(64, 48, PixelLayout.BGRA_8);
    Frame source = TestFrames.random(format, 9);
    Frame plate = TestFrames.random(format, 10);
    MattingOptions options =
        MattingOptions.of(Layer.COMPOSITE_8).withBackboneScale(0.5).withBackdrop(0x20C0FF);
    ByteBuffer composite =
        compute(engine, source, plate, options).layer(Layer.COMPOSITE_8).pixels();
    Matte floats =
        compute(engine, source, plate, FLOATS.withBackboneScale(0.5).withBackdrop(0x20C0FF));
    FloatBuffer alpha = floats.layer(Layer.ALPHA_FLOAT).pixels().asFloatBuffer();
    FloatBuffer colour = floats.layer(Layer.FOREGROUND_FLOAT).pixels().asFloatBuffer();
    int[] backdrop = {0x20, 0xC0, 0xFF};
    int pixels = 64 * 48;
    for (int i = 0; i < pixels; i++) {
      for (int c = 0; c < 3; c++) {
        double expected =
            alpha.get(i) * colour.get(c * pixels + i) * 255 + (1 - alpha.get(i)) * backdrop[c];
        assertEquals(expected, composite.get(4 * i + 2 - c) & 255, 0.52);
      }
      assertEquals(255, composite.get(4 * i + 3) & 255);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = PixelLayout.class,
      names = {"RGB_16", "BGRA_8"})
  void aDeepCompositeMixesThemAtItsOwnDepth(PixelLayout layout) {
    FrameFormat format = new FrameFormat(61, 46, layout);
    Frame source = TestFrames.random(format, 9);
    Frame plate = TestFrames.random(format, 10);
    int backdrop = 0x20C0FF;
    ShortBuffer composite =
        compute(
                engine,
                source,
                plate,
                MattingOptions.of(Layer.COMPOSITE_16).withBackboneScale(0.5).withBackdrop(backdrop))
            .layer(Layer.COMPOSITE_16)
            .pixels()
            .asShortBuffer();
    Matte floats = compute(engine, source, plate, FLOATS.withBackboneScale(0.5));
    FloatBuffer alpha = floats.layer(Layer.ALPHA_FLOAT).pixels().asFloatBuffer();
    FloatBuffer colour = floats.layer(Layer.FOREGROUND_FLOAT).pixels().asFloatBuffer();
    int pixels = 61 * 46;
    for (int i = 0; i < 3 * pixels; i++) {
      float a = alpha.get(i % pixels);
      int behind = backdrop >> 16 - 8 * (i / pixels) & 0xFF;
      double expected = a * colour.get(i) * 65_535 + (1 - a) * behind * 257;
      assertEquals(expected, composite.get(i) & 0xFFFF, 2);
    }
  }

  @Test
  void aFrameThatIsNoMultipleOfABlockGivesTheEdgePaddedResultCropped() {
    FrameFormat format = new FrameFormat(61, 46, PixelLayout.RGB_FLOAT);
    Frame source = TestFrames.random(format, 11);
    Frame plate = TestFrames.random(format, 12);
    MattingOptions options = FLOATS.withBackboneScale(0.25);
    Matte direct = compute(engine, source, plate, options);
    Matte padded =
        compute(
            engine,
            TestFrames.edgePadded(source, 64, 48),
            TestFrames.edgePadded(plate, 64, 48),
            options);
    FloatBuffer cropped = direct.layer(Layer.ALPHA_FLOAT).pixels().asFloatBuffer();
    FloatBuffer whole = padded.layer(Layer.ALPHA_FLOAT).pixels().asFloatBuffer();
    for (int y = 0; y < 46; y++) {
      for (int x = 0; x < 61; x++) {
        assertEquals(whole.get(y * 64 + x), cropped.get(y * 61 + x), 1e-6);
      }
    }
  }

  @Test
  void aSessionIsKeptForEqualSizeAndOptionsAndCountsAreFreeToChange() {
    FrameFormat format = new FrameFormat(32, 32, PixelLayout.BGRA_8);
    MattingOptions options = MattingOptions.of(Layer.ALPHA_8).withBackboneScale(0.5);
    OrtMattingSession first = (OrtMattingSession) engine.open(format, options);
    OrtMattingSession second =
        (OrtMattingSession)
            engine.open(format, options.withRefinement(new Refinement.Sampling(48)));
    assertEquals(first.graph(), second.graph());
  }

  @Test
  void aSessionWhoseGraphGaveWayToOthersComputesAsBefore() {
    MattingOptions options = MattingOptions.of(Layer.ALPHA_FLOAT).withBackboneScale(0.5);
    FrameFormat format = new FrameFormat(32, 32, PixelLayout.RGB_FLOAT);
    Frame source = TestFrames.random(format, 21);
    Frame plate = TestFrames.random(format, 22);
    try (OrtEngine small = OrtEngine.open(RandomModel.of(3), new Device.Cpu(), 1)) {
      MattingSession session = small.open(format, options);
      Matte before = session.allocateMatte();
      session.compute(source, plate, before, new Cancellation());
      for (int width = 36; width < 60; width += 4) {
        small.open(new FrameFormat(width, 32, PixelLayout.RGB_FLOAT), options);
      }
      Matte after = session.allocateMatte();
      session.compute(source, plate, after, new Cancellation());
      assertClose(after, before, Layer.ALPHA_FLOAT, 0);
    }
  }

  @Test
  void aBatchIsLaidOutOverTheThreadsOfTheEngine() {
    assertEquals(new ThreadLayout(2, 1), engine.batchLayout(100));
    assertEquals(new ThreadLayout(1, 2), engine.batchLayout(1));

    FrameFormat format = new FrameFormat(32, 32, PixelLayout.BGRA_8);
    MattingOptions options = MattingOptions.of(Layer.ALPHA_8).withBackboneScale(0.5);
    OrtMattingSession interactive = (OrtMattingSession) engine.open(format, options);
    OrtMattingSession batch =
        (OrtMattingSession) engine.open(format, options, engine.batchLayout(100));
    OrtMattingSession single =
        (OrtMattingSession) engine.open(format, options, engine.batchLayout(1));
    assertNotEquals(interactive.graph(), batch.graph());
    assertEquals(interactive.graph(), single.graph());
  }

  @Test
  void aCancelledComputationEndsAsCancelled() {
    FrameFormat format = new FrameFormat(64, 48, PixelLayout.BGRA_8);
    MattingSession session = engine.open(format, MattingOptions.of(Layer.ALPHA_8));
    Cancellation cancellation = new Cancellation();
    cancellation.cancel();
    Frame frame = Frame.allocate(format);
    assertThrows(
        CancellationException.class,
        () -> session.compute(frame, frame, session.allocateMatte(), cancellation));
  }

  @Test
  void aPlateOfAnotherSizeIsRefusedWithBothSizes() {
    FrameFormat format = new FrameFormat(64, 48, PixelLayout.BGRA_8);
    MattingSession session = engine.open(format, MattingOptions.of(Layer.ALPHA_8));
    Frame plate = Frame.allocate(new FrameFormat(32, 48, PixelLayout.BGRA_8));
    MattingException e =
        assertThrows(
            MattingException.class,
            () ->
                session.compute(
                    Frame.allocate(format), plate, session.allocateMatte(), new Cancellation()));
    assertTrue(e.getMessage().contains("32x48") && e.getMessage().contains("64x48"));
  }

  @Test
  void aRequiredDeviceThatIsMissingFailsAndAWishedOneFallsBackWithAWord() {
    assertTrue(
        assertThrows(
                MattingException.class,
                () -> OrtEngine.open(RandomModel.of(3), Device.parse("cuda:0 required")))
            .getMessage()
            .contains("CUDA"));
    try (OrtEngine wished = OrtEngine.open(RandomModel.of(3), Device.parse("cuda:0"))) {
      assertTrue(wished.fallback().orElseThrow().contains("CPU"));
    }
    try (OrtEngine automatic = OrtEngine.open(RandomModel.of(3), Device.parse("auto"))) {
      assertTrue(automatic.fallback().isEmpty());
    }
  }

  @Test
  void closingTwiceIsFineAndAClosedEngineSaysSo() {
    OrtEngine closed = OrtEngine.open(RandomModel.of(3), new Device.Cpu());
    closed.close();
    closed.close();
    FrameFormat format = new FrameFormat(32, 32, PixelLayout.BGRA_8);
    MattingOptions options = MattingOptions.of(Layer.ALPHA_8);
    assertThrows(IllegalStateException.class, () -> closed.open(format, options));
  }

  private static Matte compute(OrtEngine used, Frame source, Frame plate, MattingOptions options) {
    MattingSession session = used.open(source.format(), options);
    Matte matte = session.allocateMatte();
    session.compute(source, plate, matte, new Cancellation());
    return matte;
  }

  private static int selectedBlocks(Matte matte) {
    ByteBuffer regions = matte.layer(Layer.REFINED_REGIONS).pixels();
    int selected = 0;
    Set<Integer> values = Set.of(0, 255);
    while (regions.hasRemaining()) {
      int value = regions.get() & 255;
      assertTrue(values.contains(value), "region value " + value);
      selected += value / 255;
    }
    return selected;
  }

  private static void assertMixed(Matte matte, Matte whole, Matte none, Layer layer) {
    ByteBuffer regions = matte.layer(Layer.REFINED_REGIONS).pixels();
    int across = matte.layer(Layer.REFINED_REGIONS).format().width();
    FrameFormat format = matte.layer(layer).format();
    FloatBuffer values = matte.layer(layer).pixels().asFloatBuffer();
    FloatBuffer refined = whole.layer(layer).pixels().asFloatBuffer();
    FloatBuffer coarse = none.layer(layer).pixels().asFloatBuffer();
    int plane = format.width() * format.height();
    for (int i = 0; i < values.limit(); i++) {
      int y = i % plane / format.width();
      int x = i % plane % format.width();
      boolean selected = regions.get(y / 4 * across + x / 4) != 0;
      float expected = selected ? refined.get(i) : coarse.get(i);
      assertEquals(expected, values.get(i), 2e-5, layer + " at " + x + ", " + y);
    }
  }

  private static void assertClose(Matte matte, Matte expected, Layer layer, double tolerance) {
    float[] found = TestFrames.floats(matte.layer(layer));
    float[] wanted = TestFrames.floats(expected.layer(layer));
    assertArrayEquals(wanted, found, (float) tolerance);
  }

  private static void assertRounded(Matte matte, Layer floats, Layer sixteen) {
    float[] expected = TestFrames.floats(matte.layer(floats));
    ByteBuffer found = matte.layer(sixteen).pixels();
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i] * 65_535, found.getShort(2 * i) & 0xFFFF, 0.51);
    }
  }
}
