package org.cleanplate.imagej.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.io.FileSaver;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.cleanplate.imagej.parameters.EvaluateMattingParameters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The bundled model on small pictures. */
class EvaluateMattingCommandTest {
  private static final int SIDE = 128;

  @TempDir private Path folder;

  private final MacroRunner macro = new MacroRunner();

  @BeforeEach
  void writePictures() {
    ImageProcessor alpha = new ByteProcessor(SIDE, SIDE);
    alpha.setColor(255);
    alpha.fillOval(40, 30, 50, 60);
    ImageProcessor subject = new ColorProcessor(SIDE, SIDE);
    subject.setColor(new Color(190, 40, 30));
    subject.fill();
    ImageProcessor ground = new ColorProcessor(SIDE, SIDE);
    for (int i = 0; i < SIDE; i += 16) {
      ground.setColor(i % 32 == 0 ? new Color(60, 90, 120) : new Color(80, 110, 90));
      ground.fillRect(i, 0, 16, SIDE);
    }
    ImageProcessor frame = ground.duplicate();
    frame.setColor(new Color(190, 40, 30));
    frame.fillOval(40, 30, 50, 60);
    for (String name : List.of("a.png", "b.png")) {
      save(frame, "frames/src/" + name);
      save(ground, "frames/bgr/" + name);
      save(alpha, "frames/pha/" + name);
      save(subject, "subjects/fgr/" + name);
      save(alpha, "subjects/pha/" + name);
      save(ground, "grounds/" + name);
    }
  }

  @AfterEach
  void closeImages() {
    macro.close();
  }

  @Test
  void writesTablesAndASheetForModelRefinerlessModelAndBaseline() throws IOException {
    assertTrue(run("data=[DIR/frames] output=[DIR/out] coarse baseline scale=1"), macro.log());
    List<String> images = Files.readAllLines(folder.resolve("out/images.csv"));
    assertEquals(1 + 2 * 3, images.size());
    List<String> summary = Files.readAllLines(folder.resolve("out/summary.csv"));
    assertEquals(4, summary.size());
    assertTrue(summary.get(1).startsWith("cleanplate-slim,2,"), summary.get(1));
    assertTrue(summary.get(2).startsWith("cleanplate-slim coarse,2,"), summary.get(2));
    assertTrue(summary.get(3).startsWith("cleaned difference,2,"), summary.get(3));
    double thousandths = Double.parseDouble(summary.get(1).split(",")[2]);
    assertTrue(thousandths > 0 && thousandths < 60, "mean absolute difference " + thousandths);
    assertTrue(Files.size(folder.resolve("out/contact-sheet.png")) > 1000);
    assertTrue(macro.log().contains("cleaned difference: MAD"), macro.log());
  }

  @Test
  void measuresTheModelAsMatteStackUsesItWithThePlateLitAsTheFrame() throws IOException {
    for (String name : List.of("a.png", "b.png")) {
      Path plate = folder.resolve("frames/bgr/" + name);
      ImagePlus bright = new ImagePlus(plate.toString());
      bright.getProcessor().multiply(1.3);
      save(bright.getProcessor(), "frames/bgr/" + name);
    }
    assertTrue(
        run("data=[DIR/frames] output=[DIR/out] coarse defaults detail=network"), macro.log());
    List<String> summary = Files.readAllLines(folder.resolve("out/summary.csv"));
    assertTrue(summary.get(3).startsWith("cleanplate-slim defaults,2,"), summary.get(3));
    assertTrue(summary.get(4).startsWith("cleanplate-slim coarse defaults,2,"), summary.get(4));
    double asItLies = Double.parseDouble(summary.get(1).split(",")[2]);
    double fitted = Double.parseDouble(summary.get(3).split(",")[2]);
    double unrefined = Double.parseDouble(summary.get(2).split(",")[2]);
    double fittedUnrefined = Double.parseDouble(summary.get(4).split(",")[2]);
    assertTrue(
        fittedUnrefined < 0.7 * unrefined,
        "without the refiner " + fittedUnrefined + " with a fitted plate, " + unrefined);
    assertTrue(fitted < 0.7 * asItLies, fitted + " with a fitted plate, " + asItLies + " without");
  }

  @Test
  void laysSubjectsOverBackgrounds() throws IOException {
    assertTrue(
        run(
            "data=[DIR/subjects] backgrounds=[DIR/grounds] size=96x64 nuisances images=1"
                + " output=[DIR/out]"),
        macro.log());
    assertEquals(2, Files.readAllLines(folder.resolve("out/images.csv")).size());
    assertTrue(macro.log().contains("over 2 backgrounds at 96x64, seed 1"), macro.log());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "output=[DIR/out] | \"data\" is missing",
        "data=[DIR/frames] | \"output\" is missing",
        "data=[DIR/frames] output=[DIR/out] seed=2 | without backgrounds=",
        "data=[DIR/frames] output=[DIR/out] backgrounds=[DIR/grounds] | leave backgrounds= out",
        "data=[DIR/subjects] output=[DIR/out] | backgrounds to lay them over",
        "data=[DIR/grounds] output=[DIR/out] | src, bgr and pha",
        "data=[DIR/frames] output=[DIR/out] baselin | did you mean \"baseline\"",
        "data=[DIR/frames] output=[DIR/out] images=0 | at least 1",
        "data=[DIR/subjects] backgrounds=[DIR/grounds] size=big output=[DIR/out] | such as",
        "data=[DIR/subjects] backgrounds=[DIR/grounds] smallest=2 output=[DIR/out] | 2.0 to 1.0",
        "data=[DIR/frames] output=[DIR/frames/src/a.png] | a file has that name",
      })
  void refusesWhatMakesNoSense(String options, String reason) throws IOException {
    assertFalse(run(options));
    assertTrue(macro.log().contains(reason), macro.log());
    try (Stream<Path> left = Files.list(folder)) {
      assertTrue(left.noneMatch(path -> path.endsWith("out")));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "data=a output=b",
        "data=a output=[b c] model=m device=cpu refinement=full coarse defaults baseline images=3 sequences",
        "data=a backgrounds=b size=1920x1080 seed=7 smallest=0.8 largest=1.4 nuisances output=c scale=0.5 pixels=1000"
      })
  void readsBackWhatItRecords(String options) {
    EvaluateMattingParameters run = EvaluateMattingParameters.parse(options);
    assertEquals(run, EvaluateMattingParameters.parse(run.toMacro()));
  }

  private boolean run(String options) {
    return macro.run(new EvaluateMattingCommand(), options.replace("DIR", folder.toString()));
  }

  private void save(ImageProcessor pixels, String path) {
    Path file = folder.resolve(path);
    assertTrue(file.getParent().toFile().isDirectory() || file.getParent().toFile().mkdirs());
    new FileSaver(new ImagePlus("", pixels)).saveAsPng(file.toString());
  }
}
