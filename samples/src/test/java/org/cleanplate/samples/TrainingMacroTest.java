package org.cleanplate.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.ImageStack;
import ij.io.FileSaver;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cleanplate.samples.InstalledImageJ.Result;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real training steps by macros, in the installed plugin with the training add-on; one JVM. */
class TrainingMacroTest {
  /** Growth of a run's second half that would be a leak: 35 steps' tensors take more. */
  private static final long LEAK_MEGABYTES = 250;

  @TempDir static Path folder;
  private static Path runs;
  private static Result result;

  @BeforeAll
  static void train() throws Exception {
    InstalledImageJ imageJ = InstalledImageJ.unpack(folder.resolve("ImageJ")).withTraining();
    runs = Files.createDirectory(folder.resolve("runs"));
    writeSubjects();
    writeArena();
    result =
        imageJ.runHeadless(
            List.of(
                // A heap that is there from the start, so that all growth is outside it.
                "-Xmx2g",
                "-Xms2g",
                "-XX:+AlwaysPreTouch",
                "-Dcleanplate.models=" + folder.resolve("models"),
                "-Dcleanplate.root=" + InstalledImageJ.ROOT),
            TrainingHost.class,
            runs.toString());
    assertEquals(0, result.exitCode(), result.output());
  }

  /** Red discs with their alphas, and a chequered ground. */
  private static void writeSubjects() throws IOException {
    for (String place : List.of("subjects/fgr", "subjects/pha", "grounds")) {
      Files.createDirectories(runs.resolve(place));
    }
    ColorProcessor ground = new ColorProcessor(160, 120);
    for (int x = 0; x < 160; x += 10) {
      ground.setColor(x % 20 == 0 ? 0x405060 : 0x708090);
      ground.fillRect(x, 0, 10, 120);
    }
    save(ground, "grounds/ground.png");
    for (int radius : new int[] {20, 30, 40}) {
      ColorProcessor subject = new ColorProcessor(120, 100);
      subject.setColor(0xC03020);
      subject.fill();
      save(subject, "subjects/fgr/disc" + radius + ".png");
      ByteProcessor alpha = new ByteProcessor(120, 100);
      alpha.setColor(255);
      alpha.fillOval(60 - radius, 50 - radius, 2 * radius, 2 * radius);
      save(alpha, "subjects/pha/disc" + radius + ".png");
    }
  }

  /** A dark disc that walks over a bright ground, and a larger faint spot that is no subject. */
  private static void writeArena() {
    ImageStack frames = new ImageStack(160, 120);
    for (int i = 0; i < 8; i++) {
      ByteProcessor frame = new ByteProcessor(160, 120);
      for (int k = 0; k < 160 * 120; k++) {
        frame.set(k, 150 + k % 160 / 4);
      }
      frame.setColor(120);
      frame.fillRect(8 * i, 85, 60, 25);
      frame.setColor(20);
      frame.fillOval(16 * i, 30, 24, 24);
      frames.addSlice(frame);
    }
    new FileSaver(new ImagePlus("", frames)).saveAsTiffStack(runs.resolve("arena.tif").toString());
  }

  private static void save(ImageProcessor pixels, String file) {
    new FileSaver(new ImagePlus("", pixels)).saveAsPng(runs.resolve(file).toString());
  }

  @Test
  void trainsToTheEndAndKeepsAllInTheRunFolder() throws IOException {
    assertEquals("true", fact("whole"), result.output());
    List<String> files = Samples.list(runs.resolve("whole"));
    for (String file :
        List.of(
            "plan.properties",
            "curve.csv",
            "validation.csv",
            "loss.png",
            "validation.png",
            "validation-50.png",
            "best.safetensors",
            "model.safetensors",
            "model-card.md")) {
      assertTrue(files.contains(file), file + " is not among " + files);
    }
    assertEquals(51, curve("whole").size());
    String card = Files.readString(runs.resolve("whole/model-card.md"));
    assertTrue(card.contains("| Steps | 50 of 50, batches of 2 |"), card);
    assertTrue(result.output().contains("Step 50: mean absolute difference"), result.output());
  }

  @Test
  void escEndsItWithinASecond() {
    assertEquals("false", fact("cancelled"), result.output());
    long millis = Long.parseLong(fact("millis to cancel"));
    // A second, and what a busy machine adds: the checkpoint and the card are written in it, too.
    assertTrue(millis < 1500, millis + " ms:\n" + result.output());
    assertTrue(Integer.parseInt(fact("steps before")) < 50, result.output());
  }

  @Test
  void goesOnToTheSameLossesAsWithoutAStop() throws IOException {
    assertEquals("true", fact("resumed"), result.output());
    assertEquals(curve("whole"), curve("parted"));
  }

  @Test
  void memoryOutsideTheHeapStaysFlat() {
    long early = Long.parseLong(fact("early megabytes"));
    long late = Long.parseLong(fact("late megabytes"));
    assertTrue(late - early < LEAK_MEGABYTES, early + " MB, later " + late + " MB");
  }

  @Test
  void theSampleMacrosTrainAndMeasure() throws IOException {
    assertEquals("true", fact(TrainingHost.TRAIN_DEFAULT), result.output());
    assertTrue(Files.exists(runs.resolve("default/refine/best.safetensors")), result.output());
    assertEquals("true", fact(TrainingHost.EVALUATE_SUBJECTS), result.output());
    assertEquals(6, Files.readAllLines(runs.resolve("scores/summary.csv")).size());
  }

  @Test
  void mattesOfADarkSubjectHoldItAndNothingElse() {
    assertEquals("true", fact(TrainingHost.DARK_SUBJECT_MATTES), result.output());
    ImagePlus mattes = Samples.open(runs.resolve("mattes.tif"));
    assertEquals(6, mattes.getStackSize());
    ImageProcessor third = mattes.getStack().getProcessor(3);
    assertEquals(255, third.get(2 * 16 + 12, 42), "in the middle of the disc");
    double sum = 0;
    for (int i = 0; i < third.getPixelCount(); i++) {
      sum += third.get(i) / 255.0;
    }
    assertEquals(Math.PI * 12 * 12, sum, 25, "as large as the disc, without the spot");
  }

  @Test
  void footageIsTrainedOnAndMeasuredBeforeAndAfter() throws IOException {
    assertEquals("true", fact(TrainingHost.FINETUNE_FOOTAGE), result.output());
    Path tuned = runs.resolve("tuned");
    assertEquals(
        List.of("frame-000001.png", "frame-000003.png", "frame-000006.png"),
        Samples.list(tuned.resolve("run/footage/src")));
    assertEquals(
        List.of("frame-2.png", "frame-5.png", "frame-8.png"),
        Samples.list(tuned.resolve("measured/pha")));
    for (String when : List.of("before-network", "before-plate", "after-network", "after-plate")) {
      assertEquals(2, Files.readAllLines(tuned.resolve(when + "/summary.csv")).size(), when);
    }
    String plan = Files.readString(tuned.resolve("run/plan.properties"));
    assertTrue(plan.contains("batch_statistics = no"), plan);
    assertTrue(plan.contains("backbone_scale = 1\n"), plan);
  }

  /** All columns but the last, which is the time. */
  private static List<String> curve(String name) throws IOException {
    return Files.readAllLines(runs.resolve(name).resolve("curve.csv")).stream()
        .map(line -> line.substring(0, line.lastIndexOf(',')))
        .toList();
  }

  private static String fact(String name) {
    Matcher line =
        Pattern.compile("(?m)^\\[" + Pattern.quote(name) + "\\] (.*)$").matcher(result.output());
    assertTrue(line.find(), name + " is missing:\n" + result.output());
    return line.group(1);
  }
}
