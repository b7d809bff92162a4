package org.cleanplate.engine.ort;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
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
import org.cleanplate.network.graph.Precision;
import org.cleanplate.network.graph.Refinement;
import org.cleanplate.progress.Cancellation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The graph that GPUs run, on the CPU and in the same floats, against the one that CPUs run. */
class StaticGraphTest {
  private static final MattingOptions ALL =
      MattingOptions.of(Layer.ALPHA_8)
          .withLayers(EnumSet.allOf(Layer.class))
          .withBackdrop(0x20C0FF);

  private static final int FRAMES_OF_A_WORKER = 5;

  private static OrtEngine adaptive;
  private static OrtEngine fixed;

  @BeforeAll
  static void open() {
    adaptive = OrtEngine.open(RandomModel.of(3), new Device.Cpu(), 2);
    fixed = OrtEngine.open(RandomModel.of(3), 2, StaticGraphTest::form);
  }

  private static GraphForm form(Refinement refinement) {
    return new GraphForm.Static(
        Precision.FP32, refinement instanceof Refinement.Sampling s ? s.blocks() : 0);
  }

  @AfterAll
  static void close() {
    adaptive.close();
    fixed.close();
  }

  /** 160 pixels are windows, 1600 the whole image. */
  @ParameterizedTest
  @CsvSource({
    "64, 48, 0.25, 160",
    "64, 48, 0.5, 160",
    "64, 64, 0.125, 160",
    "61, 47, 0.25, 160",
    "52, 40, 0.4, 160",
    "64, 48, 0.25, 1600",
    "61, 47, 0.4, 1600",
    "64, 48, 0.25, 0",
    "64, 48, 0.25, 100000"
  })
  void samplesAsTheAdaptiveOneDoes(int width, int height, double scale, int pixels) {
    for (boolean prevent : new boolean[] {true, false}) {
      assertSame(
          new FrameFormat(width, height, PixelLayout.BGRA_8),
          ALL.withBackboneScale(scale).withRefinement(new Refinement.Sampling(pixels, prevent)));
    }
  }

  @ParameterizedTest
  @CsvSource({"0.25, 0", "0.25, 0.41", "0.4, 0.41", "0.25, 1"})
  void takesTheBlocksAboveAThreshold(double scale, double threshold) {
    assertSame(
        new FrameFormat(61, 47, PixelLayout.BGRA_8),
        ALL.withBackboneScale(scale).withRefinement(new Refinement.Thresholding(threshold)));
  }

  @Test
  void refinesAllOrNothing() {
    FrameFormat format = new FrameFormat(61, 47, PixelLayout.BGRA_8);
    assertSame(format, ALL.withBackboneScale(0.25).withRefinement(new Refinement.Full()));
    assertSame(format, ALL.withBackboneScale(0.25).withRefinement(new Refinement.None()));
  }

  @ParameterizedTest
  @EnumSource(PixelLayout.class)
  void takesEveryLayoutOfPixels(PixelLayout layout) {
    assertSame(
        new FrameFormat(62, 50, layout),
        ALL.withBackboneScale(0.25).withRefinement(new Refinement.Sampling(160)));
  }

  @Test
  void mapsOfBlocksAloneNeedNoPixels() {
    assertSame(
        new FrameFormat(64, 48, PixelLayout.BGRA_8),
        ALL.withLayers(EnumSet.of(Layer.REFINED_REGIONS, Layer.ERROR_MAP))
            .withBackboneScale(0.25)
            .withRefinement(new Refinement.Sampling(160)));
  }

  /**
   * As on a GPU, where a frame is brought to the device while another is computed: one session, and
   * for each worker a matte of its own, whose pixels the graph writes again and again.
   */
  @Test
  void framesInFlightShareASessionAndKeepToTheirOwnMattes() throws Exception {
    FrameFormat format = new FrameFormat(64, 48, PixelLayout.BGRA_8);
    MattingOptions options =
        MattingOptions.of(Layer.ALPHA_8, Layer.FOREGROUND_8)
            .withBackboneScale(0.25)
            .withRefinement(new Refinement.Sampling(160));
    Frame plate = TestFrames.random(format, 100);
    int workers = RunningDevice.GPU_FRAMES_IN_FLIGHT;
    MattingSession session = fixed.open(format, options, new ThreadLayout(workers, 1));
    List<Matte> expected = new ArrayList<>();
    for (int i = 0; i < workers * FRAMES_OF_A_WORKER; i++) {
      expected.add(session.allocateMatte());
      session.compute(TestFrames.random(format, i), plate, expected.get(i), new Cancellation());
    }
    ExecutorService pool = Executors.newFixedThreadPool(workers);
    CyclicBarrier together = new CyclicBarrier(workers);
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int worker = 0; worker < workers; worker++) {
        int first = worker * FRAMES_OF_A_WORKER;
        List<Matte> own = expected.subList(first, first + FRAMES_OF_A_WORKER);
        all.add(pool.submit(() -> computeAgain(session, plate, first, own, together)));
      }
      for (Future<?> one : all) {
        one.get(1, TimeUnit.MINUTES);
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private static Void computeAgain(
      MattingSession session, Frame plate, int first, List<Matte> expected, CyclicBarrier together)
      throws Exception {
    Matte matte = session.allocateMatte();
    for (int i = 0; i < expected.size(); i++) {
      Frame source = TestFrames.random(session.format(), first + i);
      together.await();
      session.compute(source, plate, matte, new Cancellation());
      for (Layer layer : matte.layers()) {
        assertEquals(expected.get(i).layer(layer).pixels(), matte.layer(layer).pixels());
      }
    }
    return null;
  }

  private static void assertSame(FrameFormat format, MattingOptions options) {
    Frame source = TestFrames.random(format, 31);
    Frame plate = TestFrames.random(format, 32);
    Matte expected = compute(adaptive, source, plate, options);
    Matte found = compute(fixed, source, plate, options);
    for (Layer layer : options.layers()) {
      assertClose(layer, expected.layer(layer), found.layer(layer));
    }
  }

  /** Floats differ by the order of sums, integers by one step then. */
  private static void assertClose(Layer layer, Frame expected, Frame found) {
    ByteBuffer wanted = expected.pixels();
    ByteBuffer pixels = found.pixels();
    assertEquals(wanted.limit(), pixels.limit());
    double worst = 0;
    int bytes = layer.layout().bytesPerSample();
    for (int i = 0; i < wanted.limit(); i += bytes) {
      worst =
          Math.max(
              worst,
              switch (bytes) {
                case 1 -> Math.abs((wanted.get(i) & 255) - (pixels.get(i) & 255));
                case 2 -> Math.abs((wanted.getShort(i) & 0xFFFF) - (pixels.getShort(i) & 0xFFFF));
                default -> Math.abs(wanted.getFloat(i) - pixels.getFloat(i));
              });
    }
    double limit = bytes == 1 ? 1 : bytes == 2 ? 2 : 2e-5;
    assertTrue(worst <= limit, layer + " is off by " + worst);
  }

  private static Matte compute(
      OrtEngine engine, Frame source, Frame plate, MattingOptions options) {
    MattingSession session = engine.open(source.format(), options);
    Matte matte = session.allocateMatte();
    session.compute(source, plate, matte, new Cancellation());
    return matte;
  }
}
