package org.cleanplate.imagej.run;

import ij.measure.Calibration;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cleanplate.engine.MattingEngine;
import org.cleanplate.frame.FrameSource;
import org.cleanplate.imagej.image.ResultTitle;
import org.cleanplate.imagej.parameters.FindingsChoice;
import org.cleanplate.imagej.parameters.MatteVideoParameters;
import org.cleanplate.imagej.result.MatteTable;

/** Everything that a run on a video is asked for. */
record VideoTargets(FrameSource source, MatteVideoParameters parameters) {

  /** All targets as one. */
  ResultTarget open(MattingEngine engine, RunLog log) throws IOException {
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
              log));
    }
    if (wanted.rois()) {
      targets.add(
          new RoiTarget(
              wanted.mask(), series, Optional.empty(), Optional.of(file(folder, "-rois.zip"))));
    }
    if (!parameters.outputs().isEmpty()) {
      targets.add(
          new FileTarget(
              parameters.export(), parameters.outputs(), source.name(), List.of(""), folder));
    }
    return new JointTarget(targets, Optional.of(folder));
  }

  private Path file(OutputFolder folder, String end) {
    return folder.path().resolve(ResultTitle.fileStem(source.name()) + end);
  }
}
