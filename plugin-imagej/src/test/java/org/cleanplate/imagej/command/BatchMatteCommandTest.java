package org.cleanplate.imagej.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.io.FileSaver;
import ij.plugin.PlugIn;
import ij.process.ByteProcessor;
import java.awt.event.KeyEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.cleanplate.imagej.parameters.BatchMatteParameters;
import org.cleanplate.imagej.run.DifferenceEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A folder of three stacks of four slices, in which the subject is one bright pixel. */
class BatchMatteCommandTest {
  private static final int SIZE = 8;
  private static final int SLICES = 4;

  @TempDir private Path folder;

  private final DifferenceEngine engine = new DifferenceEngine();
  private final PlugIn command =
      arg ->
          Launcher.launch(
              BatchMatteParameters.COMMAND,
              () -> BatchMatteCommand.command((model, device) -> engine.opened()));
  private final MacroRunner macro = new MacroRunner();

  @BeforeEach
  void writeStacks() throws IOException {
    for (String name : List.of("a", "b", "c")) {
      stack(folder.resolve(name + ".tif"));
      plate(folder.resolve(name + "-plate.tif"));
    }
    Files.writeString(folder.resolve("notes.txt"), "no image");
  }

  @AfterEach
  void closeImages() {
    macro.close();
  }

  @Test
  void mattesEachStackAgainstThePlateOfItsName() throws IOException {
    assertTrue(run("background={name}-plate.tif alpha"), macro.log());
    assertEquals(List.of("a.tif ok 4", "b.tif ok 4", "c.tif ok 4"), summary());
    for (String name : List.of("a", "b", "c")) {
      Path third = folder.resolve("out/" + name + "-alpha/" + name + "-alpha_00003.png");
      assertEquals(255, IJ.openImage(third.toString()).getProcessor().get(2, 2));
    }
    assertTrue(macro.log().contains("2/3 b.tif: ok"), macro.log());
    assertTrue(macro.log().contains("Batch: 3 ok; " + folder.resolve("out/batch-summary.csv")));
  }

  @Test
  void goesOnAfterABadFileAndEndsTheMacroWithTheReasons() throws IOException {
    Files.delete(folder.resolve("b-plate.tif"));
    assertFalse(run("background={name}-plate.tif alpha"));
    assertEquals(List.of("a.tif ok 4", "b.tif failed 0", "c.tif ok 4"), summary());
    assertTrue(rows().get(1).get("reason").contains("b-plate.tif"), rows().toString());
    assertTrue(macro.log().contains("1 of 3 files failed"), macro.log());
    assertTrue(run("background={name}-plate.tif alpha tolerant"), "the macro may go on");
    assertEquals(List.of("a.tif skipped 4", "b.tif failed 0", "c.tif skipped 4"), summary());
  }

  @Test
  void doesNotDoAgainWhatIsWhole() throws IOException {
    String options = "include=?.tif background=c-plate.tif alpha foreground";
    assertTrue(run(options), macro.log());
    assertEquals(3 * SLICES, engine.frames.get());
    assertTrue(run(options), macro.log());
    assertEquals(3 * SLICES, engine.frames.get());
    assertEquals(List.of("a.tif skipped 4", "b.tif skipped 4", "c.tif skipped 4"), summary());

    Files.delete(folder.resolve("out/a-alpha/a-alpha_00002.png"));
    stack(folder.resolve("b.tif"));
    assertTrue(run(options), macro.log());
    assertEquals(List.of("a.tif ok 4", "b.tif ok 4", "c.tif skipped 4"), summary());

    assertTrue(run(options + " refinement=thresholding threshold=0.3"), macro.log());
    assertEquals(List.of("a.tif ok 4", "b.tif ok 4", "c.tif ok 4"), summary(), "other options");
    assertTrue(run(options + " again"), macro.log());
    assertEquals(List.of("a.tif ok 4", "b.tif ok 4", "c.tif ok 4"), summary());
  }

  @Test
  void cancellingKeepsWhatIsFinished() throws IOException {
    engine.beforeFrame =
        () -> {
          if (engine.frames.get() == SLICES + 1) {
            IJ.setKeyDown(KeyEvent.VK_ESCAPE);
            IJ.wait(300);
          }
        };
    assertFalse(run("background={name}-plate.tif alpha"));
    assertEquals(List.of("a.tif ok 4", "b.tif cancelled 0", "c.tif cancelled 0"), summary());
    assertTrue(Files.exists(folder.resolve("out/a-alpha")));
    assertFalse(Files.exists(folder.resolve("out/b-alpha")));
    IJ.resetEscape();
    engine.beforeFrame = () -> {};
    assertTrue(run("background={name}-plate.tif alpha"), macro.log());
    assertEquals(List.of("a.tif skipped 4", "b.tif ok 4", "c.tif ok 4"), summary());
  }

  @Test
  void earlierResultsInTheSameFolderAreNoSources() throws IOException {
    String options = "folder=[DIR] output=[DIR] background={name}-plate.tif alpha preset=tiff";
    assertTrue(macro.run(command, inFolder(options)), macro.log());
    assertTrue(macro.run(command, inFolder(options)), macro.log());
    assertEquals(3, rows(folder.resolve("batch-summary.csv")).size());
  }

  @Test
  void readsAManifestWithItsOwnValuesForEachFile() throws IOException {
    Path sub = Files.createDirectories(folder.resolve("sub/pictures"));
    for (int i = 1; i <= 3; i++) {
      new FileSaver(new ImagePlus("", slice(i))).saveAsPng(sub.resolve(i + ".png").toString());
    }
    Path manifest =
        Files.writeString(
            folder.resolve("list.csv"),
            """
            \uFEFFSource,background,foreground,first,output
            a.tif,b-plate.tif,,,
            "c.tif",{name}-plate.tif,no,,other
            sub/pictures,median,yes,2,
            gone.tif,median,,,
            """);
    assertFalse(
        macro.run(
            command,
            inFolder("manifest=[" + manifest + "] output=[DIR/out] alpha foreground preset=png")));
    assertEquals(
        List.of("a.tif ok 4", "c.tif ok 4", "pictures ok 2", "gone.tif failed 0"), summary());
    assertEquals(
        List.of("a-alpha", "a-foreground", "pictures-alpha", "pictures-foreground"),
        folders(folder.resolve("out")));
    assertEquals(List.of("c-alpha"), folders(folder.resolve("other")));
    assertTrue(macro.log().contains("There is no file " + folder.resolve("gone.tif")), macro.log());
  }

  @Test
  void summaryOfAManifestWithoutACommonFolderLiesBesideIt() throws IOException {
    Path manifest =
        Files.writeString(
            folder.resolve("list.csv"),
            "source;background;output;alpha\na.tif;a-plate.tif;o1;yes\nb.tif;a-plate.tif;;yes\n");
    assertFalse(macro.run(command, "manifest=[" + manifest + "]"));
    List<CSVRecord> rows = rows(folder.resolve("list-summary.csv"));
    assertEquals("ok", rows.get(0).get("status"));
    assertTrue(rows.get(1).get("reason").contains("\"output\" is missing"), rows.toString());
  }

  @Test
  void twoFilesDoNotWriteTheSameResults() throws IOException {
    Files.copy(folder.resolve("a.tif"), folder.resolve("a.tiff"));
    assertFalse(run("include=a.ti* background=b-plate.tif alpha"));
    assertEquals(List.of("a.tif ok 4", "a.tiff failed 0"), summary());
    assertTrue(rows().get(1).get("reason").contains("called like those of"), rows().toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "folder=[DIR] output=o background=median treshold=1 | did you mean \"threshold\"",
        "folder=[DIR/nowhere] output=o background=median | There is no folder",
        "folder=[DIR] include=*.mov output=o background=median | nothing called *.mov",
        "folder=[DIR] include=[{] output=o background=median | expected a name with * and ?",
        "folder=[DIR] output=o | \"background\" is missing",
        "folder=[DIR] background=median | \"output\" is missing",
        "output=o background=median | Neither folder= nor manifest=",
        "folder=[DIR] manifest=m output=o background=median | choose one",
        "manifest=[DIR/no.csv] | There is no manifest",
        "manifest=[DIR/no.csv] include=*.tif | no effect without folder=",
        "manifest=[DIR/sourceless.csv] | no column \"source\"",
        "manifest=[DIR/typo.csv] | did you mean \"background\"",
        "manifest=[DIR/twice.csv] | duplicate",
        "manifest=[DIR/ragged.csv] | line 2: not as many cells",
        "manifest=[DIR/unnamed.csv] | line 3: no source",
        "manifest=[DIR/flag.csv] | expected yes or no",
        "manifest=[DIR/empty.csv] | lists no file",
        "manifest=[DIR/latin.csv] | not in UTF-8",
        "folder=[DIR] output=[DIR/o] background=median pixels=few | \"pixels\" is \"few\"",
      })
  void saysWhatIsWrongBeforeOrAfterAndEndsTheMacro(String options, String reason)
      throws IOException {
    write("sourceless.csv", "background,output\nmedian,o\n");
    write("typo.csv", "source,backgroud\na.tif,median\n");
    write("twice.csv", "source,alpha,alpha\na.tif,yes,yes\n");
    write("ragged.csv", "source,background\na.tif\n");
    write("unnamed.csv", "source,background\na.tif,median\n,median\n");
    write("flag.csv", "source,alpha\na.tif,maybe\n");
    write("empty.csv", "source,background\n");
    Files.write(folder.resolve("latin.csv"), new byte[] {'s', (byte) 0xE4, '\n'});
    assertFalse(macro.run(command, inFolder(options)));
    assertTrue(macro.log().contains(reason), macro.log());
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private boolean run(String options) {
    return macro.run(command, inFolder("folder=[DIR] output=[DIR/out] align=off " + options));
  }

  private String inFolder(String options) {
    return options.replace("DIR", folder.toString());
  }

  /** Name, status and frames of the sources. */
  private List<String> summary() throws IOException {
    List<String> lines = new ArrayList<>();
    for (CSVRecord row : rows()) {
      String name = Path.of(row.get("source")).getFileName().toString();
      lines.add(name + " " + row.get("status") + " " + row.get("frames"));
    }
    return lines;
  }

  private List<CSVRecord> rows() throws IOException {
    return rows(folder.resolve("out/batch-summary.csv"));
  }

  private static List<CSVRecord> rows(Path file) throws IOException {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().build();
    try (CSVParser parser = CSVParser.parse(Files.readString(file), format)) {
      return parser.getRecords();
    }
  }

  private static List<String> folders(Path parent) throws IOException {
    try (Stream<Path> entries = Files.list(parent)) {
      return entries
          .filter(Files::isDirectory)
          .map(path -> path.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  private static void stack(Path file) {
    ImageStack slices = new ImageStack(SIZE, SIZE);
    for (int i = 0; i < SLICES; i++) {
      slices.addSlice(slice(i));
    }
    new FileSaver(new ImagePlus("", slices)).saveAsTiffStack(file.toString());
  }

  private static ByteProcessor slice(int x) {
    ByteProcessor pixels = new ByteProcessor(SIZE, SIZE);
    pixels.set(x, 2, 200);
    return pixels;
  }

  private static void plate(Path file) {
    new FileSaver(new ImagePlus("", new ByteProcessor(SIZE, SIZE))).saveAsTiff(file.toString());
  }
}
