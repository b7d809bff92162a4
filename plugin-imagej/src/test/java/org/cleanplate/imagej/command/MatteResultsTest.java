package org.cleanplate.imagej.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.WindowManager;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.measure.ResultsTable;
import ij.plugin.PlugIn;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import java.awt.Rectangle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cleanplate.imagej.parameters.MatteStackParameters;
import org.cleanplate.imagej.result.RoiFile;
import org.cleanplate.imagej.run.DifferenceEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A stack in which the subject is a square of 2x2 pixels that moves right by two a slice. */
class MatteResultsTest {
  private static final int SIZE = 16;
  private static final int SLICES = 5;

  @TempDir private Path folder;

  private final DifferenceEngine engine = new DifferenceEngine();
  private final PlugIn command =
      arg ->
          Launcher.launch(
              MatteStackParameters.COMMAND,
              () -> MatteStackCommand.command((model, device) -> engine.opened()));
  private final MacroRunner macro = new MacroRunner();

  @AfterEach
  void closeImages() {
    macro.close();
  }

  @Test
  void measuresEveryFrameIntoARowOfAFile() throws IOException {
    ImagePlus walk = walk();
    walk.getCalibration().pixelWidth = 0.5;
    walk.getCalibration().pixelHeight = 0.5;
    walk.getCalibration().setUnit("mm");
    walk.getCalibration().frameInterval = 0.25;
    run(walk, "table alpha save=[" + folder + "]");
    ResultsTable table = ResultsTable.open(folder.resolve("walk-table.csv").toString());
    assertEquals(SLICES, table.size());
    for (int row = 0; row < SLICES; row++) {
      assertEquals(row + 1, table.getValue("Frame", row));
      assertEquals(0.25 * row, table.getValue("Time_s", row), 1e-9);
      assertEquals(4.0 / SIZE / SIZE, table.getValue("Coverage", row), 1e-9);
      assertEquals(1, table.getValue("Area_mm^2", row), 1e-9);
      assertEquals(1, table.getValue("Parts", row));
      assertEquals(0.5 * (2 * row + 3), table.getValue("X_mm", row), 1e-9, "middle of the square");
      assertEquals(0.5 * 5, table.getValue("Y_mm", row), 1e-9);
      assertEquals("test device", table.getStringValue("Device", row));
      assertTrue(table.getValue("Milliseconds", row) >= 0);
    }
    assertEquals(8.0 / SIZE / SIZE, table.getValue("Change", 2), 1e-9, "left here, came there");
  }

  @Test
  void flagsAFrameThatStandsOut() throws IOException {
    ImageStack stack = new ImageStack(SIZE, SIZE);
    for (int i = 0; i < 20; i++) {
      ByteProcessor slice = new ByteProcessor(SIZE, SIZE);
      slice.setValue(200);
      slice.setRoi(2, 2, i == 9 ? 12 : 3, 3);
      slice.fill();
      slice.resetRoi();
      stack.addSlice(slice);
    }
    run(new ImagePlus("walk.tif", stack), "table save=[" + folder + "]");
    assertTrue(macro.log().contains("1 frame stands out"), macro.log());
    ResultsTable table = ResultsTable.open(folder.resolve("walk-table.csv").toString());
    assertEquals("coverage", table.getStringValue("Outlier", 9));
    assertEquals("", table.getStringValue("Outlier", 8));
  }

  @Test
  void outlinesEveryPartInAFile() throws IOException {
    ImagePlus walk = walk();
    walk.getStack().getProcessor(3).set(12, 12, 200);
    run(walk, "rois save=[" + folder + "]");
    List<Roi> rois = RoiFile.read(folder.resolve("walk-rois.zip"));
    assertEquals(SLICES + 1, rois.size());
    for (Roi roi : rois) {
      int slice = roi.getPosition();
      boolean square = roi.getBounds().width == 2;
      Rectangle expected = square ? new Rectangle(2 * slice, 4, 2, 2) : new Rectangle(12, 12, 1, 1);
      assertEquals(expected, roi.getBounds(), roi.getName());
    }
    assertEquals(2, rois.stream().filter(roi -> roi.getPosition() == 3).count());
    assertNull(WindowManager.getImage("walk-alpha"), "no picture was asked for");
  }

  @Test
  void leavesSmallPartsOut() throws IOException {
    ImagePlus walk = walk();
    walk.getStack().getProcessor(3).set(12, 12, 200);
    run(walk, "rois mask labels min_area=2 save=[" + folder + "] format=stack");
    assertEquals(SLICES, RoiFile.read(folder.resolve("walk-rois.zip")).size());
    ImagePlus mask = IJ.openImage(folder.resolve("walk-mask.tif").toString());
    assertEquals(0, mask.getStack().getProcessor(3).get(12, 12));
    assertEquals(255, mask.getStack().getProcessor(3).get(6, 4));
  }

  @Test
  void numbersPartsInReadingOrder() {
    ImagePlus walk = walk();
    walk.getStack().getProcessor(3).set(12, 12, 200);
    run(walk, "labels");
    ImageProcessor labels = WindowManager.getCurrentImage().getStack().getProcessor(3);
    assertEquals(1, labels.get(6, 4));
    assertEquals(2, labels.get(12, 12));
    assertEquals(0, labels.get(0, 0));
  }

  @Test
  void drawsOutlinesOnTheSourceAndKeepsWhatTheUserDrew() {
    ImagePlus walk = walk();
    Roi own = new Roi(0, 0, 3, 3);
    walk.setOverlay(new Overlay(own));
    run(walk, "overlay=outline");
    assertEquals(1 + SLICES, walk.getOverlay().size());
    assertSame(own, walk.getOverlay().get(0));
    assertEquals(4, walk.getOverlay().get(4).getPosition());
    assertEquals(new Rectangle(8, 4, 2, 2), walk.getOverlay().get(4).getBounds());
    assertTrue(macro.run(command, "background=plate overlay=alpha"), macro.log());
    assertEquals(1 + SLICES, walk.getOverlay().size(), "what was drawn before is replaced");
    assertTrue(macro.run(command, "background=plate alpha"), macro.log());
    assertEquals(1, WindowManager.getCurrentImage().getOverlay().size(), "only the user's own");
  }

  @Test
  void drawsOnACopy() {
    ImagePlus walk = walk();
    run(walk, "overlay=outline overlay_copy");
    assertNull(walk.getOverlay());
    ImagePlus copy = WindowManager.getCurrentImage();
    assertNotSame(walk, copy);
    assertEquals("walk-overlay", copy.getTitle());
    assertEquals(SLICES, copy.getOverlay().size());
  }

  @Test
  void putsTheSubjectOverAPicture() {
    ImageStack beach = new ImageStack(SIZE / 2, SIZE / 2);
    beach.addSlice(filled(SIZE / 2, 40));
    beach.addSlice(filled(SIZE / 2, 90));
    macro.open(new ImagePlus("beach", beach));
    run(walk(), "composite backdrop=beach");
    ImageStack composite = WindowManager.getCurrentImage().getStack();
    assertEquals(0xFFC8C8C8, composite.getProcessor(2).get(4, 4), "the subject");
    assertEquals(0xFF282828, composite.getProcessor(1).get(0, 0));
    assertEquals(0xFF5A5A5A, composite.getProcessor(2).get(15, 15), "goes along");
    assertEquals(0xFF282828, composite.getProcessor(3).get(0, 0), "starts anew");
  }

  @Test
  void excludesASelectionInEverySlice() {
    ImagePlus walk = walk();
    walk.setRoi(new Roi(6, 0, 4, SIZE));
    run(walk, "alpha exclude_area=roi");
    assertSubject(1, 2, true);
    assertSubject(3, 6, false);
    assertSubject(4, 8, false);
    assertSubject(5, 10, true);
  }

  @Test
  void includesRegionsFromTheSliceTheyAreSetOn() {
    ImagePlus walk = walk();
    walk.setOverlay(new Overlay());
    walk.getOverlay().add(at(new Roi(0, 10, 3, 3), 2));
    walk.getOverlay().add(at(new Roi(5, 10, 3, 3), 4));
    run(walk, "alpha foreground include_area=overlay");
    ImageStack alpha = WindowManager.getCurrentImage().getStack();
    assertEquals(0, alpha.getProcessor(1).getf(1, 11));
    assertEquals(1, alpha.getProcessor(2).getf(1, 11));
    assertEquals(1, alpha.getProcessor(3).getf(1, 11), "holds");
    assertEquals(0, alpha.getProcessor(4).getf(1, 11), "until the next");
    assertEquals(1, alpha.getProcessor(5).getf(6, 11));
  }

  @Test
  void includesRegionsOnTheirSliceAloneOnRequest() {
    ImagePlus walk = walk();
    walk.setOverlay(new Overlay());
    walk.getOverlay().add(at(new Roi(0, 10, 3, 3), 2));
    walk.getOverlay().add(new Roi(5, 10, 3, 3));
    run(walk, "alpha include_area=overlay slice_only");
    ImageStack alpha = WindowManager.getCurrentImage().getStack();
    for (int slice = 1; slice <= SLICES; slice++) {
      assertEquals(slice == 2 ? 1 : 0, alpha.getProcessor(slice).getf(1, 11), "slice " + slice);
      assertEquals(1, alpha.getProcessor(slice).getf(6, 11), "set on none, slice " + slice);
    }
  }

  @Test
  void movesAnOutlineFromOneKeyFrameToTheNext() {
    ImagePlus walk = walk();
    walk.setOverlay(new Overlay());
    walk.getOverlay().add(at(new Roi(0, 10, 4, 4), 1));
    walk.getOverlay().add(at(new Roi(8, 10, 4, 4), 5));
    run(walk, "alpha include_area=overlay interpolate");
    ImageStack alpha = WindowManager.getCurrentImage().getStack();
    for (int slice = 1; slice <= SLICES; slice++) {
      int left = 2 * (slice - 1);
      assertEquals(1, alpha.getProcessor(slice).getf(left + 1, 12), "slice " + slice);
      assertEquals(0, alpha.getProcessor(slice).getf(left + 5, 12), "slice " + slice);
    }
  }

  @Test
  void takesAMaskForEachSlice() {
    ImageStack masks = new ImageStack(SIZE, SIZE);
    for (int slice = 1; slice <= SLICES; slice++) {
      masks.addSlice(filled(SIZE, slice == 2 ? 255 : 0));
    }
    macro.open(new ImagePlus("garbage", masks));
    run(walk(), "alpha exclude_area=garbage");
    assertSubject(1, 2, true);
    assertSubject(2, 4, false);
    assertSubject(3, 6, true);
  }

  @Test
  void keepsWhatMovesSharpWhenItIsSteadied() {
    run(walk(), "alpha temporal=2");
    for (int slice = 1; slice <= SLICES; slice++) {
      assertSubject(slice, 2 * slice, true);
    }
    ImageProcessor third = WindowManager.getCurrentImage().getStack().getProcessor(3);
    assertEquals(4, third.getStats().mean * SIZE * SIZE, 1e-4, "and nothing else");
  }

  @Test
  void takesThePlateOfTheSameSliceAndChannel() {
    ImageStack stack = new ImageStack(SIZE, SIZE);
    ImageStack plates = new ImageStack(SIZE, SIZE);
    for (int frame = 0; frame < 2; frame++) {
      for (int plane = 0; plane < 6; plane++) {
        ShortProcessor slice = new ShortProcessor(SIZE, SIZE);
        slice.add(100 * plane);
        if (frame == 0) {
          plates.addSlice(slice.duplicate());
        }
        slice.set(plane, frame, 5000);
        stack.addSlice(slice);
      }
    }
    ImagePlus image = new ImagePlus("walk.tif", stack);
    image.setDimensions(2, 3, 2);
    image.setDisplayRange(0, 6000);
    ImagePlus plate = new ImagePlus("plate", plates);
    plate.setDimensions(2, 3, 1);
    macro.open(new CompositeImage(plate));
    macro.open(new CompositeImage(image, CompositeImage.GRAYSCALE));
    assertTrue(
        macro.run(command, "background=plate align=off alpha channels=each black=0 white=6000"),
        macro.log());
    ImagePlus alpha = WindowManager.getCurrentImage();
    assertEquals(12, alpha.getStackSize());
    for (int i = 0; i < 12; i++) {
      ImageProcessor plane = alpha.getStack().getProcessor(i + 1);
      assertEquals(1, plane.getf(i % 6, i / 6), "plane " + i);
      assertEquals(1, plane.getStats().mean * SIZE * SIZE, 1e-4, "plane " + i);
    }
  }

  @Test
  void writesEverySeriesOfAHyperstackToItsOwnFolder() throws IOException {
    ImagePlus walk = walk();
    ImageStack twice = new ImageStack(SIZE, SIZE);
    for (int slice = 1; slice <= SLICES; slice++) {
      twice.addSlice(walk.getStack().getProcessor(slice));
      twice.addSlice(filled(SIZE, 0));
    }
    ImagePlus image = new ImagePlus("walk.tif", twice);
    image.setDimensions(1, 2, SLICES);
    run(image, "align=off alpha save=[" + folder + "]");
    Path lit = folder.resolve("walk-z001-alpha/walk-z001-alpha_00005.png");
    Path dark = folder.resolve("walk-z002-alpha/walk-z002-alpha_00005.png");
    assertEquals(255, IJ.openImage(lit.toString()).getProcessor().get(10, 4));
    assertEquals(0, IJ.openImage(dark.toString()).getProcessor().getStats().max);
  }

  @Test
  void leavesNoHalfOfAStackWhenItFails() throws IOException {
    engine.beforeFrame =
        () -> {
          if (engine.frames.get() == 2) {
            throw new IllegalStateException("the device is gone");
          }
        };
    macro.open(plate());
    macro.open(walk());
    try {
      assertFalse(
          macro.run(command, "background=plate alpha table save=[" + folder + "] format=stack"));
    } catch (RuntimeException e) {
      // An internal error ends the macro as well.
    }
    try (var left = Files.list(folder)) {
      assertEquals(List.of(), left.toList());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "exclude_area=roi | has no selection",
        "exclude_area=overlay | has no regions in its overlay",
        "exclude_area=nowhere | Mask \"nowhere\" is neither an open image nor a file",
        "exclude_area=few | has 2 slices but the source has 5",
        "exclude_area=small | is 3x3 but the source is 16x16",
        "composite backdrop=nowhere | Backdrop \"nowhere\" is neither",
        "channels=colour | has 1 channel, expected 2 or 3",
      })
  void endsTheMacroWithAMessageInTheLog(String options, String reason) {
    macro.open(new ImagePlus("small", new ByteProcessor(3, 3)));
    ImageStack few = new ImageStack(SIZE, SIZE);
    few.addSlice(new ByteProcessor(SIZE, SIZE));
    few.addSlice(new ByteProcessor(SIZE, SIZE));
    macro.open(new ImagePlus("few", few));
    macro.open(plate());
    macro.open(walk());
    assertFalse(macro.run(command, "background=plate " + options));
    assertTrue(macro.log().contains(reason), macro.log());
  }

  private void run(ImagePlus source, String options) {
    macro.open(plate());
    macro.open(source);
    assertTrue(macro.run(command, "background=plate " + options), macro.log());
  }

  private static void assertSubject(int slice, int x, boolean there) {
    ImageProcessor alpha = WindowManager.getCurrentImage().getStack().getProcessor(slice);
    assertEquals(there ? 1 : 0, alpha.getf(x, 4), 1e-4, "slice " + slice);
  }

  private static Roi at(Roi roi, int slice) {
    roi.setPosition(slice);
    return roi;
  }

  private static ByteProcessor filled(int size, int value) {
    ByteProcessor slice = new ByteProcessor(size, size);
    slice.setValue(value);
    slice.fill();
    return slice;
  }

  private static ImagePlus plate() {
    return new ImagePlus("plate", new ByteProcessor(SIZE, SIZE));
  }

  private static ImagePlus walk() {
    ImageStack stack = new ImageStack(SIZE, SIZE);
    for (int slice = 1; slice <= SLICES; slice++) {
      ByteProcessor pixels = new ByteProcessor(SIZE, SIZE);
      pixels.setValue(200);
      pixels.setRoi(2 * slice, 4, 2, 2);
      pixels.fill();
      pixels.resetRoi();
      stack.addSlice(pixels);
    }
    return new ImagePlus("walk.tif", stack);
  }
}
