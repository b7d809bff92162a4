package org.cleanplate.imagej.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.ImageStack;
import ij.WindowManager;
import ij.process.ShortProcessor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EstimateBackgroundCommandTest {
  private final MacroRunner macro = new MacroRunner();

  @AfterEach
  void closeImages() {
    macro.close();
  }

  @Test
  void findsTheValuesBehindAMovingSubject() {
    ImageStack stack = new ImageStack(6, 4);
    for (int slice = 0; slice < 5; slice++) {
      ShortProcessor pixels = new ShortProcessor(6, 4);
      pixels.add(1000);
      pixels.set(slice, 1, 60_000);
      stack.addSlice(pixels);
    }
    ImagePlus source = new ImagePlus("mice.tif", stack);
    source.getCalibration().pixelWidth = 0.5;
    macro.open(source);
    assertTrue(macro.run(new EstimateBackgroundCommand(), ""), macro.log());
    ImagePlus plate = WindowManager.getCurrentImage();
    assertEquals("mice-background", plate.getTitle());
    assertEquals(16, plate.getBitDepth());
    assertEquals(1, plate.getStackSize());
    assertEquals(1000, plate.getProcessor().getStats().min);
    assertEquals(1000, plate.getProcessor().getStats().max);
    assertEquals(0.5, plate.getCalibration().pixelWidth);
    assertEquals("median of 5 frames", plate.getProp("cleanplate.plate"));
  }

  @Test
  void endsTheMacroForASingleSlice() {
    macro.open(new ImagePlus("one", new ShortProcessor(2, 2)));
    assertFalse(macro.run(new EstimateBackgroundCommand(), ""));
    assertTrue(macro.log().contains("expected at least 3"), macro.log());
  }

  @Test
  void endsTheMacroForAVideoThatIsNotThere() {
    assertFalse(macro.run(new EstimateBackgroundCommand(), "video=/nowhere/v.mp4"));
    assertTrue(macro.log().contains("does not exist"), macro.log());
  }
}
