package org.cleanplate.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.cleanplate.MattingException;
import org.cleanplate.frame.Frame;
import org.cleanplate.metric.AlphaPlane;
import org.cleanplate.progress.Cancellation;
import org.cleanplate.progress.ProgressListener;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationTest {
  private static final CompositeOptions OPTIONS =
      new CompositeOptions(128, 128, 1, SizeRange.PUBLISHED, PlateNuisances.NONE);

  @TempDir private Path folder;
  private Path data;
  private Path results;

  @BeforeEach
  void writeFrames() throws IOException {
    data = folder.resolve("data");
    results = Files.createDirectory(folder.resolve("results"));
    for (String name : List.of("take 1/2", "take 1/10", "take 2/1")) {
      Disc.writeCaptured(data, name);
    }
  }

  @Test
  void tellsHowFarEachPredictorIsFromTheTruth() throws IOException {
    List<AlphaPredictor> predictors = List.of(even("nothing", 0), even("everything", 1));
    EvaluationReport report = evaluate(predictors, 10);
    double covered = trueMean();
    assertEquals(2, report.summaries().size());
    assertEquals(covered, report.summaries().get(0).meanAbsoluteDifference(), 1e-5);
    assertEquals(1 - covered, report.summaries().get(1).meanAbsoluteDifference(), 1e-5);
    int pixels = Disc.WIDTH * Disc.HEIGHT;
    assertEquals(covered * pixels / 1000, report.summaries().get(0).sad(), 1e-4);
    assertEquals(0, report.summaries().get(0).flicker().orElseThrow());
    List<String> lines = Files.readAllLines(results.resolve("images.csv"));
    assertEquals(1 + 2 * 3, lines.size());
    assertTrue(lines.get(1).startsWith("take 1/2,nothing,"), lines.get(1));
    assertTrue(lines.get(2).startsWith("take 1/10,nothing,"), lines.get(2));
    assertEquals(3, Files.readAllLines(results.resolve("summary.csv")).size());
    BufferedImage sheet = ImageIO.read(results.resolve("contact-sheet.png").toFile());
    assertTrue(sheet.getWidth() > 5 * 250 && sheet.getHeight() > 3 * 150, sheet.toString());
  }

  @Test
  void theBaselineFindsASubjectOfStrongContrast() throws IOException {
    EvaluationReport report = evaluate(List.of(new CleanedDifferenceKey()), 1);
    double left = report.summaries().get(0).meanAbsoluteDifference() / trueMean();
    assertTrue(left < 0.25, "part of the subject that is wrong: " + left);
    assertEquals(1, report.summaries().get(0).images());
  }

  @Test
  void cancellingLeavesNoFile() throws IOException {
    Cancellation cancellation = new Cancellation();
    AlphaPredictor predictor = even("cancelling", 0);
    Evaluation evaluation =
        new Evaluation(CapturedFrames.open(data), List.of(predictor), results, 10, false);
    assertThrows(
        CancellationException.class,
        () -> evaluation.run(progress -> cancellation.cancel(), cancellation));
    try (Stream<Path> left = Files.list(results)) {
      assertEquals(List.of(), left.toList());
    }
  }

  @Test
  void errorsAreCountedInsideTrimapsWhereThereAreSome() throws IOException {
    for (String name : List.of("take 1/2", "take 1/10", "take 2/1")) {
      // Unknown is the left half.
      Disc.write(
          data.resolve("trimap/" + name + ".png"),
          (x, y) -> x < Disc.WIDTH / 2 ? 0x808080 : 0xFFFFFF);
    }
    Summary summary = evaluate(List.of(even("nothing", 0)), 1).summaries().get(0);
    double leftHalf = 0;
    for (int i = 0; i < Disc.WIDTH * Disc.HEIGHT; i++) {
      int x = i % Disc.WIDTH;
      leftHalf += x < Disc.WIDTH / 2 ? Disc.alpha(x, i / Disc.WIDTH) / 255.0 : 0;
    }
    assertEquals(leftHalf / 1000, summary.sad(), 1e-4);
    assertEquals(trueMean(), summary.meanAbsoluteDifference(), 1e-5);
  }

  @Test
  void namesPicturesWithoutAPartner() throws IOException {
    Files.move(data.resolve("bgr/take 2/1.png"), data.resolve("bgr/take 2/7.png"));
    String message =
        assertThrows(MattingException.class, () -> CapturedFrames.open(data)).getMessage();
    assertTrue(message.contains("take 2/1, take 2/7"), message);
  }

  @Test
  void refusesFoldersOfNoKnownLayout() {
    String message =
        assertThrows(
                MattingException.class,
                () -> EvaluationSet.open(results, Optional.empty(), OPTIONS))
            .getMessage();
    assertTrue(message.contains("src, bgr and pha"), message);
  }

  @Test
  void asksForBackgroundsWhereThereAreSubjectsOnly() throws IOException {
    Path subjects = folder.resolve("subjects");
    Disc.writeSubject(subjects, "disc");
    String message =
        assertThrows(
                MattingException.class,
                () -> EvaluationSet.open(subjects, Optional.empty(), OPTIONS))
            .getMessage();
    assertTrue(message.contains("backgrounds"), message);
  }

  private EvaluationReport evaluate(List<AlphaPredictor> predictors, int samples)
      throws IOException {
    EvaluationSet set = EvaluationSet.open(data, Optional.empty(), OPTIONS);
    return new Evaluation(set, predictors, results, samples, true)
        .run(ProgressListener.NONE, new Cancellation());
  }

  private static double trueMean() {
    double sum = 0;
    for (int i = 0; i < Disc.WIDTH * Disc.HEIGHT; i++) {
      sum += Disc.alpha(i % Disc.WIDTH, i / Disc.WIDTH) / 255.0;
    }
    return sum / (Disc.WIDTH * Disc.HEIGHT);
  }

  private static AlphaPredictor even(String name, float alpha) {
    return new AlphaPredictor() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public AlphaPlane predict(Frame source, Frame plate, Cancellation cancellation) {
        int width = source.format().width();
        int height = source.format().height();
        float[] values = new float[width * height];
        Arrays.fill(values, alpha);
        return new AlphaPlane(width, height, values);
      }
    };
  }
}
