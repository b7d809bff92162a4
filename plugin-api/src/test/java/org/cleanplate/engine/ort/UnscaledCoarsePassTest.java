package org.cleanplate.engine.ort;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.cleanplate.engine.Device;
import org.cleanplate.engine.MattingOptions;
import org.cleanplate.engine.MattingSession;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.frame.Matte;
import org.cleanplate.network.graph.Layer;
import org.cleanplate.network.graph.PixelLayout;
import org.cleanplate.network.graph.Refinement;
import org.cleanplate.progress.Cancellation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** At scale 1 the coarse matte is as large as the frame: unrefined, it is the matte itself. */
class UnscaledCoarsePassTest {
  private static final float ROUNDING = 1e-6f;

  @ParameterizedTest
  @CsvSource({"64, 48", "420, 400", "300, 620"})
  void isDeliveredRowByRowAsItIs(int width, int height) {
    FrameFormat format = new FrameFormat(width, height, PixelLayout.RGB_FLOAT);
    Frame source = TestFrames.random(format, 21);
    Frame plate = TestFrames.random(format, 22);
    MattingOptions options =
        MattingOptions.of(
                Layer.ALPHA_FLOAT,
                Layer.FOREGROUND_FLOAT,
                Layer.COARSE_ALPHA,
                Layer.COARSE_FOREGROUND)
            .withBackboneScale(1)
            .withRefinement(new Refinement.Sampling(0));
    try (OrtEngine engine = OrtEngine.open(RandomModel.of(3), new Device.Cpu(), 2)) {
      MattingSession session = engine.open(format, options);
      Matte matte = session.allocateMatte();
      session.compute(source, plate, matte, new Cancellation());
      assertSame(matte, Layer.COARSE_ALPHA, Layer.ALPHA_FLOAT);
      assertSame(matte, Layer.COARSE_FOREGROUND, Layer.FOREGROUND_FLOAT);
    }
  }

  private static void assertSame(Matte matte, Layer coarse, Layer full) {
    float[] expected = TestFrames.floats(matte.layer(coarse));
    float[] actual = TestFrames.floats(matte.layer(full));
    assertArrayEquals(expected, actual, ROUNDING, full.toString());
  }
}
