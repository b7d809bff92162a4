package org.cleanplate.imagej.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.Macro;
import ij.WindowManager;
import ij.io.FileSaver;
import ij.macro.ExtensionDescriptor;
import ij.process.ByteProcessor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.cleanplate.imagej.extension.ExtFunction;
import org.cleanplate.imagej.extension.ExtFunctions;
import org.cleanplate.imagej.run.DifferenceEngine;
import org.cleanplate.imagej.run.OpenedEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The functions as ImageJ calls them; whole macros are run by the tests of the samples. */
class MacroExtensionsCommandTest {
  private static final int SIZE = 8;

  @TempDir private Path folder;

  private final DifferenceEngine engine = new DifferenceEngine();
  private final OpenedEngine opened = engine.opened();
  private final List<String> asked = new ArrayList<>();
  private final List<String> closed = new ArrayList<>();
  private final ExtensionHandler handler =
      new ExtensionHandler(
          new ExtFunctions(
              (model, device) -> {
                asked.add(model + " on " + device.toText());
                return opened;
              },
              (model, device) -> closed.add(model + " on " + device.toText()),
              IJ::log));
  private final MacroRunner macro = new MacroRunner();

  @AfterEach
  void closeImages() {
    macro.close();
  }

  @Test
  void mattesManyImagesWithTheModelThatIsOpen() {
    macro.open(new ImagePlus("plate", new ByteProcessor(SIZE, SIZE)));
    macro.open(walk("one"));
    macro.open(walk("two"));
    assertTrue(call("open", "", "cpu"), macro.log());
    assertTrue(call("matte", "one", "plate", ""), macro.log());
    assertEquals("one-alpha", WindowManager.getCurrentImage().getTitle());
    assertTrue(call("matte", "two", "plate", "alpha alpha_depth=8"), macro.log());
    ImagePlus alpha = WindowManager.getCurrentImage();
    assertEquals("two-alpha", alpha.getTitle());
    assertEquals(8, alpha.getBitDepth());
    assertEquals(255, alpha.getStack().getProcessor(3).get(2, 2));
    assertTrue(asked.stream().allMatch("cleanplate-slim on cpu"::equals), asked.toString());
    assertTrue(call("close"), macro.log());
    assertEquals(List.of("cleanplate-slim on cpu"), closed);
    assertTrue(call("close"), "may be called twice");
  }

  @Test
  void tellsHowMuchTheSubjectCovers() {
    macro.open(new ImagePlus("plate", new ByteProcessor(SIZE, SIZE)));
    macro.open(walk("one"));
    assertTrue(call("matte", "one", "plate", "alpha"), macro.log());
    Double[] number = {0.0};
    assertTrue(call("frames", (Object) number));
    assertEquals(5, number[0]);
    assertTrue(call("coverage", (Object) number));
    assertEquals(1.0 / (SIZE * SIZE), number[0], 1e-9);
    assertTrue(call("frameCoverage", 5.0, number));
    assertEquals(1.0 / (SIZE * SIZE), number[0], 1e-9);
    assertFalse(call("frameCoverage", 6.0, number));
    assertTrue(
        macro.log().contains("\"frame\" is 6.0, expected a whole number from 1 to 5"), macro.log());
  }

  @Test
  void tellsDeviceFallbackAndVersion() {
    assertTrue(call("open", "my model", ""), macro.log());
    String[] text = {""};
    assertTrue(call("device", (Object) text));
    assertEquals("test device", text[0]);
    assertTrue(call("fallback", (Object) text));
    assertEquals("no such device here", text[0]);
    assertTrue(call("version", (Object) text));
    assertEquals("0.1.0", text[0]);
    assertTrue(call("models", (Object) text));
    assertEquals("cleanplate-slim", text[0].split("\n")[0]);
    assertEquals(Set.of("my model on auto"), Set.copyOf(asked));
  }

  @Test
  void estimatesABackground() {
    macro.open(walk("one"));
    assertTrue(call("estimateBackground", "one", "frames=4"), macro.log());
    ImagePlus background = WindowManager.getCurrentImage();
    assertEquals("one-background", background.getTitle());
    assertEquals(0, background.getStatistics().max);
  }

  @Test
  void mattesAFolderOfPictures() throws Exception {
    Path pictures = Files.createDirectory(folder.resolve("walk"));
    for (int i = 1; i <= 3; i++) {
      new FileSaver(new ImagePlus("", slice(i))).saveAsPng(pictures.resolve(i + ".png").toString());
    }
    Path out = folder.resolve("out");
    assertTrue(
        call("matteVideo", pictures.toString(), "median", out.toString(), "preset=png alpha"),
        macro.log());
    Path second = out.resolve("walk-alpha/walk-alpha_00002.png");
    assertEquals(255, IJ.openImage(second.toString()).getProcessor().get(2, 2));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "matte | one,plate,treshold=1 | did you mean \"threshold\"",
        "matte | nothing,plate, | No open image is called \"nothing\"",
        "matte | one,nothing, | neither an open image nor a file",
        "matte | one,plate,background=other | \"background\" has no effect beside the argument",
        "matte | one,plate,device=cpu | \"device\" has no effect with an open model",
        "matte | one,plate,pixels=few | \"pixels\" is \"few\"",
        "matte | ,plate, | \"source\" is empty in Ext.Cleanplate_matte(source, background,"
            + " options)",
        "matte | one | Argument 2 of 3 is missing, background: write Ext.Cleanplate_matte(source,",
        "open | m,gpu | Device is \"gpu\", expected auto",
        "help | mate | did you mean \"matte\"",
      })
  void endsTheMacroWithTheReason(String function, String arguments, String reason) {
    macro.open(new ImagePlus("plate", new ByteProcessor(SIZE, SIZE)));
    macro.open(walk("one"));
    call("open", "", "");
    String[] given = arguments == null ? new String[] {""} : arguments.split(",", -1);
    assertFalse(call(function, (Object[]) given));
    assertTrue(macro.log().contains("Ext.Cleanplate_" + function + ": "), macro.log());
    assertTrue(macro.log().contains(reason), macro.log());
    assertFalse(macro.log().contains("internal error"), macro.log());
  }

  @Test
  void saysThatNothingWasMattedYet() {
    assertFalse(call("coverage", (Object) new Double[] {0.0}));
    assertTrue(macro.log().contains("Nothing was matted"), macro.log());
  }

  @Test
  void asksForAModelWhereOneIsNeeded() {
    assertFalse(call("device", (Object) new String[] {""}));
    assertTrue(macro.log().contains("call Ext.Cleanplate_open(model, device)"), macro.log());
  }

  @Test
  void explainsEveryFunction() {
    assertTrue(call("help", ""), macro.log());
    for (ExtensionDescriptor function : handler.getExtensionFunctions()) {
      assertTrue(macro.log().contains("Ext." + function.name + "("), function.name);
    }
    assertTrue(call("help", "open"), macro.log());
    assertTrue(macro.log().contains("device (text): auto, cpu"), macro.log());
  }

  @Test
  void saysWhereItBelongsIfNoMacroRuns() {
    assertFalse(macro.run(new MacroExtensionsCommand(), ""));
    assertTrue(macro.log().contains("No macro is running"), macro.log());
  }

  /** Calls a function; true if the macro would go on with its next line. */
  private boolean call(String name, Object... arguments) {
    ExtFunction function =
        new ExtFunctions((model, device) -> opened, (model, device) -> {}, line -> {})
            .find(name)
            .get();
    assertNotNull(function);
    Object[] all = Arrays.copyOf(arguments, function.parameters().size());
    try {
      handler.handleExtension(function.name(), all.length == 0 ? null : all);
      return true;
    } catch (RuntimeException e) {
      if (Macro.MACRO_CANCELED.equals(e.getMessage())) {
        return false;
      }
      throw e;
    }
  }

  private static ImagePlus walk(String title) {
    ImageStack slices = new ImageStack(SIZE, SIZE);
    for (int i = 0; i < 5; i++) {
      slices.addSlice(slice(i));
    }
    return new ImagePlus(title, slices);
  }

  private static ByteProcessor slice(int x) {
    ByteProcessor pixels = new ByteProcessor(SIZE, SIZE);
    pixels.set(x, 2, 200);
    return pixels;
  }
}
