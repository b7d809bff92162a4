package org.cleanplate.fiji.training;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.cleanplate.MattingException;
import org.cleanplate.network.catalog.ModelCatalog;
import org.cleanplate.network.catalog.ModelExport;
import org.cleanplate.progress.Cancellation;
import org.cleanplate.progress.Progress;
import org.cleanplate.progress.ProgressListener;
import org.cleanplate.training.DataCheck;
import org.cleanplate.training.ModelTrainer;
import org.cleanplate.training.TrainingData;
import org.cleanplate.training.TrainingListener;
import org.cleanplate.training.TrainingLosses;
import org.cleanplate.training.TrainingPlan;
import org.cleanplate.training.TrainingReport;
import org.cleanplate.training.TrainingReport.Outcome;
import org.cleanplate.training.TrainingStep;
import org.cleanplate.training.ValidationResult;

/**
 * Takes its time for steps that teach nothing, keeps a run folder and goes on with it, as the real
 * trainer does. Its model is the bundled one.
 */
final class SlowTrainer implements ModelTrainer {
  private static final int STEP_MILLIS = 15;
  private static final int VALIDATE_EVERY = 10;
  private static final int TILE = 260;

  /** Here it waits until it is stopped, if it is to be stopped. */
  private static final int STOP_AFTER = 60;

  private final List<TrainingPlan> plans = new ArrayList<>();
  private volatile boolean waiting;

  /** What it was asked for, run by run. */
  List<TrainingPlan> plans() {
    return plans;
  }

  /** Whether it waits before the last steps until it is stopped, however slow the person is. */
  void waitForStop(boolean waits) {
    waiting = waits;
  }

  @Override
  public DataCheck check(TrainingData data, ProgressListener progress, Cancellation cancellation) {
    return data.folders()
        .map(
            folders ->
                folders.subjects().endsWith("bad")
                    ? new DataCheck("", List.of("bad/3.png is damaged", "bad/4.png is 3x4"))
                    : new DataCheck(count(folders.subjects()) + " pictures", List.of()))
        .orElse(new DataCheck("generated", List.of()));
  }

  private static long count(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public TrainingReport run(
      TrainingPlan plan, TrainingListener listener, Cancellation cancellation) {
    plans.add(plan);
    if (plan.schedule().steps() == 666) {
      throw new MattingException("At step 13 the loss is NaN: training diverged");
    }
    try {
      return learn(plan, listener, cancellation);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private TrainingReport learn(
      TrainingPlan plan, TrainingListener listener, Cancellation cancellation) throws IOException {
    Path folder = Files.createDirectories(plan.runFolder());
    Files.writeString(folder.resolve("plan.properties"), plan.toText());
    Path curve = folder.resolve("curve.csv");
    Path validations = folder.resolve("validation.csv");
    if (!Files.exists(curve)) {
      Files.writeString(curve, "step,total,seconds\n");
      Files.writeString(validations, "step,mean_absolute_difference\n");
    }
    int first = Files.readAllLines(curve).size() - 1;
    int steps = plan.schedule().steps();
    listener.message("Learning slowly");
    Optional<ValidationResult> best = Optional.empty();
    int done = first;
    while (done < steps && !cancellation.isCancelled()) {
      pause();
      if (waiting && done == STOP_AFTER) {
        continue;
      }
      done++;
      double loss = 2.0 / done + 0.05 * Math.sin(done);
      append(curve, done + "," + loss + "," + done * 0.02);
      Progress progress =
          new Progress(
              "Training",
              done - first,
              OptionalLong.of(steps - first),
              Duration.ofMillis((done - first) * (long) STEP_MILLIS));
      TrainingLosses losses = new TrainingLosses(loss, loss, 0, 0, 0, 0);
      listener.step(new TrainingStep(done, steps, losses, 1, 1, progress));
      if (done % VALIDATE_EVERY == 0) {
        best = Optional.of(validate(folder, done));
        append(validations, done + "," + best.get().meanAbsoluteDifference());
        listener.validation(best.get());
      }
    }
    Path model = folder.resolve("best.safetensors");
    ModelExport.of(ModelCatalog.standard().open("cleanplate-slim")).toSafetensors(model);
    Outcome outcome = done < steps ? Outcome.CANCELLED : Outcome.COMPLETED;
    if (outcome == Outcome.COMPLETED) {
      Files.copy(model, folder.resolve("model.safetensors"));
    }
    return new TrainingReport(outcome, done, model, best, Duration.ofSeconds(1), "nothing");
  }

  private static void pause() {
    try {
      Thread.sleep(STEP_MILLIS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ValidationResult validate(Path folder, int step) throws IOException {
    BufferedImage sheet = new BufferedImage(4 * TILE, 6 * TILE, BufferedImage.TYPE_INT_RGB);
    Graphics2D drawn = sheet.createGraphics();
    for (int tile = 0; tile < 24; tile++) {
      drawn.setColor(tile % 4 < 2 ? new Color(70, 90 + 4 * tile, 80) : Color.BLACK);
      drawn.fillRect(tile % 4 * TILE, tile / 4 * TILE, TILE - 4, TILE - 4);
      drawn.setColor(Color.WHITE);
      if (tile % 4 != 1) {
        drawn.fillOval(tile % 4 * TILE + 60 + step, tile / 4 * TILE + 80, 90, 120);
      }
    }
    drawn.dispose();
    Path picture = folder.resolve("validation-" + step + ".png");
    ImageIO.write(sheet, "png", picture.toFile());
    return new ValidationResult(step, 0.4 / step, 0.1 / step, true, picture);
  }

  private static void append(Path file, String line) throws IOException {
    Files.writeString(file, line + "\n", StandardOpenOption.APPEND);
  }
}
