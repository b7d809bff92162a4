package org.cleanplate.imagej.run;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.cleanplate.training.TrainingListener;
import org.cleanplate.training.TrainingPlan;
import org.cleanplate.training.TrainingStep;
import org.cleanplate.training.ValidationResult;

/**
 * A training run as ImageJ shows it: progress, lines in the Log, and curves, unless a viewer shows
 * them.
 */
final class TrainingWatch implements TrainingListener {
  private static final long REDRAW_NANOS = 2_000_000_000L;

  private final RunMonitor monitor;
  private final Consumer<String> log;
  private final TrainingPlots plots;
  private final Optional<TrainingListener> viewer;
  private long drawnNanos = System.nanoTime();

  TrainingWatch(
      TrainingPlan plan,
      RunMonitor monitor,
      Consumer<String> log,
      Optional<TrainingListener> viewer) {
    this.monitor = monitor;
    this.log = log;
    this.viewer = viewer;
    this.plots = new TrainingPlots(plan.runFolder());
  }

  TrainingPlots plots() {
    return plots;
  }

  @Override
  public void message(String text) {
    log.accept(text);
    viewer.ifPresent(listener -> listener.message(text));
  }

  @Override
  public void step(TrainingStep step) {
    monitor.progress(step.progress());
    viewer.ifPresent(listener -> listener.step(step));
    if (viewer.isEmpty() && System.nanoTime() - drawnNanos > REDRAW_NANOS) {
      plots.show();
      drawnNanos = System.nanoTime();
    }
  }

  @Override
  public void validation(ValidationResult result) {
    log.accept(
        String.format(
            Locale.ROOT,
            "Step %d: mean absolute difference %.2fe-3%s, %s",
            result.step(),
            result.meanAbsoluteDifference() * 1000,
            result.best() ? ", the best so far" : "",
            result.picture()));
    plots.write();
    viewer.ifPresentOrElse(listener -> listener.validation(result), plots::show);
  }
}
