package org.cleanplate.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.measure.Measurements;
import ij.plugin.Duplicator;
import ij.process.ImageProcessor;
import ij.process.ImageStatistics;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.cleanplate.samples.InstalledImageJ.Result;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Runs every sample macro in the installed plugin, by all ways to do without a person: one ImageJ
 * for each way, in which the macros run one after the other.
 */
class SampleMacroTest {
  /** The bundled model measures 0.014 on the stack; an alpha of zero everywhere 0.049. */
  private static final double ALPHA_TOLERANCE = 0.025;

  @TempDir static Path folder;
  private static final Map<MacroRoute, String> TRANSCRIPTS = new EnumMap<>(MacroRoute.class);
  private static InstalledImageJ imageJ;
  private static Path data;

  @BeforeAll
  static void prepare() throws IOException {
    imageJ = InstalledImageJ.unpack(folder.resolve("ImageJ folder"));
    data = folder.resolve("sample data");
    SampleGenerator.generate(data, 12);
    SyntheticScene scene = new SyntheticScene(160, 120, 9, 3);
    Path recordings = Files.createDirectory(folder.resolve("recordings"));
    SampleVideo.write(scene, 24, recordings.resolve("one.mp4"));
    SampleVideo.write(scene, 24, recordings.resolve("two.mkv"));
    Files.writeString(recordings.resolve("notes.txt"), "not a video");
    SampleVariants.deep(data.resolve("stack.tif"), data.resolve("deep.tif"));
    SampleVariants.deep(data.resolve("plate.png"), data.resolve("deep-plate.tif"));
    SampleVariants.twoChannels(data.resolve("stack.tif"), data.resolve("channels.tif"));
    SampleVariants.resting(data.resolve("stack.tif"), data.resolve("resting.tif"));
    SampleVariants.ramp(data.resolve("ramp.png"), 320, 240);
    Path dishes = Files.createDirectory(folder.resolve("dishes"));
    Files.copy(data.resolve("stack.tif"), dishes.resolve("a.tif"));
    Files.copy(data.resolve("stack.tif"), dishes.resolve("b.tif"));
  }

  @Test
  void everySampleMacroIsRunHereOrByTheTestOfTraining() throws IOException {
    String script = script(MacroRoute.HEADLESS).text();
    for (String macro : Samples.list(Samples.macro(""))) {
      assertTrue(
          !macro.endsWith(".ijm")
              || script.contains("/" + macro + "\"")
              || TrainingHost.MACROS.contains(macro),
          macro + " is not run");
    }
  }

  @ParameterizedTest
  @EnumSource
  void matteStackSavesThreeLayers(MacroRoute route) throws Exception {
    Path results = results(route, "matte-stack");

    assertEquals(
        List.of("stack-alpha.tif", "stack-composite.tif", "stack-foreground.tif"),
        Samples.list(results));
    ImagePlus alpha = Samples.open(results.resolve("stack-alpha.tif"));
    assertSizes(alpha, 32);
    assertSizes(Samples.open(results.resolve("stack-foreground.tif")), 24);
    assertSizes(Samples.open(results.resolve("stack-composite.tif")), 24);
    double difference =
        Samples.meanAbsoluteDifference(alpha, Samples.open(data.resolve("true-alpha.tif")));
    assertTrue(difference < ALPHA_TOLERANCE, "mean absolute difference " + difference);
    assertEquals("cleanplate-slim", alpha.getProp("cleanplate.model"));
    assertEquals("8", alpha.getProp("cleanplate.frames"));
  }

  @ParameterizedTest
  @EnumSource
  void exportForegroundWritesTransparentPictures(MacroRoute route) throws Exception {
    Path results = results(route, "export-foreground");

    List<Path> pictures;
    try (Stream<Path> files = Files.walk(results)) {
      pictures = files.filter(file -> file.toString().endsWith(".png")).sorted().toList();
    }
    assertEquals(SampleGenerator.STACK_FRAMES, pictures.size(), pictures.toString());
    BufferedImage picture = ImageIO.read(pictures.get(4).toFile());
    assertEquals(320, picture.getWidth());
    assertEquals(240, picture.getHeight());
    int[] opacities =
        IntStream.range(0, 320 * 240).map(i -> picture.getRGB(i % 320, i / 320) >>> 24).toArray();
    assertTrue(IntStream.of(opacities).anyMatch(a -> a == 255), "nothing is opaque");
    assertTrue(IntStream.of(opacities).anyMatch(a -> a == 0), "nothing is transparent");
  }

  @ParameterizedTest
  @EnumSource
  void batchVideosMattesEachVideo(MacroRoute route) throws Exception {
    Path results = results(route, "batch-videos");

    for (String name : List.of("one", "two")) {
      assertEquals(9, Samples.frameCount(results.resolve(name + "-alpha.mp4")));
      assertEquals(9, Samples.frameCount(results.resolve(name + "-foreground.mp4")));
    }
    List<String> summary = Files.readAllLines(results.resolve("batch-summary.csv"));
    assertEquals(3, summary.size(), summary.toString());
    assertTrue(summary.get(2).contains("two.mkv,ok,,9,"), summary.toString());
  }

  @Test
  void batchVideosGoesOnAfterAVideoThatFailsAndSaysSo() throws Exception {
    Path input = Files.createDirectory(folder.resolve("mixed"));
    Files.writeString(input.resolve("broken.mp4"), "not a video");
    SampleVideo.write(new SyntheticScene(160, 120, 5, 3), 24, input.resolve("good.mp4"));
    Path results = folder.resolve("mixed mattes");

    Result result =
        MacroRoute.HEADLESS.run(imageJ, Samples.macro("batch-videos.ijm"), input + ";" + results);

    assertEquals(1, result.exitCode(), result.output());
    assertTrue(result.output().contains("1 of 2 files failed"), result.output());
    assertTrue(result.output().contains("2/2 good.mp4: ok"), result.output());
    assertEquals(
        List.of(
            "batch-summary.csv",
            "good-alpha.mp4",
            "good-alpha.mp4.cleanplate.json",
            "good-foreground.mp4",
            "good-foreground.mp4.cleanplate.json"),
        Samples.list(results));
  }

  @ParameterizedTest
  @EnumSource
  void manyStacksMattesThemWithOneModel(MacroRoute route) throws Exception {
    Path results = results(route, "many-stacks");

    assertEquals(List.of("a-alpha.tif", "b-alpha.tif", "coverage.csv"), Samples.list(results));
    List<String> coverage = Files.readAllLines(results.resolve("coverage.csv"));
    assertEquals(1 + 2 * SampleGenerator.STACK_FRAMES, coverage.size());
    ImagePlus truth = Samples.open(data.resolve("true-alpha.tif"));
    truth.setSlice(5);
    double expected = truth.getStatistics().mean / 255;
    double found = Double.parseDouble(coverage.get(5).replaceFirst("a.tif,5,", ""));
    assertEquals(expected, found, 0.015);
  }

  @ParameterizedTest
  @EnumSource
  void demoMattesStackAndVideo(MacroRoute route) throws Exception {
    Path results = results(route, "demo");

    assertEquals(
        List.of(
            "stack-alpha.tif",
            "stack-composite.tif",
            "stack-foreground.tif",
            "video-alpha.mp4",
            "video-alpha.mp4.cleanplate.json",
            "video-composite.mp4",
            "video-composite.mp4.cleanplate.json",
            "video-foreground.mp4",
            "video-foreground.mp4.cleanplate.json"),
        Samples.list(results));
    ImagePlus truth = Samples.open(data.resolve("video-true-alpha.tif"));
    double difference = Samples.videoDifference(results.resolve("video-alpha.mp4"), truth);
    assertTrue(difference < ALPHA_TOLERANCE, "mean absolute difference " + difference);
  }

  @ParameterizedTest
  @EnumSource
  void trajectoryFollowsTheSubject(MacroRoute route) throws Exception {
    Path results = results(route, "trajectory");

    List<String> rows = Files.readAllLines(results.resolve("video-trajectory.csv"));
    ImagePlus truth = Samples.open(data.resolve("video-true-alpha.tif"));
    assertEquals(1 + truth.getStackSize(), rows.size());
    for (int frame = 1; frame < rows.size(); frame++) {
      String[] cells = rows.get(frame).split(",");
      truth.setSlice(frame);
      ImageStatistics expected = truth.getStatistics(Measurements.CENTER_OF_MASS);
      assertEquals(frame, Integer.parseInt(cells[0]));
      assertEquals((frame - 1) / 24.0, Double.parseDouble(cells[1]), 0.001);
      assertEquals(expected.xCenterOfMass, Double.parseDouble(cells[2]), 8, rows.get(frame));
      assertEquals(expected.yCenterOfMass, Double.parseDouble(cells[3]), 8, rows.get(frame));
    }
  }

  @ParameterizedTest
  @EnumSource
  void cells16BitKeepsTheDepthAndTheLight(MacroRoute route) throws Exception {
    Path results = results(route, "cells-16bit");

    ImagePlus alpha = Samples.open(results.resolve("deep-alpha.tif"));
    ImagePlus foreground = Samples.open(results.resolve("deep-foreground.tif"));
    assertSizes(alpha, 16);
    assertSizes(foreground, 16);
    assertEquals(0.5, foreground.getCalibration().pixelWidth);
    ImagePlus truth = Samples.open(data.resolve("true-alpha.tif"));
    double difference = Samples.meanAbsoluteDifference(alpha, truth);
    assertTrue(difference < ALPHA_TOLERANCE, "mean absolute difference " + difference);
    // Where nothing of the background shines through, the light is the source's own.
    ImageProcessor source = Samples.open(data.resolve("deep.tif")).getStack().getProcessor(5);
    ImageProcessor found = foreground.getStack().getProcessor(5);
    ImageProcessor opaque = alpha.getStack().getProcessor(5);
    for (int i = 0; i < source.getPixelCount(); i++) {
      if (opaque.get(i) == 65535) {
        assertEquals(source.get(i), found.get(i), 2, "pixel " + i);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void newBackdropShowsWhereTheSubjectIsNot(MacroRoute route) throws Exception {
    Path results = results(route, "new-backdrop");

    ImagePlus composite = Samples.open(results.resolve("stack-composite.tif"));
    assertSizes(composite, 24);
    ImageProcessor ramp = Samples.open(data.resolve("ramp.png")).getProcessor();
    ImageProcessor found = composite.getStack().getProcessor(5);
    for (int corner : new int[] {0, 319, 239 * 320, 240 * 320 - 1}) {
      for (int shift = 0; shift < 24; shift += 8) {
        assertEquals(ramp.get(corner) >> shift & 255, found.get(corner) >> shift & 255, 3);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void checkOverlayOutlinesTheSubjectInEverySlice(MacroRoute route) throws Exception {
    Path results = results(route, "check-overlay");

    ImagePlus checked = Samples.open(results.resolve("stack-checked.tif"));
    assertEquals(
        SampleGenerator.STACK_FRAMES,
        Stream.of(checked.getOverlay().toArray()).map(Roi::getPosition).distinct().count());
    ImagePlus flat = Samples.open(results.resolve("stack-flat.tif"));
    assertSizes(flat, 24);
    assertNull(flat.getOverlay());
    assertTrue(
        Samples.meanAbsoluteDifference(flat, Samples.open(data.resolve("stack.tif"))) > 0,
        "nothing is drawn");
  }

  @ParameterizedTest
  @EnumSource
  void hyperstackChannelsMattesEachByItself(MacroRoute route) throws Exception {
    Path results = results(route, "hyperstack-channels");

    ImagePlus alpha = Samples.open(results.resolve("channels-alpha.tif"));
    assertEquals(2, alpha.getNChannels());
    assertEquals(1, alpha.getNSlices());
    assertEquals(SampleGenerator.STACK_FRAMES, alpha.getNFrames());
    assertEquals(32, alpha.getBitDepth());
    ImagePlus truth = Samples.open(data.resolve("true-alpha.tif"));
    for (int channel = 1; channel <= 2; channel++) {
      ImagePlus one = new Duplicator().run(alpha, channel, channel, 1, 1, 1, alpha.getNFrames());
      double difference = Samples.meanAbsoluteDifference(one, truth);
      assertTrue(difference < 2 * ALPHA_TOLERANCE, channel + ": " + difference);
    }
  }

  @ParameterizedTest
  @EnumSource
  void areaOverTimeIsInUnitsOfTheImage(MacroRoute route) throws Exception {
    Path results = results(route, "area-over-time");

    List<String> rows = Files.readAllLines(results.resolve("deep-area.csv"));
    assertEquals("frame,area_\u00b5m2,mean_alpha", rows.get(0));
    ImagePlus truth = Samples.open(data.resolve("true-alpha.tif"));
    double expected = 0;
    double found = 0;
    for (int frame = 1; frame < rows.size(); frame++) {
      truth.setSlice(frame);
      expected += truth.getStatistics().mean / 255 * 320 * 240 * 0.25;
      found += Double.parseDouble(rows.get(frame).split(",")[1]);
    }
    assertEquals(1 + SampleGenerator.STACK_FRAMES, rows.size());
    assertEquals(expected, found, 0.2 * expected);
  }

  @ParameterizedTest
  @EnumSource
  void exportRoisOutlinesWhatTheLabelsNumber(MacroRoute route) throws Exception {
    Path results = results(route, "export-rois");

    ImagePlus labels = Samples.open(results.resolve("stack-labels.tif"));
    assertEquals(SampleGenerator.STACK_FRAMES, labels.getStackSize());
    List<Roi> rois = Samples.rois(results.resolve("stack-rois.zip"));
    long parts = 0;
    for (int slice = 1; slice <= labels.getStackSize(); slice++) {
      parts += (long) labels.getStack().getProcessor(slice).getStats().max;
    }
    assertEquals(parts, rois.size());
    assertTrue(parts >= SampleGenerator.STACK_FRAMES, parts + " parts");
    Roi roi = rois.get(0);
    labels.setSlice(roi.getPosition());
    labels.setRoi(roi);
    // An outline encloses small holes of its part, which have no number.
    assertEquals(1, labels.getStatistics().mean, 0.03, "the first outline holds the first part");
    assertEquals(1, labels.getStatistics().max, "the first outline holds the first part alone");
  }

  @ParameterizedTest
  @EnumSource
  void estimateBackgroundTellsWhereTheSubjectRests(MacroRoute route) throws Exception {
    Path results = results(route, "estimate-background");

    ImagePlus background = Samples.open(results.resolve("resting-background.tif"));
    assertEquals(24, background.getBitDepth());
    ImageProcessor ghosts = Samples.open(results.resolve("resting-ghosts.tif")).getProcessor();
    ImagePlus truth = Samples.open(data.resolve("true-alpha.tif"));
    ImageProcessor resting = truth.getStack().getProcessor(SampleGenerator.STACK_FRAMES);
    double inside = 0;
    double outside = 0;
    for (int i = 0; i < resting.getPixelCount(); i++) {
      inside += resting.get(i) == 255 ? ghosts.getf(i) : 0;
      outside += resting.get(i) == 0 ? ghosts.getf(i) : 0;
    }
    inside /= resting.getHistogram()[255];
    outside /= resting.getHistogram()[0];
    assertTrue(inside > 0.6 && outside < 0.1, inside + " where it rests, else " + outside);
    assertTrue(transcript(route, "estimate-background").contains("is in doubt at"));
  }

  private static void assertSizes(ImagePlus image, int bits) {
    assertEquals(320, image.getWidth());
    assertEquals(240, image.getHeight());
    assertEquals(SampleGenerator.STACK_FRAMES, image.getStackSize());
    assertEquals(bits, image.getBitDepth());
  }

  /** Where a macro wrote to, which has ended as it should. */
  private static Path results(MacroRoute route, String macro) throws Exception {
    String transcript = transcript(route, macro);
    assertFalse(transcript.endsWith("[aborted]"), transcript);
    assertFalse(transcript.contains("Exception"), transcript);
    return output(route, macro);
  }

  /** What a macro printed; the first call runs them all. */
  private static String transcript(MacroRoute route, String macro) throws Exception {
    if (!TRANSCRIPTS.containsKey(route)) {
      Path script = folder.resolve("all " + route + ".ijm");
      Files.writeString(script, script(route).text());
      TRANSCRIPTS.put(route, route.run(imageJ, script, "").output());
    }
    return MacroScript.transcriptOf(macro, TRANSCRIPTS.get(route));
  }

  private static Path output(MacroRoute route, String macro) {
    return folder.resolve("results " + route).resolve(macro);
  }

  /** All macros, each with its argument; what it writes goes into a folder of its own. */
  private static MacroScript script(MacroRoute route) throws IOException {
    Files.createDirectories(folder.resolve("results " + route));
    Path stack = data.resolve("stack.tif");
    MacroScript script = new MacroScript();
    add(script, route, "demo", data);
    add(script, route, "matte-stack", stack, data.resolve("plate.png"));
    add(script, route, "export-foreground", stack, "median");
    add(script, route, "batch-videos", folder.resolve("recordings"));
    add(script, route, "many-stacks", folder.resolve("dishes"), data.resolve("plate.png"));
    add(script, route, "trajectory", data.resolve("video.mp4"), data.resolve("video-plate.png"));
    Path deep = data.resolve("deep.tif");
    add(script, route, "cells-16bit", deep, data.resolve("deep-plate.tif"));
    add(script, route, "new-backdrop", stack, data.resolve("plate.png"), data.resolve("ramp.png"));
    add(script, route, "check-overlay", stack, data.resolve("plate.png"));
    add(script, route, "hyperstack-channels", data.resolve("channels.tif"));
    add(script, route, "area-over-time", deep, data.resolve("deep-plate.tif"));
    add(script, route, "estimate-background", data.resolve("resting.tif"));
    add(script, route, "export-rois", stack, data.resolve("plate.png"));
    return script;
  }

  private static void add(MacroScript script, MacroRoute route, String macro, Object... inputs) {
    String argument =
        Stream.concat(Stream.of(inputs), Stream.of(output(route, macro)))
            .map(Object::toString)
            .reduce((a, b) -> a + ";" + b)
            .orElseThrow();
    script.file(macro, Samples.macro(macro + ".ijm"), argument);
  }
}
