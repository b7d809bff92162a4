package org.cleanplate.imagej.run;

import java.io.IOException;
import java.util.Optional;
import org.cleanplate.frame.Frame;
import org.cleanplate.plate.ForwardingPlate;
import org.cleanplate.plate.PlateModel;

/** A plate that keeps what it gave for one frame. */
final class WitnessedPlate extends ForwardingPlate {
  private final long index;
  private Optional<Frame> given = Optional.empty();

  /**
   * @param index of the frame, from 0
   */
  WitnessedPlate(PlateModel plate, long index) {
    super(plate);
    this.index = index;
  }

  @Override
  public boolean isFixed() {
    return plate().isFixed();
  }

  @Override
  public Frame plateFor(Frame source) throws IOException {
    Frame found = plate().plateFor(source);
    if (source.index() == index) {
      given = Optional.of(isFixed() ? found : FrameCapture.copy(found));
    }
    return found;
  }

  /** Empty before that frame came by. */
  Optional<Frame> given() {
    return given;
  }
}
