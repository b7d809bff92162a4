package org.cleanplate.plate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
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

class TemporalMedianTest {
  private final Cancellation cancellation = new Cancellation();

  @Test
  void removesASubjectThatMoves() throws IOException {
    SyntheticSource source = Scene.source(200, 30, 40);

    FixedPlate plate = estimate(new TemporalMedian(), source);

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

    Frame plate = estimate(new TemporalMedian(), source).picture();

    Frame expected = Frame.allocate(format);
    for (int i = 0; i < format.byteCount() / layout.bytesPerSample(); i++) {
      putSample(expected, i, 3);
    }
    assertEquals(expected.pixels(), plate.pixels());
  }

  @Test
  void ordersSamplesAsUnsigned() throws IOException {
    int[] values = {0x01, 0xF0, 0xF5};
    SyntheticSource source =
        new SyntheticSource(
            new FrameFormat(1, 1, PixelLayout.GRAY_8),
            3,
            (index, frame) -> frame.pixels().put(0, (byte) values[(int) index]));

    assertEquals((byte) 0xF0, estimate(new TemporalMedian(), source).picture().pixels().get(0));
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

    FixedPlate plate = estimate(new TemporalMedian(), source);

    assertEquals("median of " + samples + " frames", plate.description());
    int middle = plate.picture().pixels().asShortBuffer().get(0);
    assertEquals(length / 2.0, middle, 0.03 * length + 1);
  }

  @Test
  void looksAtFewerFramesWhenMemoryIsShort() throws IOException {
    long frameBytes = Scene.bgra(100, 50).byteCount();

    FixedPlate plate = estimate(new TemporalMedian(75, 10 * frameBytes), Scene.source(100, 50, 90));

    assertEquals("median of 9 frames", plate.description());
  }

  @Test
  void refusesASourceOfTwoFrames() {
    MattingException e =
        assertThrows(
            MattingException.class, () -> estimate(new TemporalMedian(), Scene.source(20, 20, 2)));

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
        () -> new TemporalMedian().estimate(Scene.source(20, 20, 10), stopper, cancellation));
    assertEquals(List.of(1L), heard);
  }

  private FixedPlate estimate(TemporalMedian median, SyntheticSource source) throws IOException {
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
