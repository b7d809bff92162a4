package org.cleanplate.imagej.batch;

import ij.IJ;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.cleanplate.MattingException;
import org.cleanplate.imagej.batch.BatchOutcome.Status;
import org.cleanplate.imagej.image.ResultTitle;
import org.cleanplate.imagej.parameters.BatchMatteParameters;
import org.cleanplate.imagej.provenance.FileStamp;
import org.cleanplate.imagej.run.EngineProvider;
import org.cleanplate.imagej.run.RunLog;
import org.cleanplate.imagej.run.RunMonitor;

/** Mattes many files, one after the other. Needs no display; runs on the caller's thread. */
public final class BatchMatting {
  private static final String SUMMARY = "batch-summary.csv";

  private final EngineProvider engines;
  private final RunLog log;

  public BatchMatting(EngineProvider engines, RunLog log) {
    this.engines = engines;
    this.log = log;
  }

  /**
   * Mattes the files and writes the summary. Those that were finished before the user cancelled are
   * kept.
   *
   * @throws MattingException if there is nothing to matte, or, unless tolerated, if files failed
   * @throws CancellationException if cancelled
   */
  public BatchSummary run(BatchMatteParameters parameters, RunMonitor monitor) throws IOException {
    List<BatchItem> items = items(parameters);
    BatchSummary summary = new BatchSummary(summaryFile(parameters));
    BatchProgress progress =
        new BatchProgress(
            items.stream().map(BatchMatting::size).toList(), IJ::showStatus, IJ::showProgress);
    ItemMatting matting = new ItemMatting(engines, log, parameters.again());
    for (int i = 0; i < items.size(); i++) {
      BatchItem item = items.get(i);
      BatchOutcome outcome =
          monitor.cancellation().isCancelled()
              ? BatchOutcome.cancelled(item.source())
              : matting.run(item, monitor.part(progress.of(i, item.name())));
      if (outcome.status() == Status.OK) {
        progress.finished(i);
      } else {
        progress.skipped(i);
      }
      summary.add(outcome);
      report(i, items.size(), outcome);
    }
    conclude(summary, parameters.tolerant(), monitor);
    return summary;
  }

  private static List<BatchItem> items(BatchMatteParameters parameters) throws IOException {
    return parameters.folder().isPresent()
        ? new FolderItems(
                path(parameters.folder().get()), parameters.include(), parameters.shared())
            .list()
        : new ManifestItems(path(parameters.manifest().orElseThrow()), parameters.shared()).list();
  }

  private static Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new MattingException("\"" + text + "\" is not a path", e);
    }
  }

  /** In the folder of all results; where each file has one of its own, beside the manifest. */
  private static Path summaryFile(BatchMatteParameters parameters) {
    Optional<String> output =
        Optional.ofNullable(parameters.shared().get(BatchMatteParameters.OUTPUT));
    if (output.isPresent()) {
      return path(output.get()).toAbsolutePath().normalize().resolve(SUMMARY);
    }
    Path manifest = path(parameters.manifest().orElseThrow()).toAbsolutePath().normalize();
    String stem = ResultTitle.stem(manifest.getFileName().toString());
    return manifest.resolveSibling(stem + "-summary.csv");
  }

  private static long size(BatchItem item) {
    try {
      return Files.exists(item.source()) ? FileStamp.of(item.source()).bytes() : 0;
    } catch (IOException e) {
      // What cannot be read fails later, with a reason.
      return 0;
    }
  }

  private void report(int index, int count, BatchOutcome outcome) {
    log.lines()
        .accept(
            (index + 1)
                + "/"
                + count
                + " "
                + outcome.source().getFileName()
                + ": "
                + outcome.status().word()
                + (outcome.reason().isEmpty() ? "" : ", " + outcome.reason()));
  }

  private void conclude(BatchSummary summary, boolean tolerant, RunMonitor monitor) {
    log.lines().accept("Batch: " + summary.describe() + "; " + summary.file());
    monitor.cancellation().check();
    List<String> failures = summary.failures();
    if (!failures.isEmpty() && !tolerant) {
      throw new MattingException(
          failures.size()
              + " of "
              + summary.outcomes().size()
              + " files failed, see "
              + summary.file()
              + "\n"
              + String.join("\n", failures.subList(0, Math.min(10, failures.size()))));
    }
  }
}
