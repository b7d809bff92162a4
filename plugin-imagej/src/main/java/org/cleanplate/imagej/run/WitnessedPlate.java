package org.cleanplate.imagej.run;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cleanplate.frame.Frame;
import org.cleanplate.plate.PlateModel;

/** A plate that keeps what it gave for one frame. */
final class WitnessedPlate implements PlateModel {
  private final PlateModel plate;
  private final long index;
  private Optional<Frame> given = Optional.empty();

  /**
   * @param index of the frame, from 0
   */
  WitnessedPlate(PlateModel plate, long index) {
    this.plate = plate;
    this.index = index;
  }

  @Override
  public Frame plateFor(Frame source) throws IOException {
    Frame found = plate.plateFor(source);
    if (source.index() == index) {
      given = Optional.of(plate.isFixed() ? found : FrameCapture.copy(found));
    }
    return found;
  }

  /** Empty before that frame came by. */
  Optional<Frame> given() {
    return given;
  }

  @Override
  public String description() {
    return plate.description();
  }

  @Override
  public boolean isFixed() {
    return plate.isFixed();
  }

  @Override
  public List<String> remarks() {
    return plate.remarks();
  }

  @Override
  public Map<String, String> properties() {
    return plate.properties();
  }

  @Override
  public Map<String, Double> figures() {
    return plate.figures();
  }

  @Override
  public void close() throws IOException {
    plate.close();
  }
}
