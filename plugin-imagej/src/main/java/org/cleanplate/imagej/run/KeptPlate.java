package org.cleanplate.imagej.run;

import java.io.IOException;
import java.util.Optional;
import org.cleanplate.imagej.parameters.AxesChoice;
import org.cleanplate.imagej.parameters.BackgroundChoice;
import org.cleanplate.imagej.parameters.EstimateChoice;
import org.cleanplate.imagej.parameters.LevelsChoice;
import org.cleanplate.imagej.parameters.MatteStackParameters;
import org.cleanplate.plate.PlateModel;
import org.cleanplate.plate.estimate.PlateEstimate;

/**
 * The estimate made last, so that one frame after the other, and one option after the other, is
 * tried without making it anew. Other plates are cheap to find and may have changed: they are
 * looked up each time. Used by one thread.
 */
final class KeptPlate {
  private Optional<Key> key = Optional.empty();
  private Optional<PlateEstimate> estimate = Optional.empty();

  /** What makes an estimate another one. */
  private record Key(
      int imageId,
      int series,
      BackgroundChoice background,
      EstimateChoice estimate,
      AxesChoice axes,
      LevelsChoice levels) {
    static Key of(SeriesMatting matting) {
      MatteStackParameters parameters = matting.parameters();
      return new Key(
          matting.input().image().getID(),
          matting.input().series().stackIndex(0, 0),
          parameters.background(),
          parameters.plate().estimate(),
          parameters.axes(),
          parameters.levels());
    }
  }

  /**
   * The plate of these parameters, made if need be; the caller closes it, which leaves an estimate
   * as it is.
   */
  PlateModel find(SeriesMatting matting, RunMonitor monitor) throws IOException {
    Optional<Key> wanted = Optional.of(Key.of(matting));
    if (estimate.isPresent() && key.equals(wanted)) {
      return estimate.get();
    }
    forget();
    PlateModel found = matting.findPlate(monitor);
    // The selection that is left out may be another one the next time.
    if (found instanceof PlateEstimate made
        && matting.parameters().plate().estimate().exclusion().isEmpty()) {
      key = wanted;
      estimate = Optional.of(made);
    }
    return found;
  }

  /** The next one is made anew. */
  void forget() {
    key = Optional.empty();
    estimate = Optional.empty();
  }
}
