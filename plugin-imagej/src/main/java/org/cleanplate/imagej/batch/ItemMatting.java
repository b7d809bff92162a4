package org.cleanplate.imagej.batch;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.cleanplate.MattingException;
import org.cleanplate.imagej.batch.BatchOutcome.Status;
import org.cleanplate.imagej.image.ResultTitle;
import org.cleanplate.imagej.provenance.FinishedRun;
import org.cleanplate.imagej.run.EngineProvider;
import org.cleanplate.imagej.run.Failures;
import org.cleanplate.imagej.run.OpenedEngine;
import org.cleanplate.imagej.run.RunLog;
import org.cleanplate.imagej.run.RunMonitor;

/** Mattes one file of a batch after the other; whatever happens to one is told by its outcome. */
final class ItemMatting {
  private final EngineProvider engines;
  private final RunLog log;
  private final boolean again;

  /** Which file was the first to write results of that name. */
  private final Map<Path, BatchItem> owners = new HashMap<>();

  /**
   * @param again whether to matte what is whole
   */
  ItemMatting(EngineProvider engines, RunLog log, boolean again) {
    this.engines = engines;
    this.log = log;
    this.again = again;
  }

  BatchOutcome run(BatchItem item, RunMonitor monitor) {
    long startNanos = System.nanoTime();
    try {
      ItemRun run = item.plan();
      Results results = Results.of(run);
      requireOwnNames(item, results);
      return run(run, results, monitor, startNanos);
    } catch (CancellationException e) {
      return BatchOutcome.cancelled(item.source());
    } catch (MattingException | IOException | OutOfMemoryError e) {
      return BatchOutcome.failed(item.source(), Failures.message(e), since(startNanos));
    } catch (RuntimeException e) {
      log.lines().accept(Failures.trace(e));
      return BatchOutcome.failed(item.source(), "internal error: " + e, since(startNanos));
    }
  }

  private void requireOwnNames(BatchItem item, Results results) {
    BatchItem owner = owners.putIfAbsent(results.folder.resolve(results.stem), item);
    if (owner != null) {
      throw new MattingException(
          "Its results would be called like those of "
              + owner.source()
              + ": give it another output folder");
    }
  }

  private BatchOutcome run(ItemRun run, Results results, RunMonitor monitor, long startNanos)
      throws IOException {
    String digest = run.request().digest(modelSha256(run));
    Optional<FinishedRun> earlier = results.find(digest);
    if (earlier.isPresent() && !again) {
      return outcome(run, Status.SKIPPED, "whole from an earlier run", earlier.get(), startNanos);
    }
    run.run(engines, log, monitor);
    FinishedRun finished =
        results
            .find(digest)
            .orElseThrow(
                () -> new MattingException("It, or its background, changed while it was matted"));
    return outcome(run, Status.OK, "", finished, startNanos);
  }

  private String modelSha256(ItemRun run) throws IOException {
    try (OpenedEngine opened = engines.open(run.matting().model(), run.matting().compute())) {
      return opened.modelSha256();
    }
  }

  private static BatchOutcome outcome(
      ItemRun run, Status status, String reason, FinishedRun finished, long startNanos) {
    return new BatchOutcome(
        run.source(), status, reason, finished.frames(), since(startNanos), finished.results());
  }

  private static Duration since(long startNanos) {
    return Duration.ofNanos(System.nanoTime() - startNanos);
  }

  /**
   * How the results of one file will be called.
   *
   * @param stem how their names begin
   */
  private record Results(Path folder, String stem) {
    static Results of(ItemRun run) {
      try {
        return new Results(
            Path.of(run.folder()).toAbsolutePath().normalize(),
            ResultTitle.fileStem(run.source().getFileName().toString()));
      } catch (InvalidPathException e) {
        throw new MattingException("Output folder \"" + run.folder() + "\" is not a path", e);
      }
    }

    Optional<FinishedRun> find(String digest) throws IOException {
      return FinishedRun.find(folder, stem, digest);
    }
  }
}
