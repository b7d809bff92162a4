package org.cleanplate.imagej.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.ImageStack;
import ij.WindowManager;
import ij.gui.Roi;
import ij.io.RoiEncoder;
import ij.process.ByteProcessor;
import ij.process.ShortProcessor;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

  /** A dark square rests on a bright ground in 14 of 20 slices and is gone in the others. */
  private ImagePlus resting() {
    ImageStack stack = new ImageStack(60, 50);
    for (int slice = 0; slice < 20; slice++) {
      ByteProcessor pixels = new ByteProcessor(60, 50);
      pixels.setValue(180);
      pixels.fill();
      if (slice < 14) {
        pixels.setValue(30);
        pixels.fill(new Roi(20, 15, 12, 10));
      }
      stack.addSlice(pixels);
    }
    return macro.open(new ImagePlus("nest.tif", stack));
  }

  @Test
  void showsAndTellsWhereTheBackgroundHoldsASubjectThatRests() {
    resting();
    assertTrue(macro.run(new EstimateBackgroundCommand(), "ghosts"), macro.log());
    assertEquals(30, WindowManager.getCurrentImage().getProcessor().get(25, 20));
    assertTrue(macro.log().contains("Ghost warning"), macro.log());
    assertTrue(macro.log().contains("12x10 px at x=20 y=15"), macro.log());
    assertTrue(macro.log().contains("from 15 to 20"), macro.log());
    ImagePlus ghosts = WindowManager.getImage("nest-ghosts");
    assertEquals(32, ghosts.getBitDepth());
    assertEquals(0.6, ghosts.getProcessor().getf(25, 20), 1e-3);
    assertEquals(0, ghosts.getProcessor().getf(5, 5));
    assertEquals("0.0400", WindowManager.getCurrentImage().getProp("cleanplate.ghost.share"));
  }

  @Test
  void takesAnotherQuantileOrLeavesFramesOut() {
    ImagePlus source = resting();
    assertTrue(macro.run(new EstimateBackgroundCommand(), "method=[quantile 0.8]"), macro.log());
    assertEquals(180, WindowManager.getCurrentImage().getProcessor().get(25, 20));

    WindowManager.setTempCurrentImage(source);
    source.setRoi(18, 13, 16, 14);
    String excluded = "source=nest.tif exclude=roi exclude_frames=1-14";
    assertTrue(macro.run(new EstimateBackgroundCommand(), excluded), macro.log());
    assertEquals(180, WindowManager.getCurrentImage().getProcessor().get(25, 20));
  }

  @Test
  void makesASliceForEachRange() {
    resting();
    assertTrue(macro.run(new EstimateBackgroundCommand(), "range=7"), macro.log());
    ImagePlus plates = WindowManager.getCurrentImage();
    assertEquals(3, plates.getStackSize());
    assertEquals(30, plates.getStack().getProcessor(2).get(25, 20));
    assertEquals(180, plates.getStack().getProcessor(3).get(25, 20));
  }

  @Test
  void endsTheMacroWithoutASelectionToExclude() {
    resting();
    assertFalse(macro.run(new EstimateBackgroundCommand(), "exclude=roi"));
    assertTrue(macro.log().contains("no area selection"), macro.log());
    assertFalse(macro.run(new EstimateBackgroundCommand(), "exclude=/nowhere/nest.roi"));
    assertTrue(macro.log().contains("cannot be read"), macro.log());
  }

  @Test
  void readsTheSelectionsOfAFile(@TempDir Path folder) {
    resting();
    Path file = folder.resolve("nest.roi");
    assertTrue(RoiEncoder.save(new Roi(18, 13, 16, 14), file.toString()));
    assertTrue(
        macro.run(new EstimateBackgroundCommand(), "exclude=[" + file + "] exclude_frames=1-14"),
        macro.log());
    assertEquals(180, WindowManager.getCurrentImage().getProcessor().get(25, 20));
  }
}
