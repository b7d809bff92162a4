package org.cleanplate.imagej.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.ImageRoi;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.process.ByteProcessor;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.cleanplate.imagej.parameters.MatteStackParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A stack of three slices with a subject of one pixel that moves right. */
@Timeout(60)
class StackPreviewTest {
  private static final int SIZE = 8;
  private static final Duration LONGEST = Duration.ofSeconds(20);

  private final DifferenceEngine engine = new DifferenceEngine();
  private final ImagePlus image = walk();
  private final MatteStackParameters parameters =
      MatteStackParameters.parse("background=[slice 1] alpha");

  @Test
  void drawsTheMatteOfTheShownSliceAndLeavesNothingBehind() throws InterruptedException {
    Overlay own = new Overlay(new Roi(0, 0, 2, 2));
    image.setOverlay(own);
    image.setSlice(3);
    try (StackPreview preview = new StackPreview(image, (model, device) -> engine.opened())) {
      preview.show(parameters);
      ImageRoi tint = waitForTint();
      assertTrue(opacity(tint, 3) > 100, "the subject of slice 3");
      assertEquals(0, opacity(tint, 2), "not that of slice 2");
      assertEquals(2, image.getOverlay().size(), "beside the user's own");
      assertEquals(1, engine.frames.get(), "and nothing but this slice is matted");
    }
    assertSame(own, image.getOverlay());
    assertEquals(1, own.size());
  }

  @Test
  void looksAtTheNeighboursIfTheMatteIsSteadied() throws InterruptedException {
    image.setSlice(2);
    try (StackPreview preview = new StackPreview(image, (model, device) -> engine.opened())) {
      preview.show(MatteStackParameters.parse("background=[slice 1] alpha temporal=1"));
      assertTrue(opacity(waitForTint(), 2) > 100);
      assertEquals(3, engine.frames.get());
    }
  }

  @Test
  void lastRequestWins() throws InterruptedException {
    CountDownLatch firstIsComputed = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    engine.beforeFrame =
        () -> {
          firstIsComputed.countDown();
          await(goOn);
        };
    image.setSlice(2);
    try (StackPreview preview = new StackPreview(image, (model, device) -> engine.opened())) {
      preview.show(parameters);
      await(firstIsComputed);
      image.setSlice(3);
      preview.show(parameters);
      goOn.countDown();
      ImageRoi tint = waitForTint();
      assertTrue(opacity(tint, 3) > 100, "the second request");
      assertEquals(1, engine.frames.get(), "the first was cut short");
    }
  }

  @Test
  void showsNothingOnceItIsHidden() throws InterruptedException {
    CountDownLatch computed = new CountDownLatch(1);
    engine.beforeFrame = computed::countDown;
    try (StackPreview preview = new StackPreview(image, (model, device) -> engine.opened())) {
      preview.show(parameters);
      await(computed);
      preview.hide();
    }
    assertNull(image.getOverlay());
  }

  private ImageRoi waitForTint() throws InterruptedException {
    long endNanos = System.nanoTime() + LONGEST.toNanos();
    while (System.nanoTime() < endNanos) {
      Overlay overlay = image.getOverlay();
      if (overlay != null && overlay.get(overlay.size() - 1) instanceof ImageRoi tint) {
        return tint;
      }
      Thread.sleep(10);
    }
    throw new AssertionError("No matte was drawn");
  }

  /** How much of the colour is drawn over a pixel of the third row, 0..255. */
  private static int opacity(ImageRoi tint, int x) {
    BufferedImage canvas = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_ARGB);
    tint.draw(canvas.createGraphics());
    return canvas.getRGB(x, 2) >>> 24;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static ImagePlus walk() {
    ImageStack stack = new ImageStack(SIZE, SIZE);
    for (int slice = 1; slice <= 3; slice++) {
      ByteProcessor pixels = new ByteProcessor(SIZE, SIZE);
      pixels.set(slice, 2, slice == 1 ? 0 : 200);
      stack.addSlice(pixels);
    }
    return new ImagePlus("walk.tif", stack);
  }
}
