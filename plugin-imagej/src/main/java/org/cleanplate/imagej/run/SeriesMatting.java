package org.cleanplate.imagej.run;

import java.io.IOException;
import java.util.Optional;
import org.cleanplate.contrast.Stretch;
import org.cleanplate.engine.MattingOptions.Levels;
import org.cleanplate.imagej.image.StackFrameSource;
import org.cleanplate.imagej.parameters.MatteStackParameters;
import org.cleanplate.plate.PlateModel;

/** How one series of an image is matted, be it a single frame or all of them. */
record SeriesMatting(MatteStackParameters parameters, SeriesInput input) {

  /**
   * The plate as it was asked for, neither moved nor lit; the caller closes it.
   *
   * @throws org.cleanplate.MattingException if there is none or it does not fit
   */
  PlateModel findPlate(RunMonitor monitor) throws IOException {
    return new StackBackground(input)
        .resolve(parameters.background(), parameters.plate().estimate(), monitor);
  }

  /** What the frames and the plate found are stretched by for the network, if they are. */
  Optional<Stretch> contrast(PlateModel found, RunMonitor monitor) throws IOException {
    return parameters.matting().contrast().find(input::open, found, monitor.cancellation());
  }

  /** The same plate under each frame and in its light. */
  PlateModel fit(PlateModel found) {
    PlateModel aligned = parameters.align().applyTo(found, parameters.background());
    return parameters.plate().match().applyTo(aligned, parameters.background());
  }

  /** What is changed in the mattes after the network. */
  MatteEdits edits(StackFrameSource source) throws IOException {
    ManualMasks masks = new ManualMasks(source.format(), Optional.of(input.series()));
    Levels levels = input.levels().forNetwork();
    return new MatteEdits(
        parameters.edits().temporalFrames(),
        masks.edits(parameters.edits()),
        Backdrops.of(parameters.matting().backdrop(), source.format()),
        levels);
  }
}
