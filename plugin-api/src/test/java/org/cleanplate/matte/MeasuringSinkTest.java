package org.cleanplate.matte;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.cleanplate.engine.MattingOptions.Levels;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.frame.Matte;
import org.cleanplate.network.graph.Layer;
import org.cleanplate.network.graph.PixelLayout;
import org.junit.jupiter.api.Test;

class MeasuringSinkTest {
  private static final int SIZE = 4;

  @Test
  void measuresAFrameThatWasReckonedByHand() throws IOException {
    Frame source = gray(PixelLayout.GRAY_16);
    Frame plate = gray(PixelLayout.GRAY_16);
    Frame alpha = gray(PixelLayout.GRAY_FLOAT);
    Frame error = Frame.allocate(new FrameFormat(2, 1, PixelLayout.GRAY_FLOAT));
    error.pixels().asFloatBuffer().put(0, 0.5f);
    Frame regions = Frame.allocate(new FrameFormat(4, 1, PixelLayout.GRAY_8));
    regions.pixels().put(1, (byte) 255);
    for (int i = 0; i < SIZE * SIZE; i++) {
      source.pixels().asShortBuffer().put(i, (short) 1100);
      plate.pixels().asShortBuffer().put(i, (short) 1000);
    }
    source.pixels().asShortBuffer().put(0, (short) 60_000);
    // Two pixels of the subject side by side in the second row, and one apart.
    alpha.pixels().asFloatBuffer().put(0, 1).put(6, 1).put(7, 0.5f);
    Matte matte =
        new Matte(
            Map.of(
                Layer.ALPHA_FLOAT, alpha, Layer.ERROR_MAP, error, Layer.REFINED_REGIONS, regions));
    source.stamp(3, 120_000);
    matte.stamp(source);
    matte.stampComputeTime(2500);
    List<FrameMeasurement> rows = new ArrayList<>();
    MeasuringSink sink =
        new MeasuringSink(MaskOptions.DEFAULT, new Levels(100, 2100), matte.layers(), rows::add);
    sink.write(source, plate, matte);
    alpha.pixels().asFloatBuffer().put(0, 0);
    sink.write(source, plate, matte);
    FrameMeasurement first = rows.get(0);
    assertEquals(3, first.index());
    assertEquals(120_000, first.timeMicros());
    assertEquals(2.5, first.areaPixels());
    assertEquals(2.5 / 16, first.coverage());
    assertEquals(2, first.components());
    assertEquals((0.5 + 2.5 + 0.5 * 3.5) / 2.5, first.centroidX(), 1e-9);
    assertEquals((0.5 + 1.5 + 0.5 * 1.5) / 2.5, first.centroidY(), 1e-9);
    assertEquals(0.25, first.meanError());
    assertEquals(0.25, first.refinedShare());
    assertEquals(Double.NaN, first.change());
    assertEquals(0.05, first.plateResidual(), 1e-6, "100 of 2000");
    assertEquals(1 / 16.0, first.outOfRange());
    assertEquals(2.5, first.computeMillis());
    assertEquals(1 / 16.0, rows.get(1).change());
  }

  @Test
  void flagsFramesThatStandOut() {
    List<FrameMeasurement> frames =
        IntStream.range(0, 60)
            .mapToObj(
                i ->
                    row(
                        i,
                        i == 20 ? 0.31 : 0.2 + 0.001 * i,
                        i == 40 ? 0.09 : 0.01 + 1e-4 * (i % 3)))
            .toList();
    List<String> reasons = Outliers.reasons(frames);
    assertEquals("coverage", reasons.get(20));
    assertEquals("plate", reasons.get(40));
    assertEquals(58, reasons.stream().filter(String::isEmpty).count());
  }

  private static FrameMeasurement row(int index, double coverage, double residual) {
    return new FrameMeasurement(
        index, 0, coverage, 0, 1, 0, 0, Double.NaN, Double.NaN, 0, residual, 0, 0);
  }

  private static Frame gray(PixelLayout layout) {
    return Frame.allocate(new FrameFormat(SIZE, SIZE, layout));
  }
}
