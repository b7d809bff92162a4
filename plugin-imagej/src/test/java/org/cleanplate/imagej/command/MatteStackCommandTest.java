package org.cleanplate.imagej.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.WindowManager;
import ij.io.FileSaver;
import ij.plugin.PlugIn;
import ij.process.ByteProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import java.awt.event.KeyEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.cleanplate.engine.MattingOptions.Levels;
import org.cleanplate.imagej.parameters.MatteStackParameters;
import org.cleanplate.imagej.run.DifferenceEngine;
import org.cleanplate.imagej.run.EngineProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A stack in which the subject is one bright pixel that moves right by one a slice. */
class MatteStackCommandTest {
  private static final int SIZE = 8;
  private static final int SLICES = 5;

  @TempDir private Path folder;

  private final DifferenceEngine engine = new DifferenceEngine();
  private final PlugIn command = with((model, device) -> engine.opened());
  private final MacroRunner macro = new MacroRunner();

  @AfterEach
  void closeImages() {
    macro.close();
  }

  @Test
  void leavesAlphaCurrentAndForegroundOpen() {
    macro.open(plate());
    macro.open(walk());
    assertTrue(macro.run(command, "background=plate.tif"), macro.log());
    ImagePlus alpha = WindowManager.getCurrentImage();
    assertEquals("walk-alpha", alpha.getTitle());
    assertEquals(SLICES, alpha.getStackSize());
    for (int slice = 1; slice <= SLICES; slice++) {
      ImageProcessor pixels = alpha.getStack().getProcessor(slice);
      assertEquals(1, pixels.getf(slice, 2), "the subject of slice " + slice);
      assertEquals(1, pixels.getStats().mean * SIZE * SIZE, 1e-6, "nothing else");
    }
    ImagePlus foreground = WindowManager.getImage("walk-foreground");
    assertEquals(8, foreground.getBitDepth(), "as the source");
    assertEquals(200, foreground.getStack().getProcessor(1).get(1, 2));
  }

  @Test
  void mattesAFileThatIsNotOpen() {
    Path file = folder.resolve("walk.tif");
    new FileSaver(walk()).saveAsTiffStack(file.toString());
    macro.open(plate());
    assertTrue(macro.run(command, "source=[" + file + "] background=plate.tif alpha"), macro.log());
    ImagePlus alpha = WindowManager.getCurrentImage();
    assertEquals("walk-alpha", alpha.getTitle());
    assertEquals(1, alpha.getStack().getProcessor(4).getf(4, 2));
    assertNull(WindowManager.getImage("walk.tif"), "stays closed");
  }

  @Test
  void estimatesThePlateByTheMedian() {
    macro.open(walk());
    assertTrue(macro.run(command, "background=median alpha alpha_depth=8"), macro.log());
    ImagePlus alpha = WindowManager.getCurrentImage();
    assertEquals(8, alpha.getBitDepth());
    assertEquals(255, alpha.getStack().getProcessor(4).get(4, 2));
    assertEquals(0, alpha.getStack().getProcessor(4).get(3, 2));
    assertNull(WindowManager.getImage("walk-foreground"), "was not asked for");
  }

  @Test
  void takesASliceAsPlate() {
    macro.open(walk());
    assertTrue(macro.run(command, "background=[slice 1] alpha"), macro.log());
    ImagePlus alpha = WindowManager.getCurrentImage();
    assertEquals(0, alpha.getStack().getProcessor(1).getStats().max);
    assertEquals(1, alpha.getStack().getProcessor(2).getf(1, 2), "where the plate shows it");
    assertEquals(1, alpha.getStack().getProcessor(2).getf(2, 2));
  }

  @Test
  void takesAFileAsPlateAndASourceByTitle() {
    String file = folder.resolve("my plate.tif").toString();
    new FileSaver(plate()).saveAsTiff(file);
    ImagePlus walk = macro.open(walk());
    macro.open(new ImagePlus("other", new ByteProcessor(3, 3)));
    assertTrue(
        macro.run(command, "source=" + walk.getTitle() + " background=[" + file + "] alpha"),
        macro.log());
    assertEquals("walk-alpha", WindowManager.getCurrentImage().getTitle());
  }

  @Test
  void makesEveryOutput() {
    macro.open(plate());
    macro.open(walk());
    assertTrue(
        macro.run(command, "background=plate.tif alpha foreground composite cutout error regions"),
        macro.log());
    for (String suffix :
        List.of("alpha", "foreground", "composite", "cutout", "error", "regions")) {
      assertNotNull(WindowManager.getImage("walk-" + suffix), suffix);
    }
    assertEquals(2, WindowManager.getImage("walk-regions").getWidth());
    assertEquals("walk-alpha", WindowManager.getCurrentImage().getTitle());
  }

  @Test
  void recordsWhereAResultCameFrom() {
    macro.open(plate());
    macro.open(walk());
    macro.run(command, "background=plate.tif alpha");
    ImagePlus alpha = WindowManager.getCurrentImage();
    String file = folder.resolve("alpha.tif").toString();
    new FileSaver(alpha).saveAsTiff(file);
    ImagePlus reopened = IJ.openImage(file);
    assertEquals("difference", reopened.getProp("cleanplate.model"));
    assertEquals("0123abcd", reopened.getProp("cleanplate.sha256"));
    assertEquals("test device", reopened.getProp("cleanplate.device"));
    assertEquals("no such device here", reopened.getProp("cleanplate.fallback"));
    assertEquals("image plate.tif", reopened.getProp("cleanplate.plate"));
    assertEquals("background=plate.tif alpha", reopened.getProp("cleanplate.options"));
    assertEquals(Integer.toString(SLICES), reopened.getProp("cleanplate.frames"));
    assertTrue(reopened.getProp("cleanplate.date").startsWith("20"));
    assertTrue(reopened.getProp("cleanplate.version").matches("\\d+\\.\\d+\\.\\d+.*"));
  }

  @Test
  void tellsTheLogOnceWhatComputes() {
    macro.open(plate());
    macro.open(walk());
    macro.run(command, "background=plate.tif alpha");
    assertEquals(1, macro.log().split("on test device", -1).length - 1, macro.log());
    assertEquals(1, macro.log().split("no such device here", -1).length - 1, macro.log());
    assertTrue(macro.log().contains("Memory: 1 MB for the results, up to 6 MB"), macro.log());
  }

  @Test
  void saysOnceThatABackgroundCouldNotBeAligned() {
    macro.open(plate());
    macro.open(walk());
    assertTrue(macro.run(command, "background=plate.tif alpha align=affine"), macro.log());
    String word = "the background and the frame have only 0 features in common";
    assertEquals(1, macro.log().split(word, -1).length - 1, macro.log());
    assertTrue(macro.log().contains("Background not aligned: " + word), macro.log());
    ImagePlus alpha = WindowManager.getCurrentImage();
    assertEquals("affine", alpha.getProp("cleanplate.align"));
    assertEquals("5 of 5: " + word, alpha.getProp("cleanplate.align.fallback"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"background=plate.tif align=off", "background=median"})
  void leavesTheBackgroundAloneWhereItIsToldToOrWhereItIsTheSourcesOwn(String options) {
    macro.open(plate());
    macro.open(walk());
    assertTrue(macro.run(command, options + " alpha"), macro.log());
    assertFalse(macro.log().contains("align"), macro.log());
    assertNull(WindowManager.getCurrentImage().getProp("cleanplate.align"));
  }

  @Test
  void takesLevelsFromTheDisplayRangeOfDeepImages() {
    ImagePlus deep = new ImagePlus("deep", new ShortProcessor(SIZE, SIZE));
    deep.setDisplayRange(100, 4000);
    ImagePlus deepPlate = new ImagePlus("deep plate", new ShortProcessor(SIZE, SIZE));
    deepPlate.getProcessor().set(0, 0, 9);
    macro.open(deepPlate);
    macro.open(deep);
    assertTrue(macro.run(command, "background=[deep plate] white=3000 alpha"), macro.log());
    assertEquals(new Levels(100, 3000), engine.options.levels());
    assertEquals("100.0..3000.0", WindowManager.getCurrentImage().getProp("cleanplate.levels"));
  }

  @Test
  void writesPicturesInsteadOfOpeningImages() throws IOException {
    macro.open(plate());
    ImagePlus walk = macro.open(walk());
    Path out = folder.resolve("out");
    assertTrue(
        macro.run(command, "background=plate.tif alpha save=[" + out + "] format=png bits=16"),
        macro.log());
    assertEquals(walk, WindowManager.getCurrentImage(), "no image was opened");
    ImagePlus third = IJ.openImage(out.resolve("walk-alpha/walk-alpha_00003.png").toString());
    assertEquals(16, third.getBitDepth());
    assertEquals(65535, third.getProcessor().get(3, 2));
    assertEquals(0, third.getProcessor().get(2, 2));
    assertEquals(SLICES, count(out.resolve("walk-alpha")));
    assertTrue(macro.log().contains(out.resolve("walk-alpha").toString()), macro.log());
  }

  @Test
  void endsTheMacroOnEscAndLeavesNothing() throws IOException {
    macro.open(plate());
    ImagePlus walk = macro.open(walk());
    Path out = folder.resolve("out");
    engine.beforeFrame =
        () -> {
          IJ.setKeyDown(KeyEvent.VK_ESCAPE);
          IJ.wait(300);
        };
    assertFalse(macro.run(command, "background=plate.tif save=[" + out + "]"));
    assertEquals(0, engine.frames.get());
    assertTrue(macro.log().contains("cancelled"), macro.log());
    assertFalse(Files.exists(out), "the folder that it made is gone");
    assertEquals(walk, WindowManager.getCurrentImage());
  }

  @Test
  void copiesTheShapeOfAHyperstack() {
    macro.open(plate());
    ImagePlus walk = walk();
    walk.setDimensions(1, 1, SLICES);
    walk.getCalibration().frameInterval = 0.5;
    walk.getStack().setSliceLabel("second", 2);
    macro.open(walk);
    macro.run(command, "background=plate.tif alpha");
    ImagePlus alpha = WindowManager.getCurrentImage();
    assertArrayEquals(walk.getDimensions(), alpha.getDimensions());
    assertEquals(0.5, alpha.getCalibration().frameInterval);
    assertEquals("second", alpha.getStack().getSliceLabel(2));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "background=plate.tif treshold=0.9 | did you mean \"threshold\"",
        "background=missing.tif | neither an open image nor a file; open are: \"walk.tif\"",
        "source=nowhere background=median | No open image is called \"nowhere\"",
        "background=walk.tif | is the source itself",
        "background=small | Background \"small\" is 3x3 but \"walk.tif\" is 8x8",
        "background=deep | has 32 bits but \"walk.tif\" has 8 bits",
        "background=same | identical to frame 0",
        "background=[slice 9] | has 5 slices",
        "background=plate.tif black=1 | for 16-bit and 32-bit images",
        "source=small background=median | expected at least 3 for a median",
      })
  void endsTheMacroWithAMessageInTheLog(String options, String reason) {
    macro.open(plate());
    macro.open(new ImagePlus("small", new ByteProcessor(3, 3)));
    macro.open(new ImagePlus("deep", new FloatProcessor(SIZE, SIZE)));
    macro.open(new ImagePlus("same", walk().getStack().getProcessor(1)));
    ImagePlus walk = macro.open(walk());
    assertFalse(macro.run(command, options));
    assertTrue(macro.log().contains(reason), macro.log());
    assertEquals(walk, WindowManager.getCurrentImage(), "no result is left open");
    assertEquals(0, engine.frames.get());
  }

  @Test
  void endsTheMacroIfNoImageIsOpen() {
    assertFalse(macro.run(command, "background=median"));
    assertTrue(macro.log().contains("No image is open"), macro.log());
  }

  @Test
  void endsTheMacroIfNativesCannotBeLoaded() {
    macro.open(walk());
    PlugIn broken =
        with(
            (model, device) -> {
              throw new UnsatisfiedLinkError(
                  "Native Library x.so already loaded in another classloader");
            });
    assertFalse(macro.run(broken, "background=median"));
    assertTrue(macro.log().contains("restart ImageJ"), macro.log());
  }

  @Test
  void endsTheMacroIfALibraryIsMissing() {
    PlugIn broken =
        arg ->
            Launcher.launch(
                "Matte Stack...",
                () -> {
                  throw new NoClassDefFoundError("org/cleanplate/engine/Device");
                });
    assertFalse(macro.run(broken, "background=median"));
    assertTrue(macro.log().contains("is the installation complete?"), macro.log());
  }

  @Test
  void needsOptionsInBatchMode() {
    macro.open(walk());
    assertFalse(macro.run(command, ""));
    assertTrue(macro.log().contains("\"background\" is missing"), macro.log());
  }

  private static PlugIn with(EngineProvider engines) {
    return arg ->
        Launcher.launch(MatteStackParameters.COMMAND, () -> MatteStackCommand.command(engines));
  }

  private static ImagePlus plate() {
    return new ImagePlus("plate.tif", new ByteProcessor(SIZE, SIZE));
  }

  private static ImagePlus walk() {
    ImageStack stack = new ImageStack(SIZE, SIZE);
    for (int slice = 1; slice <= SLICES; slice++) {
      ByteProcessor pixels = new ByteProcessor(SIZE, SIZE);
      pixels.set(slice, 2, 200);
      stack.addSlice(pixels);
    }
    return new ImagePlus("walk.tif", stack);
  }

  private static long count(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.count();
    }
  }
}
