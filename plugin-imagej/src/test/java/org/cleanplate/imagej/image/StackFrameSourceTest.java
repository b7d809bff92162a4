package org.cleanplate.imagej.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.ImageStack;
import ij.VirtualStack;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;
import ij.process.ShortProcessor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.network.graph.PixelLayout;
import org.junit.jupiter.api.Test;

/** Every pixel of slice s at (x, y) is a value computed from s, x and y. */
class StackFrameSourceTest {
  private static final int WIDTH = 5;
  private static final int HEIGHT = 3;

  @Test
  void readsEightBitGrayAsItIs() throws IOException {
    Frame frame = second(new ByteProcessor(WIDTH, HEIGHT), new ByteProcessor(WIDTH, HEIGHT));
    assertEquals(new FrameFormat(WIDTH, HEIGHT, PixelLayout.GRAY_8), frame.format());
    ByteBuffer pixels = frame.pixels();
    forEachPixel((i, value) -> assertEquals(value & 0xFF, pixels.get(i) & 0xFF));
  }

  @Test
  void readsSixteenBitAsItIs() throws IOException {
    Frame frame = second(new ShortProcessor(WIDTH, HEIGHT), new ShortProcessor(WIDTH, HEIGHT));
    assertEquals(PixelLayout.GRAY_16, frame.format().layout());
    var pixels = frame.pixels().asShortBuffer();
    forEachPixel((i, value) -> assertEquals(value & 0xFFFF, pixels.get(i) & 0xFFFF));
  }

  @Test
  void readsFloatAsItIs() throws IOException {
    Frame frame = second(new FloatProcessor(WIDTH, HEIGHT), new FloatProcessor(WIDTH, HEIGHT));
    assertEquals(PixelLayout.GRAY_FLOAT, frame.format().layout());
    var pixels = frame.pixels().asFloatBuffer();
    forEachPixel((i, value) -> assertEquals(value, pixels.get(i)));
  }

  @Test
  void readsColourAsBlueGreenRed() throws IOException {
    Frame frame = second(new ColorProcessor(WIDTH, HEIGHT), new ColorProcessor(WIDTH, HEIGHT));
    assertEquals(PixelLayout.BGRA_8, frame.format().layout());
    ByteBuffer pixels = frame.pixels();
    forEachPixel(
        (i, value) -> {
          assertEquals(value & 0xFF, pixels.get(4 * i) & 0xFF, "blue");
          assertEquals(value >> 8 & 0xFF, pixels.get(4 * i + 1) & 0xFF, "green");
          assertEquals(value >> 16 & 0xFF, pixels.get(4 * i + 2) & 0xFF, "red");
        });
  }

  @Test
  void readsAColourTableAsColour() throws IOException {
    ByteProcessor slice = new ByteProcessor(2, 1, new byte[] {10, (byte) 200});
    byte[] rising = new byte[256];
    byte[] falling = new byte[256];
    for (int i = 0; i < 256; i++) {
      rising[i] = (byte) i;
      falling[i] = (byte) (255 - i);
    }
    slice.setLut(new LUT(rising, falling, new byte[256]));
    try (StackFrameSource source = new StackFrameSource(new ImagePlus("lut", slice))) {
      assertEquals(PixelLayout.BGRA_8, source.format().layout());
      Frame frame = Frame.allocate(source.format());
      assertTrue(source.read(frame));
      assertEquals(10, frame.pixels().get(2) & 0xFF, "red of the first");
      assertEquals(245, frame.pixels().get(1) & 0xFF, "green of the first");
      assertEquals(200, frame.pixels().get(6) & 0xFF, "red of the second");
      assertEquals(0, frame.pixels().get(4) & 0xFF, "blue of the second");
    }
  }

  @Test
  void readsAnInvertingTableAsItIsSeen() throws IOException {
    ByteProcessor slice = new ByteProcessor(1, 1, new byte[] {10});
    slice.invertLut();
    try (StackFrameSource source = new StackFrameSource(new ImagePlus("inverted", slice))) {
      Frame frame = Frame.allocate(source.format());
      source.read(frame);
      assertEquals(245, frame.pixels().get(0) & 0xFF);
    }
  }

  @Test
  void readsAVirtualStackSliceBySliceAndOnlyOnce() throws IOException {
    List<Integer> opened = new ArrayList<>();
    VirtualStack stack =
        new VirtualStack(2, 1) {
          @Override
          public int size() {
            return 1000;
          }

          @Override
          public int getSize() {
            return 1000;
          }

          @Override
          public ImageProcessor getProcessor(int n) {
            opened.add(n);
            return new ShortProcessor(2, 1, new short[] {(short) n, (short) (2 * n)}, null);
          }
        };
    try (StackFrameSource source = new StackFrameSource(new ImagePlus("virtual", stack))) {
      opened.clear();
      Frame frame = Frame.allocate(source.format());
      source.skip(998);
      assertTrue(source.read(frame));
      assertEquals(999, frame.pixels().asShortBuffer().get(0));
      assertEquals(998, frame.index());
      assertTrue(source.read(frame));
      assertEquals(2000, frame.pixels().asShortBuffer().get(1));
      assertFalse(source.read(frame));
      assertEquals(List.of(999, 1000), opened);
    }
  }

  @Test
  void refusesASliceOfAnotherSize() throws IOException {
    VirtualStack stack =
        new VirtualStack(2, 1) {
          @Override
          public int size() {
            return 2;
          }

          @Override
          public int getSize() {
            return 2;
          }

          @Override
          public ImageProcessor getProcessor(int n) {
            return new ByteProcessor(n + 1, 1);
          }
        };
    try (StackFrameSource source = new StackFrameSource(new ImagePlus("torn", stack))) {
      Frame frame = Frame.allocate(source.format());
      assertTrue(source.read(frame));
      IOException e = assertThrows(IOException.class, () -> source.read(frame));
      assertEquals("Slice 2 of \"torn\" is 3x1, expected 2x1", e.getMessage());
    }
  }

  @Test
  void takesTimesFromTheFrameInterval() throws IOException {
    ImagePlus image = stack(new ByteProcessor(1, 1), new ByteProcessor(1, 1));
    image.getCalibration().frameInterval = 40;
    image.getCalibration().setTimeUnit("ms");
    try (StackFrameSource source = new StackFrameSource(image)) {
      assertEquals(25, source.framesPerSecond(), 1e-9);
      Frame frame = Frame.allocate(source.format());
      source.read(frame);
      assertEquals(0, frame.timeMicros());
      source.read(frame);
      assertEquals(40_000, frame.timeMicros());
    }
  }

  @Test
  void givesAllSlicesOfATimePointItsTime() throws IOException {
    ImageStack stack = new ImageStack(1, 1);
    for (int i = 0; i < 4; i++) {
      stack.addSlice(new ByteProcessor(1, 1));
    }
    ImagePlus image = new ImagePlus("zt", stack);
    image.setDimensions(1, 2, 2);
    image.getCalibration().frameInterval = 2;
    try (StackFrameSource source = new StackFrameSource(image)) {
      Frame frame = Frame.allocate(source.format());
      long[] times = new long[4];
      for (int i = 0; i < 4; i++) {
        source.read(frame);
        times[i] = frame.timeMicros();
      }
      assertEquals(
          List.of(0L, 0L, 2_000_000L, 2_000_000L), List.of(times[0], times[1], times[2], times[3]));
    }
  }

  @Test
  void hasNoRhythmWithoutAFrameInterval() {
    ImagePlus image = stack(new ByteProcessor(1, 1), new ByteProcessor(1, 1));
    try (StackFrameSource source = new StackFrameSource(image)) {
      assertEquals(0, source.framesPerSecond());
      assertEquals(2, source.frameCountEstimate().getAsLong());
    }
  }

  private interface PixelCheck {
    void check(int index, int value);
  }

  private static void forEachPixel(PixelCheck check) {
    for (int i = 0; i < WIDTH * HEIGHT; i++) {
      check.check(i, value(i));
    }
  }

  /** Fills all bytes of an RGB pixel, and differs in each pixel in the low 8 and 16 bits. */
  private static int value(int index) {
    return 0x102030 + index * 0x010507;
  }

  private static ImagePlus stack(ImageProcessor... slices) {
    ImageStack stack = new ImageStack(slices[0].getWidth(), slices[0].getHeight());
    for (ImageProcessor slice : slices) {
      stack.addSlice(slice);
    }
    return new ImagePlus("stack", stack);
  }

  /** Reads the second of two slices, which holds {@link #value}; the first is black. */
  private static Frame second(ImageProcessor first, ImageProcessor filled) throws IOException {
    for (int i = 0; i < WIDTH * HEIGHT; i++) {
      if (filled instanceof FloatProcessor) {
        filled.setf(i, value(i));
      } else {
        filled.set(i, value(i));
      }
    }
    try (StackFrameSource source = new StackFrameSource(stack(first, filled))) {
      Frame frame = Frame.allocate(source.format());
      assertTrue(source.read(frame));
      assertEquals(0, frame.pixels().get(0));
      assertTrue(source.read(frame));
      assertEquals(1, frame.index());
      assertFalse(source.read(Frame.allocate(source.format())));
      return frame;
    }
  }
}
