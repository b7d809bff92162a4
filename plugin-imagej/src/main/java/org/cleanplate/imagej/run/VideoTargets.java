package org.cleanplate.imagej.run;

import ij.measure.Calibration;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cleanplate.engine.MattingEngine;
import org.cleanplate.frame.FrameSource;
import org.cleanplate.imagej.parameters.FindingsChoice;
import org.cleanplate.imagej.parameters.MatteVideoParameters;
import org.cleanplate.imagej.result.MatteTable;
import org.cleanplate.resume.RunIdentity;

/**
 * Everything that a run on a video is asked for.
 *
 * @param source the frames
 * @param files the pictures and videos to write
 * @param frameStep every how many frames are matted
 */
record VideoTargets(
    FrameSource source, ResultFiles files, MatteVideoParameters parameters, long frameStep) {

  /**
   * All targets as one.
   *
   * @param identity what an earlier run must have been made of to be gone on with
   * @param watched whether somebody hears of every frame, so that none may be left out
   */
  ResultTarget open(
      MattingEngine engine, RunIdentity identity, boolean watched, PlateFigures plates, RunLog log)
      throws IOException {
    OutputFolder folder = new OutputFolder(parameters.export().folder());
    List<SeriesView> series = List.of(SeriesView.ofVideo());
    FindingsChoice wanted = parameters.findings();
    List<ResultTarget> targets = new ArrayList<>();
    if (wanted.table()) {
      targets.add(
          new TableTarget(
              new MatteTable(new Calibration(), engine.device()),
              wanted.mask(),
              engine,
              series,
              source.frameCountEstimate().orElse(0),
              source.name(),
              Optional.of(file(folder, "-table.csv")),
              plates,
              log));
    }
    if (wanted.rois()) {
      targets.add(
          new RoiTarget(
              wanted.mask(), series, Optional.empty(), Optional.of(file(folder, "-rois.zip"))));
    }
    if (!parameters.outputs().isEmpty()) {
      targets.add(
          !watched && canGoOn()
              ? new ResumableTarget(
                  files, identity, frameStep, parameters.chunkFrames(), folder, log)
              : new FileTarget(files, List.of(""), frameStep, folder));
    }
    return new JointTarget(targets, Optional.of(folder));
  }

  /**
   * Whether a killed run can go on behind its last chunk. Tables and smoothing need the frames
   * before it as well.
   */
  private boolean canGoOn() {
    FindingsChoice wanted = parameters.findings();
    return !wanted.table() && !wanted.rois() && parameters.edits().temporalFrames() == 0;
  }

  private Path file(OutputFolder folder, String end) {
    return folder.path().resolve(files.stem() + end);
  }
}
