package org.cleanplate.fiji.training;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.cleanplate.progress.Progress;
import org.cleanplate.training.RunTable;
import org.cleanplate.training.TrainingListener;
import org.cleanplate.training.TrainingStep;
import org.cleanplate.training.ValidationResult;

/**
 * What is known of a run: written by the thread that trains, read by the window whenever it likes.
 * Thread-safe.
 */
final class TrainingRecord implements TrainingListener {
  private static final String METRIC = "mean_absolute_difference";

  private final List<double[]> losses = new ArrayList<>();
  private final List<double[]> metrics = new ArrayList<>();
  private final List<String> lines = new ArrayList<>();
  private Optional<Progress> progress = Optional.empty();
  private Optional<BufferedImage> picture = Optional.empty();
  private Optional<String> caption = Optional.empty();
  private long changes;

  /**
   * Adds what a run folder says of the steps made so far; nothing if there is no run in it.
   *
   * @throws org.cleanplate.MattingException if a table in it is damaged
   */
  void load(Path runFolder) {
    addAll(losses, RunTable.read(runFolder.resolve("curve.csv")), "total", 1);
    RunTable validations = RunTable.read(runFolder.resolve("validation.csv"));
    addAll(metrics, validations, METRIC, 1000);
    if (!validations.isEmpty()) {
      double[] steps = validations.column(RunTable.STEP);
      int last = (int) steps[steps.length - 1];
      show(runFolder.resolve("validation-" + last + ".png"), "After step " + last);
    }
  }

  private synchronized void addAll(
      List<double[]> points, RunTable table, String column, double scale) {
    changes++;
    if (table.isEmpty()) {
      return;
    }
    double[] steps = table.column(RunTable.STEP);
    double[] values = table.column(column);
    for (int i = 0; i < steps.length; i++) {
      points.add(new double[] {steps[i], values[i] * scale});
    }
  }

  @Override
  public synchronized void step(TrainingStep step) {
    cut(losses, step.done());
    losses.add(new double[] {step.done(), step.losses().total()});
    progress = Optional.of(step.progress());
    changes++;
  }

  @Override
  public void validation(ValidationResult result) {
    synchronized (this) {
      cut(metrics, result.step());
      metrics.add(new double[] {result.step(), result.meanAbsoluteDifference() * 1000});
    }
    show(
        result.picture(),
        "After step " + result.step() + (result.best() ? ", the best so far" : ""));
  }

  /** A run that goes on from a checkpoint makes the steps after it anew. */
  private static void cut(List<double[]> points, int step) {
    while (!points.isEmpty() && points.get(points.size() - 1)[0] >= step) {
      points.remove(points.size() - 1);
    }
  }

  /** Reads a picture on the calling thread. */
  private void show(Path file, String words) {
    try {
      Optional<BufferedImage> image =
          Files.isRegularFile(file)
              ? Optional.ofNullable(ImageIO.read(file.toFile()))
              : Optional.empty();
      synchronized (this) {
        picture = image;
        caption = Optional.of(words);
        changes++;
      }
    } catch (IOException e) {
      log("Cannot read " + file + ": " + e.getMessage());
    }
  }

  /** How far something is that is no step, such as a check of files. */
  synchronized void progress(Progress latest) {
    progress = Optional.of(latest);
    changes++;
  }

  /** Adds a line for people. */
  synchronized void log(String line) {
    lines.add(line);
    changes++;
  }

  /** Rises whenever something changes, so that who looks again knows whether to draw. */
  synchronized long changes() {
    return changes;
  }

  /** The loss of each step. */
  synchronized Curve loss() {
    return curve(losses);
  }

  /** The mean absolute difference of alpha at each validation, in thousandths. */
  synchronized Curve metric() {
    return curve(metrics);
  }

  /** All lines from a number on. */
  synchronized List<String> linesFrom(int first) {
    return List.copyOf(lines.subList(Math.min(first, lines.size()), lines.size()));
  }

  synchronized Optional<Progress> progress() {
    return progress;
  }

  /** The picture of the last validation: frame, plate, true alpha, found alpha. */
  synchronized Optional<BufferedImage> picture() {
    return picture;
  }

  synchronized Optional<String> caption() {
    return caption;
  }

  private static Curve curve(List<double[]> points) {
    return new Curve(
        points.stream().mapToDouble(point -> point[0]).toArray(),
        points.stream().mapToDouble(point -> point[1]).toArray());
  }
}
