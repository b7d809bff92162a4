package org.cleanplate.imagej.run;

import ij.ImagePlus;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.cleanplate.contrast.Stretch;
import org.cleanplate.engine.MattingEngine;
import org.cleanplate.engine.MattingOptions;
import org.cleanplate.engine.MattingOptions.Levels;
import org.cleanplate.frame.FrameSink;
import org.cleanplate.frame.FrameSource;
import org.cleanplate.imagej.parameters.MattingParameters;
import org.cleanplate.imagej.provenance.ResultSidecar;
import org.cleanplate.imagej.provenance.RunRequest;
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
 * @param levels black and white of deep pixels, as the network is told
 * @param levelsText the same for people, of every channel; empty for bytes
 * @param stretch what frames and plate are stretched by for the network, if they are
 * @param matting model and refinement
 * @param range which frames
 * @param edits what is changed in the mattes
 * @param request what the results record as the way to repeat the run
 */
record MattingRun(
    OpenedEngine opened,
    FrameSource source,
    PlateModel plate,
    Levels levels,
    String levelsText,
    Optional<Stretch> stretch,
    MattingParameters matting,
    FrameRange range,
    MatteEdits edits,
    RunRequest request) {

  /**
   * Tells the Log what will be done.
   *
   * @throws org.cleanplate.MattingException if memory would not hold the results
   */
  void announce(ResultTarget target, RunLog log) {
    log.start(opened.engine(), plate.description());
    log.levels(levelsText);
    stretch.ifPresent(log::contrast);
    MattingOptions options = options(target);
    long engineBytes = engine().estimateMemoryBytes(source.format(), options);
    MemoryCheck memory = new MemoryCheck(target.heapBytes(), engineBytes);
    log.memory(memory);
    memory.requireFits();
  }

  private MattingEngine engine() {
    return matting.engine(opened.engine(), stretch);
  }

  private MattingOptions options(ResultTarget target) {
    return matting.options(levels, edits.layers(target.layers()));
  }

  private Map<String, String> plateProperties() {
    Map<String, String> properties = new LinkedHashMap<>(plate.properties());
    stretch.ifPresent(map -> properties.put("contrast", map.describe()));
    return properties;
  }

  /**
   * Runs the job into {@code target}.
   *
   * @return the images that were made, alpha last
   * @throws CancellationException if cancelled; nothing is left behind
   */
  List<ImagePlus> into(ResultTarget target, RunLog log, RunMonitor monitor) throws IOException {
    MattingOptions options = options(target);
    List<FrameSink> sinks = edits.around(target.openSinks(source));
    JobReport report =
        new MattingJob(source, plate, engine(), options, sinks, range)
            .run(monitor, monitor.cancellation());
    if (report.cancelled()) {
      throw new CancellationException("Cancelled after " + report.frames() + " frames");
    }
    log.plate(plate);
    log.finish(report);
    String sha256 = opened.modelSha256();
    Provenance provenance =
        Provenance.of(report, plateProperties(), sha256, levelsText, request.options());
    List<ImagePlus> images = target.deliver(provenance::attach);
    log.files(target.files());
    ResultSidecar.write(
        target.files(), request.digest(sha256), request.inputs(), provenance.properties());
    return images;
  }
}
