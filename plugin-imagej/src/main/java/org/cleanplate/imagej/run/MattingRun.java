package org.cleanplate.imagej.run;

import ij.ImagePlus;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.cleanplate.engine.MattingOptions;
import org.cleanplate.engine.MattingOptions.Levels;
import org.cleanplate.frame.FrameSource;
import org.cleanplate.imagej.parameters.MattingParameters;
import org.cleanplate.job.FrameRange;
import org.cleanplate.job.JobReport;
import org.cleanplate.job.MattingJob;
import org.cleanplate.plate.PlateModel;

/**
 * One job with what ImageJ adds to it: the Log, the check of memory, and where results came from.
 *
 * @param opened the engine
 * @param source the frames; left open
 * @param plate their clean plate
 * @param levels black and white of deep pixels
 * @param matting model and refinement
 * @param range which frames
 * @param macro the options that repeat the run, for the results to record
 */
record MattingRun(
    OpenedEngine opened,
    FrameSource source,
    PlateModel plate,
    Levels levels,
    MattingParameters matting,
    FrameRange range,
    String macro) {

  /**
   * Runs the job into {@code target}.
   *
   * @return the images that were made, alpha last
   * @throws CancellationException if cancelled; nothing is left behind
   */
  List<ImagePlus> into(ResultTarget target, RunLog log, RunMonitor monitor) throws IOException {
    log.start(opened.engine(), plate.description());
    log.levels(levels);
    MattingOptions options = matting.options(levels, target.layers());
    long engineBytes = opened.engine().estimateMemoryBytes(source.format(), options);
    MemoryCheck memory = new MemoryCheck(target.heapBytes(), engineBytes);
    log.memory(memory);
    memory.requireFits();
    JobReport report =
        new MattingJob(source, plate, opened.engine(), options, target.openSinks(source), range)
            .run(monitor, monitor.cancellation());
    if (report.cancelled()) {
      throw new CancellationException("Cancelled after " + report.frames() + " frames");
    }
    log.plate(plate);
    log.finish(report);
    log.files(target.files());
    Provenance provenance =
        Provenance.of(report, plate.properties(), opened.modelSha256(), levels, macro);
    List<ImagePlus> images = target.images();
    images.forEach(provenance::attach);
    return images;
  }
}
