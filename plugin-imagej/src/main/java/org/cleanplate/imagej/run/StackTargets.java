package org.cleanplate.imagej.run;

import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cleanplate.engine.MattingEngine;
import org.cleanplate.imagej.image.ResultTitle;
import org.cleanplate.imagej.parameters.FileExport;
import org.cleanplate.imagej.parameters.FileFormat;
import org.cleanplate.imagej.parameters.FindingsChoice;
import org.cleanplate.imagej.parameters.MatteStackParameters;
import org.cleanplate.imagej.result.MatteTable;

/** Everything that a run on an image is asked for. */
record StackTargets(ImagePlus image, List<SeriesInput> inputs, MatteStackParameters parameters) {

  /** All targets as one. */
  ResultTarget open(OpenedEngine opened, PlateFigures plates, RunLog log) throws IOException {
    Optional<OutputFolder> folder =
        parameters.save().map(FileExport::folder).map(OutputFolder::new);
    List<ResultTarget> targets = new ArrayList<>();
    try {
      if (isDeep()) {
        targets.add(new RangeTarget(views(), log));
      }
      targets.addAll(findings(opened.engine(), folder, plates, log));
      parameters
          .overlay()
          .style()
          .ifPresent(
              style ->
                  targets.add(
                      new OverlayTarget(
                          image,
                          style,
                          parameters.overlay().onCopy(),
                          parameters.findings().mask(),
                          views())));
      if (!parameters.outputs().isEmpty()) {
        targets.add(pictures(folder, opened));
      }
      return new JointTarget(targets, folder);
    } catch (IOException | RuntimeException e) {
      new JointTarget(targets, folder).close();
      throw e;
    }
  }

  private boolean isDeep() {
    return image.getBitDepth() == 16 || image.getBitDepth() == 32;
  }

  private List<SeriesView> views() {
    return inputs.stream().map(SeriesInput::view).toList();
  }

  private List<ResultTarget> findings(
      MattingEngine engine, Optional<OutputFolder> folder, PlateFigures plates, RunLog log) {
    FindingsChoice wanted = parameters.findings();
    List<ResultTarget> targets = new ArrayList<>();
    if (wanted.table()) {
      MatteTable table = new MatteTable(image.getCalibration(), engine.device());
      targets.add(
          new TableTarget(
              table,
              wanted.mask(),
              engine,
              views(),
              image.getStackSize(),
              ResultTitle.of(image, "table"),
              file(folder, "-table.csv"),
              plates,
              log));
    }
    if (wanted.rois()) {
      targets.add(
          new RoiTarget(wanted.mask(), views(), Optional.of(image), file(folder, "-rois.zip")));
    }
    return targets;
  }

  private Optional<Path> file(Optional<OutputFolder> folder, String end) {
    return folder.map(made -> made.path().resolve(ResultTitle.fileStem(image.getTitle()) + end));
  }

  private ResultTarget pictures(Optional<OutputFolder> folder, OpenedEngine opened)
      throws IOException {
    Optional<FileExport> files =
        parameters.save().filter(export -> export.format() != FileFormat.STACK);
    if (files.isEmpty()) {
      return new ImageTarget(inputs, parameters, folder);
    }
    List<String> suffixes = inputs.stream().map(input -> input.series().suffix()).toList();
    ResultFiles names =
        ResultFiles.of(
                files.get(), parameters.outputs(), image.getTitle(), isDeep(), VideoOrigin.NONE)
            .describedAs(Provenance.summary(opened, parameters.toMacro()));
    return new FileTarget(names, suffixes, 1, folder.orElseThrow());
  }
}
