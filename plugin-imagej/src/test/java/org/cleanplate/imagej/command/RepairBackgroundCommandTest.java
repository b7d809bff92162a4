package org.cleanplate.imagej.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.OvalRoi;
import ij.gui.Roi;
import ij.process.ByteProcessor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A ramp of light in whose plate a dark animal rests; the second slice is free, but darker. */
class RepairBackgroundCommandTest {
  private final MacroRunner macro = new MacroRunner();
  private ImagePlus plate;

  @BeforeEach
  void openImages() {
    ByteProcessor held = ramp(1);
    held.setValue(20);
    held.fill(new OvalRoi(40, 30, 24, 18));
    ImageStack stack = new ImageStack(120, 80);
    stack.addSlice(held.duplicate());
    stack.addSlice(ramp(0.8));
    macro.open(new ImagePlus("walk", stack));
    plate = macro.open(new ImagePlus("plate", held));
  }

  private static ByteProcessor ramp(double gain) {
    ByteProcessor pixels = new ByteProcessor(120, 80);
    for (int i = 0; i < 120 * 80; i++) {
      pixels.set(i, (int) Math.round(gain * (80 + i % 120)));
    }
    return pixels;
  }

  @AfterEach
  void closeImages() {
    macro.close();
  }

  @Test
  void fillsTheSelectionFromAFreeFrameInThePlatesOwnLight() {
    plate.setRoi(32, 22, 40, 34);
    assertTrue(macro.run(new RepairBackgroundCommand(), "from=walk frame=2"), macro.log());
    ByteProcessor truth = ramp(1);
    for (int y = 0; y < 80; y++) {
      for (int x = 0; x < 120; x++) {
        assertEquals(truth.get(x, y), plate.getProcessor().get(x, y), 3, "at " + x + " " + y);
      }
    }
  }

  @Test
  void blendsOverTheFeather() {
    plate.setRoi(new Roi(40, 30, 24, 18));
    assertTrue(
        macro.run(new RepairBackgroundCommand(), "from=walk frame=2 feather=4"), macro.log());
    // The fifth pixel from the edge on is the frame's alone.
    assertEquals(80 + 52, plate.getProcessor().get(52, 39), 2);
    int rim = plate.getProcessor().get(52, 30);
    assertTrue(rim > 20 && rim < 80 + 52 - 20, "rim is " + rim);
  }

  @Test
  void endsTheMacroWithoutASelectionOrAFrame() {
    assertFalse(macro.run(new RepairBackgroundCommand(), "from=walk frame=2"));
    assertTrue(macro.log().contains("no area selection"), macro.log());
    plate.setRoi(32, 22, 40, 34);
    assertFalse(macro.run(new RepairBackgroundCommand(), "from=walk frame=9"));
    assertTrue(macro.log().contains("ends before it"), macro.log());
    assertFalse(macro.run(new RepairBackgroundCommand(), "from=walk"));
    assertTrue(macro.log().contains("\"frame\" is missing"), macro.log());
  }
}
