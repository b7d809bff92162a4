package org.cleanplate.imagej.result;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import ij.process.ByteProcessor;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.frame.FrameSink;
import org.cleanplate.frame.Matte;
import org.cleanplate.imagej.image.ResultTitle;
import org.cleanplate.imagej.image.StackSeries;
import org.cleanplate.imagej.parameters.AxesChoice;
import org.cleanplate.imagej.parameters.Output;
import org.cleanplate.network.graph.Layer;
import org.junit.jupiter.api.Test;

class StackResultTest {
  private static final int WIDTH = 8;
  private static final int HEIGHT = 4;

  @Test
  void makesAFloatAlphaShownFromZeroToOne() throws IOException {
    ImagePlus result =
        write(
            source(2), Output.ALPHA, Layer.ALPHA_FLOAT, WIDTH, HEIGHT, StackResultTest::fillFloats);
    assertEquals("walk-alpha", result.getTitle());
    assertEquals(32, result.getBitDepth());
    assertEquals(0.25f, result.getStack().getProcessor(2).getf(3, 0));
    assertEquals(0, result.getDisplayRangeMin());
    assertEquals(1, result.getDisplayRangeMax());
  }

  @Test
  void makesASixteenBitAlphaOfFullRange() throws IOException {
    ImagePlus result =
        write(
            source(2),
            Output.ALPHA,
            Layer.ALPHA_16,
            WIDTH,
            HEIGHT,
            (frame, slice) -> frame.pixels().asShortBuffer().put(2, (short) (65535 - slice)));
    assertEquals(16, result.getBitDepth());
    assertEquals(65534, result.getStack().getProcessor(2).get(2, 0));
    assertEquals(65535, result.getDisplayRangeMax());
  }

  @Test
  void makesAnEightBitAlpha() throws IOException {
    ImagePlus result =
        write(
            source(1),
            Output.ALPHA,
            Layer.ALPHA_8,
            WIDTH,
            HEIGHT,
            (frame, slice) -> frame.pixels().put(WIDTH + 1, (byte) 200));
    assertEquals(8, result.getBitDepth());
    assertEquals(200, result.getProcessor().get(1, 1));
  }

  @Test
  void keepsTheAlphaOfACutOutInTheHighByte() throws IOException {
    ImagePlus result =
        write(
            source(1),
            Output.CUTOUT,
            Layer.CUTOUT_8,
            WIDTH,
            HEIGHT,
            (frame, slice) -> frame.pixels().put(new byte[] {1, 2, 3, 4}));
    assertEquals(24, result.getBitDepth());
    assertEquals(0x04030201, ((int[]) result.getProcessor().getPixels())[0]);
  }

  @Test
  void copiesCalibrationDimensionsAndLabels() throws IOException {
    ImagePlus source = source(6);
    source.setDimensions(1, 2, 3);
    source.setOpenAsHyperStack(true);
    Calibration calibration = source.getCalibration();
    calibration.pixelWidth = 0.5;
    calibration.pixelHeight = 0.25;
    calibration.pixelDepth = 3;
    calibration.xOrigin = 7;
    calibration.frameInterval = 0.04;
    calibration.setUnit("micron");
    calibration.setFunction(Calibration.STRAIGHT_LINE, new double[] {-1000, 2}, "HU");
    ImagePlus result =
        write(source, Output.ALPHA, Layer.ALPHA_FLOAT, WIDTH, HEIGHT, StackResultTest::fillFloats);
    Calibration copied = result.getCalibration();
    assertEquals(0.5, copied.pixelWidth);
    assertEquals(0.25, copied.pixelHeight);
    assertEquals(3, copied.pixelDepth);
    assertEquals(7, copied.xOrigin);
    assertEquals(0.04, copied.frameInterval);
    assertEquals(source.getCalibration().getUnit(), copied.getUnit());
    assertFalse(copied.calibrated(), "grey values mean something else");
    assertTrue(source.getCalibration().calibrated(), "the source is left alone");
    assertArrayEquals(source.getDimensions(), result.getDimensions());
    assertTrue(result.getOpenAsHyperStack());
    assertEquals("slice five", result.getStack().getSliceLabel(5));
  }

  @Test
  void scalesTheCalibrationOfSmallerMaps() throws IOException {
    ImagePlus source = source(1);
    source.getCalibration().pixelWidth = 0.5;
    ImagePlus result =
        write(source, Output.REGIONS, Layer.REFINED_REGIONS, 2, 1, (frame, slice) -> {});
    assertEquals(2, result.getWidth());
    assertEquals(2.0, result.getCalibration().pixelWidth);
  }

  @Test
  void cutsOnlyFileExtensionsFromTitles() throws IOException {
    assertEquals("walk", ResultTitle.stem("walk.tif"));
    assertEquals("walk 0.5 um", ResultTitle.stem("walk 0.5 um"));
    assertEquals("v1.2", ResultTitle.stem("v1.2"));
    assertEquals(".hidden", ResultTitle.stem(".hidden"));
  }

  private interface Fill {
    void fill(Frame frame, int slice);
  }

  private static void fillFloats(Frame frame, int slice) {
    frame.pixels().asFloatBuffer().put(3, slice * 0.25f);
  }

  private static ImagePlus write(
      ImagePlus source, Output output, Layer layer, int width, int height, Fill fill)
      throws IOException {
    List<StackSeries> all = StackSeries.of(source, AxesChoice.AUTO);
    ResultPlanes planes = new LayerPlanes(layer);
    String title = ResultTitle.of(source, output.key());
    StackResult result = StackResult.inMemory(title, all.get(0), planes);
    Frame frame = Frame.allocate(new FrameFormat(width, height, layer.layout()));
    Matte matte = new Matte(Map.of(layer, frame));
    Frame stamp = Frame.allocate(new FrameFormat(1, 1, layer.layout()));
    for (StackSeries series : all) {
      FrameSink sink = result.sink(series, planes);
      for (int index = 0; index < series.frameCount(); index++) {
        stamp.stamp(index, 0);
        matte.stamp(stamp);
        fill.fill(frame, series.stackIndex(index, 0) - 1);
        sink.write(stamp, stamp, matte);
      }
    }
    return result.finish(image -> {}).orElseThrow();
  }

  private static ImagePlus source(int slices) {
    ImageStack stack = new ImageStack(WIDTH, HEIGHT);
    for (int i = 1; i <= slices; i++) {
      stack.addSlice(i == 5 ? "slice five" : null, new ByteProcessor(WIDTH, HEIGHT));
    }
    return new ImagePlus("walk.tif", stack);
  }
}
