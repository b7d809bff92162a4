package org.cleanplate.plate.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import org.cleanplate.MattingException;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.network.graph.PixelLayout;
import org.cleanplate.progress.Cancellation;
import org.cleanplate.progress.ProgressListener;
import org.cleanplate.testing.Scene;
import org.cleanplate.testing.SyntheticSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PlateEstimatorTest {
  private final Cancellation cancellation = new Cancellation();

  @Test
  void removesASubjectThatMoves() throws IOException {
    SyntheticSource source = Scene.source(200, 30, 40);

    PlateEstimate plate = estimate(new PlateEstimator(), source);

    assertEquals(Scene.backdrop(200, 30).pixels(), plate.picture().pixels());
    assertEquals("median of 40 frames", plate.description());
  }

  /** Each pixel takes the values 0..6 in an order of its own; their median is 3. */
  @ParameterizedTest
  @EnumSource(PixelLayout.class)
  void takesTheMiddleValueOfEachSample(PixelLayout layout) throws IOException {
    FrameFormat format = new FrameFormat(5, 4, layout);
    SyntheticSource source =
        new SyntheticSource(format, 7, (index, frame) -> paintSamples(frame, index));

    Frame plate = estimate(new PlateEstimator(), source).picture();

    Frame expected = Frame.allocate(format);
    for (int i = 0; i < format.byteCount() / layout.bytesPerSample(); i++) {
      putSample(expected, i, 3);
    }
    // The fourth byte of packed pixels is no sample.
    if (layout == PixelLayout.BGRA_8) {
      for (int i = 3; i < format.byteCount(); i += 4) {
        expected.pixels().put(i, plate.pixels().get(i));
      }
    }
    assertEquals(expected.pixels(), plate.pixels());
  }

  /** Each pixel takes the values 0..6; that is also what their quantiles are. */
  @ParameterizedTest
  @CsvSource({"0, 0", "0.2, 1", "0.34, 2", "0.5, 3", "0.99, 5", "1, 6"})
  void takesTheQuantileThatIsAskedFor(double share, int value) throws IOException {
    FrameFormat format = new FrameFormat(5, 4, PixelLayout.GRAY_16);
    SyntheticSource source =
        new SyntheticSource(format, 7, (index, frame) -> paintSamples(frame, index));
    PlateEstimator estimator = new PlateEstimator(new Quantile(share), 75, 1 << 20, Exclusion.NONE);

    PlateEstimate plate = estimate(estimator, source);

    Frame expected = Frame.allocate(format);
    for (int i = 0; i < 20; i++) {
      putSample(expected, i, value);
    }
    assertEquals(expected.pixels(), plate.picture().pixels());
  }

  /** A pixel is 10 in frames 0..5 and 200 from frame 6 on; frames 6..20 are excluded for one. */
  @Test
  void doesNotLearnFromExcludedPixelsInExcludedFrames() throws IOException {
    SyntheticSource source =
        new SyntheticSource(
            new FrameFormat(2, 1, PixelLayout.GRAY_8),
            21,
            (index, frame) -> frame.pixels().put(new byte[] {value(index), value(index)}));
    BitSet first = new BitSet();
    first.set(0);
    PlateEstimator estimator =
        new PlateEstimator(Quantile.MEDIAN, 75, 1 << 20, new Exclusion(first, 6, 20));

    ByteBuffer plate = estimate(estimator, source).picture().pixels();

    assertEquals(10, plate.get(0));
    assertEquals((byte) 200, plate.get(1));
  }

  private static byte value(long index) {
    return (byte) (index < 6 ? 10 : 200);
  }

  @Test
  void fillsWhatIsExcludedInAllFramesSmoothlyFromAroundIt() throws IOException {
    SyntheticSource source =
        new SyntheticSource(
            new FrameFormat(40, 30, PixelLayout.GRAY_8),
            5,
            (index, frame) -> {
              for (int i = 0; i < 1200; i++) {
                boolean nest = i % 40 >= 15 && i % 40 < 25 && i / 40 >= 10 && i / 40 < 20;
                frame.pixels().put(i, (byte) (nest ? 250 : 40 + 2 * (i % 40)));
              }
            });
    BitSet nest = new BitSet();
    for (int i = 0; i < 1200; i++) {
      nest.set(i, i % 40 >= 14 && i % 40 < 26 && i / 40 >= 9 && i / 40 < 21);
    }
    PlateEstimator estimator =
        new PlateEstimator(Quantile.MEDIAN, 75, 1 << 20, new Exclusion(nest, 0, 100));

    PlateEstimate plate = estimate(estimator, source);

    for (int i = 0; i < 1200; i++) {
      // A ramp is its own smoothest continuation.
      assertEquals(40 + 2 * (i % 40), plate.picture().pixels().get(i) & 0xFF, 2, "pixel " + i);
    }
    assertTrue(plate.description().endsWith("filled from around them"), plate.description());
  }

  @Test
  void estimatesAPlateForEachRange() throws IOException {
    SyntheticSource source =
        new SyntheticSource(
            new FrameFormat(1, 1, PixelLayout.GRAY_16),
            32,
            (index, frame) -> frame.pixels().asShortBuffer().put(0, (short) index));

    List<PlateEstimate> plates =
        new PlateEstimator().estimateEach(source, 10, ProgressListener.NONE, cancellation);

    assertEquals(
        List.of(4, 14, 24),
        plates.stream().map(p -> (int) p.picture().pixels().asShortBuffer().get(0)).toList());
  }

  @Test
  void ordersSamplesAsUnsigned() throws IOException {
    int[] values = {0x01, 0xF0, 0xF5};
    SyntheticSource source =
        new SyntheticSource(
            new FrameFormat(1, 1, PixelLayout.GRAY_8),
            3,
            (index, frame) -> frame.pixels().put(0, (byte) values[(int) index]));

    assertEquals((byte) 0xF0, estimate(new PlateEstimator(), source).picture().pixels().get(0));
  }

  /** Frame numbers as pixel values: the median tells the middle of those looked at. */
  @ParameterizedTest
  @CsvSource({
    "1000, 1000, 71", // known length
    "1000, 4000, 19", // over-estimated fourfold
    "1000, 50, 63", // under-estimated: thinned out on the way
    "1000, 0, 63", // unknown
    "9, 9, 9",
    "3, 3, 3"
  })
  void spreadsItsSamplesOverTheWholeSource(long length, long estimate, int samples)
      throws IOException {
    SyntheticSource source =
        new SyntheticSource(
            new FrameFormat(1, 1, PixelLayout.GRAY_16),
            length,
            estimate == 0 ? OptionalLong.empty() : OptionalLong.of(estimate),
            (index, frame) -> frame.pixels().asShortBuffer().put(0, (short) index));

    PlateEstimate plate = estimate(new PlateEstimator(), source);

    assertEquals("median of " + samples + " frames", plate.description());
    int middle = plate.picture().pixels().asShortBuffer().get(0);
    assertEquals(length / 2.0, middle, 0.03 * length + 1);
  }

  @Test
  void looksAtFewerFramesWhenMemoryIsShort() throws IOException {
    long frameBytes = Scene.bgra(100, 50).byteCount();

    PlateEstimate plate =
        estimate(
            new PlateEstimator(Quantile.MEDIAN, 75, 10 * frameBytes, Exclusion.NONE),
            Scene.source(100, 50, 90));

    assertEquals("median of 9 frames", plate.description());
  }

  @Test
  void refusesASourceOfTwoFrames() {
    MattingException e =
        assertThrows(
            MattingException.class, () -> estimate(new PlateEstimator(), Scene.source(20, 20, 2)));

    assertTrue(e.getMessage().startsWith("Only 2 frames of synthetic"), e.getMessage());
  }

  @Test
  void stopsWhenCancelled() {
    List<Long> heard = new ArrayList<>();
    ProgressListener stopper =
        progress -> {
          heard.add(progress.done());
          cancellation.cancel();
        };

    assertThrows(
        CancellationException.class,
        () -> new PlateEstimator().estimate(Scene.source(20, 20, 10), stopper, cancellation));
    assertEquals(List.of(1L), heard);
  }

  private PlateEstimate estimate(PlateEstimator median, SyntheticSource source) throws IOException {
    return median.estimate(source, ProgressListener.NONE, cancellation);
  }

  private static void paintSamples(Frame frame, long index) {
    PixelLayout layout = frame.format().layout();
    for (int i = 0; i < frame.format().byteCount() / layout.bytesPerSample(); i++) {
      putSample(frame, i, (int) ((index * 3 + i) % 7));
    }
  }

  private static void putSample(Frame frame, int sample, int value) {
    switch (frame.format().layout().bytesPerSample()) {
      case 1 -> frame.pixels().put(sample, (byte) value);
      case 2 -> frame.pixels().asShortBuffer().put(sample, (short) value);
      default -> frame.pixels().asFloatBuffer().put(sample, value);
    }
  }
}
