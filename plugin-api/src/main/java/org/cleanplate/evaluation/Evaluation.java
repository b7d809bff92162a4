package org.cleanplate.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import javax.imageio.ImageIO;
import org.cleanplate.MattingException;
import org.cleanplate.metric.AlphaPlane;
import org.cleanplate.metric.MetricConvention;
import org.cleanplate.metric.Region;
import org.cleanplate.metric.SequenceErrors;
import org.cleanplate.output.OutputFile;
import org.cleanplate.progress.Cancellation;
import org.cleanplate.progress.Progress;
import org.cleanplate.progress.ProgressListener;

/**
 * Mattes every picture of a data set by every predictor and writes how far each is from the truth:
 * {@code images.csv}, {@code summary.csv} and {@code contact-sheet.png} in a folder. Run once, by
 * one thread.
 *
 * @param set what to measure on
 * @param predictors what is measured, of different names
 * @param folder where the results go; must exist
 * @param samples how many pictures at most, from the first
 * @param sequences whether the pictures of a folder are frames that follow each other, so that
 *     flicker is measured
 */
public record Evaluation(
    EvaluationSet set,
    List<AlphaPredictor> predictors,
    Path folder,
    int samples,
    boolean sequences) {

  /** Pictures that the contact sheet shows, spread over the set. */
  private static final int SHEET_ROWS = 12;

  public Evaluation {
    predictors = List.copyOf(predictors);
    if (predictors.isEmpty()) {
      throw new MattingException("Nothing is to be evaluated: choose a model or the baseline");
    }
    if (samples < 1) {
      throw new MattingException("Pictures to evaluate on are " + samples + ", expected 1 or more");
    }
  }

  /**
   * Evaluates.
   *
   * @throws java.util.concurrent.CancellationException if cancelled; no file is left behind
   * @throws MattingException if a picture cannot be read or the folder not be written to
   */
  public EvaluationReport run(ProgressListener progress, Cancellation cancellation)
      throws IOException {
    try (OutputFile images = OutputFile.create(folder.resolve("images.csv"));
        OutputFile summary = OutputFile.create(folder.resolve("summary.csv"));
        OutputFile sheet = OutputFile.create(folder.resolve("contact-sheet.png"))) {
      Scores scores = measure(progress, cancellation);
      Files.writeString(images.temporary(), ScoreTable.ofImages(scores.all()));
      Files.writeString(summary.temporary(), ScoreTable.ofSummaries(scores.summaries()));
      ImageIO.write(scores.sheet.draw(), "png", sheet.temporary().toFile());
      List<Path> files = new ArrayList<>();
      for (OutputFile file : List.of(images, summary, sheet)) {
        file.moveToTarget();
        files.add(file.target());
      }
      return new EvaluationReport(scores.summaries(), files);
    }
  }

  private Scores measure(ProgressListener progress, Cancellation cancellation) throws IOException {
    Scores scores = new Scores();
    int count = Math.min(samples, set.size());
    int sheetStep = (count + SHEET_ROWS - 1) / SHEET_ROWS;
    long startNanos = System.nanoTime();
    for (int i = 0; i < count; i++) {
      cancellation.check();
      EvaluationSample sample = set.sample(i);
      boolean shown = i % sheetStep == 0;
      if (shown) {
        scores.sheet.startRow(sample);
      }
      for (AlphaPredictor predictor : predictors) {
        scores.add(sample, predictor, shown, cancellation);
      }
      Duration elapsed = Duration.ofNanos(System.nanoTime() - startNanos);
      progress.progress(new Progress("Evaluating", i + 1, OptionalLong.of(count), elapsed));
    }
    return scores;
  }

  /** What is known so far. */
  private final class Scores {
    private final ContactSheet sheet = new ContactSheet();
    private final Map<String, List<ImageScore>> byPredictor = new LinkedHashMap<>();
    private final Map<String, Map<String, SequenceErrors>> flicker = new LinkedHashMap<>();

    void add(
        EvaluationSample sample,
        AlphaPredictor predictor,
        boolean shown,
        Cancellation cancellation) {
      long startNanos = System.nanoTime();
      AlphaPlane alpha = predictor.predict(sample.source(), sample.cleanPlate(), cancellation);
      Duration elapsed = Duration.ofNanos(System.nanoTime() - startNanos);
      ImageScore score = score(sample, predictor.name(), alpha, elapsed, cancellation);
      byPredictor.computeIfAbsent(predictor.name(), name -> new ArrayList<>()).add(score);
      if (shown) {
        sheet.add(alpha, score);
      }
      if (sequences) {
        flicker
            .computeIfAbsent(predictor.name(), name -> new LinkedHashMap<>())
            .computeIfAbsent(sample.folder(), name -> new SequenceErrors())
            .add(alpha, sample.truth());
      }
    }

    List<ImageScore> all() {
      return byPredictor.values().stream().flatMap(List::stream).toList();
    }

    List<Summary> summaries() {
      return byPredictor.entrySet().stream()
          .map(entry -> Summary.of(entry.getValue(), flickerOf(entry.getKey())))
          .toList();
    }

    private OptionalDouble flickerOf(String predictor) {
      return flicker.getOrDefault(predictor, Map.of()).values().stream()
          .filter(errors -> errors.frames() > 1)
          .mapToDouble(SequenceErrors::dtSsd)
          .average();
    }
  }

  private static ImageScore score(
      EvaluationSample sample,
      String predictor,
      AlphaPlane alpha,
      Duration elapsed,
      Cancellation cancellation) {
    AlphaPlane truth = sample.truth();
    Region region =
        sample
            .trimap()
            .map(Region::unknownOf)
            .orElseGet(() -> MetricConvention.AUTHORS.defaultRegion(truth));
    return new ImageScore(
        sample.name(),
        predictor,
        SequenceErrors.meanAbsoluteDifference(alpha, truth),
        MetricConvention.AUTHORS.measure(alpha, truth, region, cancellation),
        MetricConvention.PADDLE.measure(
            alpha, truth, MetricConvention.PADDLE.defaultRegion(truth), cancellation),
        elapsed);
  }
}
