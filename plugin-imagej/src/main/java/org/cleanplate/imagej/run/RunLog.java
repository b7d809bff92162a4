package org.cleanplate.imagej.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.cleanplate.contrast.Stretch;
import org.cleanplate.engine.MattingEngine;
import org.cleanplate.imagej.result.MatteTable;
import org.cleanplate.job.JobReport;
import org.cleanplate.plate.PlateModel;
import org.cleanplate.plate.check.PlateCheck;
import org.cleanplate.plate.estimate.PlateEstimate;

/**
 * What a run tells in ImageJ's Log; without a display that is the standard output.
 *
 * @param lines takes one line
 */
public record RunLog(Consumer<String> lines) {

  /** Version, model, device and plate, once a run; a fallback right after. */
  void start(MattingEngine engine, String plate) {
    lines.accept(
        "Cleanplate "
            + Version.current()
            + ": model "
            + engine.modelName()
            + " on "
            + engine.device()
            + ", background: "
            + plate);
    engine.fallback().ifPresent(reason -> lines.accept("Not on the device asked for: " + reason));
  }

  /**
   * Black and white of a deep image.
   *
   * @param levels in words; empty for bytes
   */
  void levels(String levels) {
    if (!levels.isEmpty()) {
      lines.accept("Black and white: " + levels);
    }
  }

  /** What frames and background are stretched by for the network. */
  void contrast(Stretch stretch) {
    lines.accept(
        "Little contrast: the network is shown "
            + stretch.describe()
            + " of the range as all of it (contrast=off leaves it)");
  }

  /** What became of the background, and where it could not be aligned or matched: once a run. */
  void plate(PlateModel plate) {
    plate.remarks().forEach(lines);
  }

  /** How the background fits the first frame. */
  void check(PlateCheck check) {
    lines.accept(check.describe());
  }

  /** What is known against the background before it is used. */
  void warning(PlateModel background) {
    if (background instanceof PlateEstimate estimate) {
      estimate.warning().ifPresent(lines);
    }
  }

  /** A sentence of its own. */
  void note(String sentence) {
    lines.accept(sentence);
  }

  void memory(MemoryCheck check) {
    lines.accept(check.describe());
  }

  void finish(JobReport report) {
    report.notes().forEach(lines);
    double seconds = report.elapsed().toMillis() / 1000.0;
    lines.accept(
        String.format(
            Locale.ROOT,
            "Matted %d %s in %.1f s",
            report.frames(),
            report.frames() == 1 ? "frame" : "frames",
            seconds));
  }

  /**
   * What the network could not see.
   *
   * @param share of the samples outside black..white, 0..1
   */
  void outsideLevels(double share) {
    if (share > 0) {
      lines.accept(
          String.format(
              Locale.ROOT,
              "%.2g %% of the samples lie outside black..white and were cut off for the network;"
                  + " the unmixed foreground keeps them",
              100 * share));
    }
  }

  /** What in a table deserves a look. */
  void table(MatteTable table) {
    long outliers = table.outlierCount();
    if (outliers > 0) {
      lines.accept(
          outliers + (outliers == 1 ? " frame stands" : " frames stand") + " out, see Outlier");
    }
  }

  void files(List<Path> files) {
    files.forEach(file -> lines.accept(file.toString()));
  }
}
